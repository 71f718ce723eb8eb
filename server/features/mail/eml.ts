/** A message in the form that mail programs open and servers send (RFC 5322). */
import MailComposer from 'nodemailer/lib/mail-composer';
import { isMailAddress } from '../../domain/mail-address.ts';

export interface Written {
  readonly messageId: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly words: string;
  /** What `<link/>` in its words leads to. */
  readonly page: string;
  readonly queuedAt: Date;
}

/**
 * @param base address of this server, for the link
 * @param from undefined: whoever opens it
 */
export function fieldsOf(written: Written, base: string, from: string | undefined) {
  const { messageId, recipient, language, subject, words, page, queuedAt } = written;
  return {
    ...(from ? { from } : {}),
    // A draft with an invalid address names no recipient.
    ...(isMailAddress(recipient) ? { to: { name: '', address: recipient } } : {}),
    subject,
    text: words.replaceAll('<link/>', () => `${base}${page}`),
    date: queuedAt,
    messageId: `<${messageId}@${from?.split('@')[1] ?? new URL(base).hostname}>`,
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
  };
}

/** A draft that a mail program opens ready to send. */
export function draftOf(written: Written, base: string, from: string | undefined): Promise<Buffer> {
  const { headers, ...fields } = fieldsOf(written, base, from);
  return new MailComposer({ ...fields, headers: { 'Content-Language': headers['Content-Language'], 'X-Unsent': '1' } })
    .compile()
    .build();
}
