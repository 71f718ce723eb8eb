/** Messages to be sent by hand: a draft for each district that a mail program opens, each as text, and one table for a mail merge. */
import { randomUUID } from 'node:crypto';
import type { OutreachMessages } from '../../domain/messages/en/outreach.ts';
import { isForFamilies, type OutreachMessage } from '../../domain/outreach/messages.ts';
import { textParts } from '../../domain/outreach/text-parts.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { ZippedFile } from '../briefs/index.ts';
import { draftOf } from '../mail/index.ts';
import { letterPage } from './letter-page.ts';
import type { FilledMessage } from './send.ts';

interface FileFacts {
  readonly message: OutreachMessage;
  /** Address of this server. */
  readonly origin: string;
  readonly files: OutreachMessages['files'];
}

export async function* filesOf(made: readonly FilledMessage[], facts: FileFacts): AsyncGenerator<ZippedFile> {
  const { message, files } = facts;
  yield { name: 'merge.csv', bytes: Buffer.from(mergeCsv(made, message)) };
  yield { name: files.readMe, bytes: Buffer.from(`${isForFamilies(message) ? files.aboutFamilies : files.about}\r\n`) };
  if (message === 'text') return;
  for (const one of made) {
    const stem = `${one.leaId}-${message}${isForFamilies(message) ? `-${one.language}` : ''}`;
    yield { name: `${stem}.txt`, bytes: Buffer.from(`${one.subject}\r\n\r\n${one.text.replaceAll('\n', '\r\n')}\r\n`) };
    if (message === 'letter') yield { name: `${stem}.html`, bytes: Buffer.from(letterPage(one)) };
    else if (one.contact?.email) yield { name: `${stem}.eml`, bytes: await draft(one, one.contact.email, facts) };
  }
}

function draft(one: FilledMessage, recipient: string, { origin }: FileFacts): Promise<Buffer> {
  const { language, subject, text } = one;
  const written = {
    messageId: randomUUID(),
    recipient,
    language,
    subject,
    words: text,
    page: '',
    queuedAt: new Date(),
  };
  return draftOf(written, origin, undefined);
}

const WHOM = ['lea_id', 'district', 'name', 'email', 'telephone'];

/** One row is a message. A district's link is in its own row alone, as in its own message. */
function mergeCsv(made: readonly FilledMessage[], message: OutreachMessage): string {
  const isText = message === 'text';
  const header = csvHeader([...WHOM, 'language', ...(isText ? ['text', 'parts'] : ['subject', 'link', 'text'])]);
  const lines = made.map(({ leaId, name, contact, language, subject, link, text }) =>
    csvLine([
      leaId,
      name,
      contact?.name ?? '',
      contact?.email ?? '',
      contact?.telephone ?? '',
      language,
      ...(isText ? [text, textParts(text).parts] : [subject, link ?? '', text]),
    ]),
  );
  return [header, ...lines].join('');
}
