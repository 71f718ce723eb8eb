import { describe, expect, it } from 'vitest';
import { proseSays } from '../../../server/domain/identifying-prose.ts';

const TODAY = new Date('2026-11-30T12:00:00Z');
const says = (text: string) => proseSays(text, TODAY).toSorted();

describe('what looks like data of a student in a sentence', () => {
  it.each([
    ['Write to ann.example@school.example about it.', 'e-mail addresses'],
    ['Her mother answers at 304-555-0143 in the evening.', 'telephone numbers'],
    ['Call (304) 555-0143 first.', 'telephone numbers'],
    ['His number 123-45-6789 was in our export.', 'social security numbers'],
    ['Row 12 is student 900000123 of ours.', 'numbers of students'],
    ['The family at 104 Spring Creek Rd had no answer.', 'street addresses'],
    ['They get mail at PO Box 12.', 'street addresses'],
    ['It put her at 38.34912, -81.63231 instead.', 'coordinates'],
    ['The boy born on 3/14/2012 was twice in it.', 'dates, such as of birth'],
    ['One row had March 3, 2012 in it.', 'dates, such as of birth'],
    ['Nació el 3 de marzo de 2012.', 'dates, such as of birth'],
    ['We could not place our student Casey Invented at all.', 'names of people'],
    ['Casey Invented, a 5th grader, has no device.', 'names of people'],
    ['La alumna Casey Inventada no tiene aparato.', 'names of people'],
    ['Invented, Casey', 'names of people'],
    ['Jane Doe cannot connect.', 'names of people'],
    ['Our Jane Doe had two rows.', 'names of people'],
    ['It was Jane A. Doe who had no answer.', 'names of people'],
    ['JOSÉ PÉREZ no respondió.', 'names of people'],
    ['María Fernanda Inventada no tiene aparato.', 'names of people'],
    ['name\tgrade\nInvented, Casey\t05', 'names of people'],
  ])('is found: %s', (text, kind) => {
    expect(says(text)).toContain(kind);
  });

  it('is a name with a date beside it, however new the date', () => {
    expect(says('Casey Invented, 11/02/2026, was missing')).toContain('names of people');
  });

  it.each([
    'It took us 2 days, most of it for the 1,240 rows that had no answer.',
    'We serve 12 schools in Mingo County, West Virginia, and 4,300 students.',
    'The window from October 1 to 10/31/2026 was too short.',
    'Please keep it open until November 15, 2026.',
    'PowerSchool writes dates as MM/DD/YYYY, which the page did not know.',
    'We had 15000 rows and sent 3 letters the same way.',
    'The guide is clear. Spring Valley High School did it in 20 minutes.',
    'La guía fue clara; tardamos 45 minutos y 3 llamadas.',
    'About 62.5 percent answered. Version 24.9 of our system exports no coordinates.',
    'Barbour County, West Virginia, sent Google Forms home. The Chromebook is ours.',
    'Charles Town and James City County answered; St. Mary Parish and San Antonio did not.',
    'Families of John Marshall High School and Robert Bland Middle School had no link.',
    'La Escuela José Martí y el Condado de Santa Fe respondieron en abril.',
    'Frontier Communications and Infinite Campus were slow.',
    'Martin Luther King Day and Virginia Tech came in between. April Fools and Will Call too.',
    '',
  ])('is not found in: %s', (text) => {
    expect(says(text)).toEqual([]);
  });
});
