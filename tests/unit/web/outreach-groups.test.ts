/** Whom a message is for before anybody chooses. */
import { expect, it } from 'vitest';
import { groupOf, isIn } from '../../../web/src/features/outreach/groups.ts';

const DISTRICTS = [
  { name: 'nothing', state: 'not_started' as const, hasOpened: false },
  { name: 'sent', state: 'received' as const, hasOpened: true },
  { name: 'done', state: 'accepted' as const, hasOpened: true },
];

it.each([
  ['thanks', ['done']],
  ['reminder', ['nothing', 'sent']],
  ['last_call', ['nothing', 'sent']],
  ['letter', ['nothing', 'sent', 'done']],
] as const)('thanks go to those that are accepted, a reminder to those that are not: %s', (message, names) => {
  expect(DISTRICTS.filter((one) => isIn(groupOf(message), one)).map(({ name }) => name)).toEqual(names);
});
