/** Contacts of districts as a table: written to fill in, and a filled one read again. */
import { isMailAddress } from '../../../../server/domain/mail-address.ts';
import type { OutreachPageMessages } from '../../../../server/domain/messages/en/outreach-page.ts';
import type { ContactFields, MessageDrafts } from '../../../../server/features/outreach/contract-messages.ts';
import { RecordReader, withLineFeeds } from '../../../../server/platform/csv/records.ts';
import { csvHeader, csvLine } from '../../../../server/platform/csv/write.ts';

const COLUMNS = ['lea_id', 'name', 'email', 'telephone', 'language'] as const;
const MOST = { name: 120, email: 254, telephone: 40 } as const;

/** Of a telephone number, without its area. */
const FEWEST_DIGITS = 7;

export function contactsCsv(districts: MessageDrafts['districts']): string {
  const lines = districts.map(({ leaId, name, contact }) =>
    csvLine([leaId, contact?.name, contact?.email, contact?.telephone, contact?.language ?? 'en', name]),
  );
  return csvHeader([...COLUMNS, 'district']) + lines.join('');
}

export interface ContactsRead {
  readonly contacts: readonly ContactFields[];
  /** Row, column and what to do, of everything that is wrong. Where there is any, nothing is taken. */
  readonly faults: readonly string[];
}

/**
 * @param text of a file with commas, semicolons or tabs, header first; further columns are passed over
 * @param known LEAIDs of the state's districts
 * @throws Refusal csv.*
 */
export function readContacts(
  messages: OutreachPageMessages['contacts'],
  text: string,
  known: ReadonlySet<string>,
): ContactsRead {
  const reader = new RecordReader();
  const [header, ...rows] = reader.push(withLineFeeds(`${text.replace(/^\uFEFF/, '')}\n`));
  reader.end();
  const names = (header?.fields ?? []).map((name) => name.trim().toLowerCase());
  if (COLUMNS.some((column) => !names.includes(column))) return { contacts: [], faults: [messages.header] };
  const contacts = new Map<string, ContactFields>();
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const { line, fields } of rows) {
    const value = (column: (typeof COLUMNS)[number]) => unquoted(fields[names.indexOf(column)] ?? '');
    const contact = { name: value('name'), email: value('email'), telephone: value('telephone') };
    if (Object.values(contact).every((part) => part === '')) continue;
    const leaId = leaIdIn(value('lea_id'));
    const language = value('language').toLowerCase() || 'en';
    if (leaId === undefined) faults.push(messages.leaId({ line }));
    else if (!known.has(leaId)) faults.push(messages.strange({ line }));
    else if (seen.has(leaId)) faults.push(messages.repeated({ line }));
    if (leaId !== undefined) seen.add(leaId);
    if (contact.email !== '' && !isMailAddress(contact.email)) faults.push(messages.address({ line }));
    if (contact.telephone !== '' && digitsIn(contact.telephone) < FEWEST_DIGITS)
      faults.push(messages.fewDigits({ line }));
    for (const column of ['name', 'email', 'telephone'] as const)
      if (contact[column].length > MOST[column]) faults.push(messages.tooLong({ line, column }));
    if (language !== 'en' && language !== 'es') faults.push(messages.languageOf({ line }));
    else if (leaId !== undefined) contacts.set(leaId, { leaId, ...contact, language });
  }
  if (contacts.size === 0 && faults.length === 0) faults.push(messages.nothing);
  return { contacts: faults.length > 0 ? [] : [...contacts.values()], faults };
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Our own tables put an apostrophe before what a spreadsheet would take for a formula, such as +1 304. */
function unquoted(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@])/, '');
}

/** Spreadsheets drop a leading zero and add ".0". */
function leaIdIn(text: string): string | undefined {
  return /^'?(\d{6,7})(?:\.0+)?$/.exec(text)?.[1]?.padStart(7, '0');
}
