/** Why a plan is not kept, or a message not sent. */
const firstOf = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;

export const outreachRefusals = {
  'outreach.day': ({ day }: { day: string }) => `${day} is no day. A day is written as 2027-02-28.`,
  'outreach.no-mail': 'No mail server is set up here. Make the messages as files, and send them by hand.',
  'outreach.no-address': ({ leaIds }: { leaIds: readonly string[] }) =>
    `No e-mail address is known of ${firstOf(leaIds)}. Nothing was sent. Write their addresses down, or make their messages as files.`,
  'outreach.families':
    'Nobody but a district knows the addresses of families. Make the message as files for districts to hand on.',
  'outreach.no-link':
    'This message needs {link} in its text in both languages: without it a district cannot take its next step.',
  'outreach.field': ({ field }: { field: string }) =>
    `Nothing is known to write in place of {${field}}. Each word in braces is one of those that the page names.`,
  'outreach.subject': 'The subject says something, in one line, in both languages.',
  'outreach.email': ({ leaId }: { leaId: string }) =>
    `The e-mail address of ${leaId} is none: it is written as name@example.org. Nothing was changed.`,
  'outreach.contact-empty': ({ leaId }: { leaId: string }) =>
    `The contact of ${leaId} has neither a name nor an address nor a telephone. Nothing was changed.`,
};
