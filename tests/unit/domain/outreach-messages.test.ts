/** Words that districts and families are sent: fields, parts of a text message, and how hard they are to read. */
import { describe, expect, it } from 'vitest';
import { letters as en } from '../../../server/domain/messages/en/letters.ts';
import { letters as es } from '../../../server/domain/messages/es/letters.ts';
import {
  fieldsOf,
  filled,
  lacksLink,
  OUTREACH_MESSAGES,
  strangeField,
  strangeIn,
} from '../../../server/domain/outreach/messages.ts';
import { textParts } from '../../../server/domain/outreach/text-parts.ts';
import { englishGrade, spanishEase } from '../../support/reading-level.ts';

const FACTS = {
  collection: 'Fall 2026',
  stateName: 'West Virginia',
  opensOn: '2026-09-01',
  closesOn: '2026-10-30',
  daysLeft: 12,
  districtCount: 55,
  accepted: 34,
  questionCount: 7,
};
const VALUES = {
  district: 'Pocahontas County Schools',
  contact: 'Pat',
  link: 'https://gapmap.example/enter/x',
  page: 'https://gapmap.example/place/school_district/5400030',
};
const LANGUAGES = [
  ['English', en],
  ['Spanish', es],
] as const;

/** Of 1990s federal law: no family should be sent this. */
const HARD =
  'Notwithstanding any other provision of this subsection, an educational agency or institution may disclose personally identifiable information from an education record only on the condition that the party to whom the information is disclosed will not redisclose the information to any other party without the prior consent of the eligible individual.';
const EASY = 'The cat sat on the mat. The dog ran to the cat. They play all day.';
const HARD_ES =
  'Independientemente de cualquier otra disposición de la presente subsección, las instituciones educativas únicamente podrán divulgar información personalmente identificable procedente de los expedientes académicos cuando la organización destinataria garantice fehacientemente su confidencialidad administrativa.';

describe('what families are sent', () => {
  it.each(['letter', 'text'] as const)('is read in English in eighth grade at most (Flesch-Kincaid): %s', (message) => {
    expect(englishGrade(filled(en.text[message](FACTS), VALUES))).toBeLessThanOrEqual(8);
  });

  it.each(['letter', 'text'] as const)('is fairly easy in Spanish at least (INFLESZ 65): %s', (message) => {
    expect(spanishEase(filled(es.text[message](FACTS), VALUES))).toBeGreaterThanOrEqual(65);
  });

  it('is measured by measures that tell a law from a primer', () => {
    expect(englishGrade(HARD)).toBeGreaterThan(16);
    expect(englishGrade(EASY)).toBeLessThan(2);
    expect(spanishEase(HARD_ES)).toBeLessThan(30);
    expect(spanishEase('El gato está en la casa. El perro come pan. Los dos son amigos.')).toBeGreaterThan(80);
  });

  it.each(LANGUAGES)('fits one part as a text message, in the GSM alphabet, in %s', (_, { text }) => {
    const parts = textParts(filled(text.text(FACTS), VALUES));
    expect(parts).toMatchObject({ parts: 1, outside: [] });
    expect(parts.length).toBeLessThanOrEqual(160);
  });
});

describe('a text message', () => {
  it('has 160 letters in a part and 153 in each of several; €, braces and brackets take two', () => {
    expect(textParts('a'.repeat(160))).toEqual({ length: 160, parts: 1, outside: [] });
    expect(textParts('a'.repeat(161))).toEqual({ length: 161, parts: 2, outside: [] });
    expect(textParts('ñéü¿'.repeat(40))).toEqual({ length: 160, parts: 1, outside: [] });
    expect(textParts(`${'a'.repeat(159)}€`)).toEqual({ length: 161, parts: 2, outside: [] });
  });

  it('has 70 with a letter that the alphabet lacks, and names it', () => {
    expect(textParts('á'.repeat(70))).toEqual({ length: 70, parts: 1, outside: ['á'] });
    expect(textParts(`${'í'.repeat(70)}a`)).toEqual({ length: 71, parts: 2, outside: ['í'] });
  });
});

describe('a proposed message', () => {
  it.each(LANGUAGES)('names nothing that is not filled, in %s', (_, { subject, text }) => {
    for (const message of OUTREACH_MESSAGES) {
      expect(strangeField(text[message](FACTS), message)).toBeUndefined();
      expect(filled(`${subject[message](FACTS)} ${text[message](FACTS)}`, VALUES)).not.toMatch(/[{}]/);
    }
  });

  it.each(LANGUAGES)('begins its first sentence after the greeting with a capital letter, in %s', (_, { text }) => {
    for (const message of OUTREACH_MESSAGES.filter((one) => one !== 'text'))
      expect(filled(text[message](FACTS), VALUES).split('\n\n')[1]).toMatch(/^¿?\p{Lu}/u);
  });

  it('gives families no link', () => {
    expect(fieldsOf('letter')).not.toContain('link');
    expect(strangeField('{district} {link}', 'text')).toBe('link');
  });

  it('is held back with an unknown word in either language, of any letters, or with a link in its subject', () => {
    const said = (text: string, subject = 's') => ({ en: { subject: 's', text: '{link}' }, es: { subject, text } });
    expect(strangeIn(said('{link}, {contactt}'), 'reminder')).toBe('contactt');
    expect(strangeIn(said('{link}, {contact t}'), 'reminder')).toBe('contact t');
    expect(strangeIn(said('{link}', 'For {contactt}'), 'reminder')).toBe('contactt');
    expect(strangeIn(said('{link}', 'At {link}'), 'reminder')).toBe('link');
    expect(strangeIn(said('{link}, {contact}'), 'reminder')).toBeUndefined();
  });

  it('is held back without its link, where a district would need one', () => {
    const said = { en: { subject: 's', text: '{link}' }, es: { subject: 's', text: 'none' } };
    expect(lacksLink(said, 'reminder')).toBe(true);
    expect(lacksLink({ ...said, es: said.en }, 'reminder')).toBe(false);
    expect([lacksLink(said, 'thanks'), lacksLink(said, 'letter')]).toEqual([false, false]);
  });

  it('is not taken with an unknown word in braces, and fills a value as it stands', () => {
    expect(strangeField('{district} {student}', 'reminder')).toBe('student');
    expect(filled('{district}, {link}', { district: '$& {link}', link: 'L' })).toBe('$& {link}, L');
  });
});
