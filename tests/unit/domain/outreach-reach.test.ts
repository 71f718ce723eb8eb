/** What a plan says of the collection before, and when it promises nothing. */
import { expect, it } from 'vitest';
import { outreach } from '../../../server/domain/messages/en/outreach.ts';
import { expectedOf, reachInWords } from '../../../server/domain/outreach/reach.ts';

function said(windowDays: number) {
  const before = { collection: 'Fall 2025', accepted: 50, districts: 50, halfAfterDays: 46 };
  const known = { districts: 55, windowDays };
  const reach = { ...known, withoutContact: [], before: { ...before, expected: expectedOf(known, before) } };
  return reachInWords(reach, outreach.reach);
}

it('says by which day half was accepted, and what to expect, where the window lasts as long', () => {
  expect(said(47)).toEqual([
    'In “Fall 2025” 50 of 50 districts had an accepted file at the end.',
    'Half of its accepted files were accepted by day 47.',
    'If it goes as then, 55 of 55 districts will be done by the last day.',
    'Somebody to write to is known in every district.',
  ]);
});

it('promises nothing for the last day of a window that is shorter than half took', () => {
  expect(said(46)[2]).toBe(
    'It took longer then than this window of 46 days is, so that nothing says how many districts will be done by the last day.',
  );
});
