/** The page of outreach beside its plan: messages, response, contacts, log. */

import type { OutreachMessage } from '../../outreach/messages.ts';
import { DAYS_IN_PEACE, type Stage } from '../../outreach/response.ts';
import { wordingIn } from '../wording.ts';
import { collectionChoice } from './collection-choice.ts';

const { date, momentHere, plural, list, grouped, agree } = wordingIn('en');

export const outreachPage = {
  collection: collectionChoice,
  views: { plan: 'Plan', messages: 'Messages', response: 'Response', contacts: 'Contacts', log: 'Contact log' },
  viewsOf: 'Parts of outreach',
  coming: 'It is on its way.',
  failed: 'It did not come',
  message: {
    invitation: 'Invitation',
    how: 'How to, in ten minutes',
    reminder: 'Reminder',
    last_call: 'Last call',
    thanks: 'Thanks, with results',
    letter: 'Letter to families',
    text: 'Text message to families',
    call: 'Call',
  } satisfies Record<OutreachMessage | 'call', string>,
  stage: {
    nothing: 'opened nothing',
    opened: 'opened the link',
    prepared: 'prepared a file',
    sent: 'sent a file',
    taken_back: 'took the file back',
    accepted: 'accepted',
  } satisfies Record<Stage, string>,
  messages: {
    which: 'Message',
    language: 'Language',
    languages: { en: 'English', es: 'Spanish' },
    subject: 'Subject',
    text: 'Text',
    fields: ({ names }: { names: readonly string[] }) =>
      `Words in braces are filled for each district: ${list(names.map((name) => `{${name}}`))}. A district is written to in the language of its contact.`,
    familyFields: ({ names }: { names: readonly string[] }) =>
      `Words in braces are filled for each district: ${list(names.map((name) => `{${name}}`))}. Both languages are made.`,
    again: 'Back to the proposed text',
    preview: 'As it arrives',
    previewOf: 'District to show it for',
    linkHere: '[the link of this district]',
    parts: ({ letterCount, partCount }: { letterCount: number; partCount: number }) =>
      `${plural(letterCount, 'letter', 'letters')}, sent as ${plural(partCount, 'part', 'parts')}.`,
    outside: ({ letters }: { letters: readonly string[] }) =>
      `${list(letters)} is not in the alphabet of text messages, so that a part holds 70 letters in place of 160.`,
    whom: 'To whom',
    groups: {
      all: 'All districts',
      nothing: 'Those who opened nothing',
      began: 'Those who began, and are not done',
      missing: 'Those not accepted',
      accepted: 'Those accepted',
    },
    group: 'Choose',
    chosen: ({ chosen, districtCount }: { chosen: number; districtCount: number }) =>
      `${grouped(chosen)} of ${plural(districtCount, 'district', 'districts')} chosen.`,
    district: 'District',
    standing: 'How far it is',
    contact: 'Contact',
    noContact: 'nobody is written down',
    noAddress: 'no e-mail address',
    last: 'Last message',
    never: 'none',
    lastOf: ({ name, at }: { name: string; at: string }) => `${name}, ${date(at)}`,
    withoutAddress: ({ districtCount }: { districtCount: number }) =>
      `No e-mail address is known of ${plural(districtCount, 'chosen district', 'chosen districts')}. Write it down under “Contacts”, make files, or leave them out.`,
    leaveOut: 'Leave them out',
    strange: ({ field }: { field: string }) =>
      `Nothing is known to write in place of {${field}}. It is not sent so: write a word that stands under the text, or take the braces away.`,
    lacksLink:
      'The word {link} is missing in a text, in English or in Spanish. Without it a district cannot take its next step, so that it is not sent.',
    noServer: 'No mail server is set up here: messages are made as files, which a mail program sends.',
    families: 'Nobody but a district knows the addresses of families: give each district its files to hand on.',
    linkNote:
      'The link that a message holds is made for its district alone. One that a message held before is used again; one that was shown and copied ends. Nobody else is shown it, and no log has it.',
    send: ({ districtCount }: { districtCount: number }) => `Send to ${plural(districtCount, 'district', 'districts')}`,
    sure: ({ name, districtCount }: { name: string; districtCount: number }) =>
      `Send “${name}” to ${plural(districtCount, 'district', 'districts')} now?`,
    sendNow: 'Send now',
    cancel: 'Cancel',
    make: ({ districtCount }: { districtCount: number }) =>
      `Make files for ${plural(districtCount, 'district', 'districts')}`,
    sent: ({ sent }: { sent: number }) =>
      `${plural(sent, 'message is', 'messages are')} with the mail server. The contact log says what becomes of them.`,
    made: 'The files are made and in the contact log.',
    madeForNobody: ({ districtCount }: { districtCount: number }) =>
      `In ${grouped(districtCount)} of these districts nobody is written down: find out whom to send their files to.`,
    notSent: 'Nothing was sent',
  },
  contacts: {
    title: 'Whom to write to and call',
    lead: 'One person of each district, at work. Districts are written to in the language that stands here.',
    name: 'Name',
    email: 'E-mail',
    telephone: 'Telephone',
    language: 'Language',
    of: ({ what, districtName }: { what: string; districtName: string }) => `${what}, ${districtName}`,
    save: 'Save contacts',
    saved: 'Saved.',
    notSaved: 'Nothing was changed',
    known: ({ known, districtCount }: { known: number; districtCount: number }) =>
      `${grouped(known)} of ${plural(districtCount, 'district', 'districts')} ${agree(known, 'has', 'have')} an e-mail address.`,
    download: 'Download as a table (CSV)',
    load: 'Load a table (CSV)',
    about:
      'The columns are lea_id, name, email, telephone and language (en or es). Rows with nothing in them are left out.',
    header: 'The first row names the columns lea_id, name, email, telephone and language. Nothing was taken.',
    unreadable: 'This file could not be read as a table.',
    nothing: 'This table has no contact in it.',
    leaId: ({ line }: { line: number }) => `Row ${line}, column lea_id: a district’s number has seven digits.`,
    strange: ({ line }: { line: number }) => `Row ${line}, column lea_id: no district of this state has this number.`,
    repeated: ({ line }: { line: number }) => `Row ${line}, column lea_id: this district stands in an earlier row.`,
    address: ({ line }: { line: number }) =>
      `Row ${line}, column email: this is no e-mail address. It is written as name@example.org.`,
    fewDigits: ({ line }: { line: number }) =>
      `Row ${line}, column telephone: a telephone number has seven digits at least.`,
    tooLong: ({ line, column }: { line: number; column: string }) => `Row ${line}, column ${column}: this is too long.`,
    languageOf: ({ line }: { line: number }) => `Row ${line}, column language: it is en or es.`,
    refused: 'Nothing was taken from this table',
    more: ({ count }: { count: number }) => `And ${plural(count, 'row', 'rows')} more.`,
    taken: ({ count }: { count: number }) =>
      `${plural(count, 'contact stands', 'contacts stand')} below. Save to keep ${count === 1 ? 'it' : 'them'}.`,
  },
  log: {
    title: 'Who was written to or called, what, when and by whom',
    lead: 'No link and no text of a message is here. Nobody changes or deletes an entry.',
    none: 'Nobody was written to or called yet.',
    at: 'When',
    district: 'District',
    what: 'What',
    who: 'Who',
    outcome: 'What became of it',
    by: 'By',
    moment: ({ at }: { at: string }) => momentHere(at),
    answer: ({ text }: { text: string }) => `The mail server says: ${text}`,
    csv: 'Table (CSV)',
  },
  response: {
    standing: 'Where districts stand',
    standingLead: 'Counts of districts, of their files and steps. Nothing of a student is here.',
    count: ({ districtCount }: { districtCount: number }) => plural(districtCount, 'district', 'districts'),
    byDay: 'Response over days',
    chart: ({ total }: { total: number }) =>
      `Districts of ${grouped(total)} that had come so far by each day. Marks below the line are days on which messages went out.`,
    none: 'Nothing has happened yet.',
    steps: { opened: 'Opened', prepared: 'Prepared', sent: 'Sent', accepted: 'Accepted' },
    day: 'Day',
    messageCount: ({ name, districtCount }: { name: string; districtCount: number }) =>
      `${name}: ${grouped(districtCount)}`,
    dayTable: 'The same as a table',
    districts: 'Each district',
    district: 'District',
    standingNow: 'Stands at',
    files: 'Files',
    messages: 'Messages and calls',
    line: 'Over the days',
    lineOf: ({ districtName }: { districtName: string }) => `Days of ${districtName}`,
    on: ({ on }: { on: string }) => date(on),
    not: 'not yet',
    calls: 'Whom to call first',
    rule: `First whoever has sent a file and has only to accept it. Then the largest, as the most students are missing with it; then whoever gave no sign for the longest. Whoever was reached in the last ${DAYS_IN_PEACE} days comes at the end.`,
    rank: 'Rank',
    telephone: 'Telephone',
    noTelephone: 'not known',
    reasons: 'Why',
    acts: 'Write down',
    reached: 'Reached',
    missed: 'Nobody answered',
    reachedOf: ({ districtName }: { districtName: string }) => `${districtName} was reached`,
    missedOf: ({ districtName }: { districtName: string }) => `Nobody answered at ${districtName}`,
    noted: ({ districtName }: { districtName: string }) => `The call to ${districtName} is in the contact log.`,
    notNoted: 'The call was not written down',
    allDone: 'Every district is done.',
    csv: 'Table (CSV)',
  },
};

export type OutreachPageMessages = typeof outreachPage;
