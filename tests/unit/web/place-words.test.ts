/** The sentences of a place, in both languages: never more than the numbers claim. */
import { describe, expect, it } from 'vitest';
import { placePages as en } from '../../../server/domain/messages/en/place-pages.ts';
import { placePages as es } from '../../../server/domain/messages/es/place-pages.ts';
import { SEGMENTS, type Segment, STANDING_OF_SEGMENT } from '../../../server/domain/segments.ts';
import type { IndexRow, PlaceProfile } from '../../../server/features/profiles/contract.ts';
import { inOrder } from '../../../web/src/features/places/order.ts';
import { sentencesOf } from '../../../web/src/features/places/words.ts';

type Counts = Partial<Record<Segment, number | 'low' | 'high' | 'either'>>;

const segments = (counts: Counts): PlaceProfile['segments'] =>
  SEGMENTS.map((segment) => {
    const count = counts[segment] ?? 'low';
    const shown = typeof count === 'number' ? { students: count } : { students: null, hidden: count };
    return { segment, standing: STANDING_OF_SEGMENT[segment], ...shown };
  });

function place(students: number | null, counts: Counts | undefined, more: Partial<PlaceProfile> = {}) {
  const totals = students === null ? null : { students, households: 1, counts: {}, hidden: {}, estimates: {} };
  return {
    kind: 'county' as const,
    id: '54001',
    name: 'Barbour',
    totals,
    segments: counts ? segments(counts) : [],
    edition: { floor: 10 },
    ...more,
  };
}

const ALL: Counts = { build: 310, upgrade: 120, connect: 80, check: 60, ask: 400, connected: 1030 };

describe('the sentence of a place', () => {
  it('adds what is proven, and tells those who were not heard apart', () => {
    expect(sentencesOf(en, place(2000, ALL))).toEqual([
      'About 510 of 2,000 students in Barbour County, about 26 in 100, have a gap, by filings or by the family’s own word.',
      'Another 400 live where service is reported and were not heard.',
    ]);
    expect(sentencesOf(es, place(2000, ALL))).toEqual([
      'Unos 510 de 2,000 estudiantes en Barbour County, unos 26 de cada 100, tienen una brecha, según los informes o la propia familia.',
      'Otros 400 viven donde se informa de servicio y no fueron escuchados.',
    ]);
  });

  it('says "at least" where a part is hidden, and gives no share', () => {
    expect(sentencesOf(en, place(2000, { ...ALL, upgrade: 'low' }))[0]).toBe(
      'At least 390 of 2,000 students in Barbour County have a gap, by filings or by the family’s own word; some of the numbers are hidden.',
    );
    expect(sentencesOf(es, place(2000, { ...ALL, upgrade: 'either' }))[0]).toContain(
      'Al menos 390 de 2,000 estudiantes',
    );
    // Nearly all of 300, with a floor of 10: 287 at least.
    expect(sentencesOf(en, place(300, { build: 'high' }))[0]).toContain('At least 287 of 300 students');
  });

  it('names no number where every part is hidden', () => {
    const hidden = sentencesOf(en, place(40, { ask: 'either' }));
    expect(hidden).toEqual([
      'Of 40 students in Barbour County, too few to say have a gap, by filings or by the family’s own word.',
    ]);
    expect(sentencesOf(es, place(40, {}))[0]).toContain('muy pocos para decirlo');
  });

  it('claims nothing of service without filings, and nothing at all without numbers', () => {
    expect(sentencesOf(en, place(40, undefined))[0]).toContain('no filing is known in this view');
    expect(sentencesOf(en, place(null, undefined))[0]).toBe(
      'Too few students live in Barbour County for numbers of its own: fewer than 10, or none were sent.',
    );
    expect(sentencesOf(en, place(null, undefined, { withoutNumbers: 'Only a point is known.' }))).toEqual([
      'Only a point is known.',
    ]);
    expect(sentencesOf(es, place(1, undefined))[0]).toContain('1 estudiante vive');
  });
});

describe('a rank in words', () => {
  it('has ordinals, and a range for equal or hidden numbers', () => {
    const rank = (highestRank: number, lowestRank: number) => en.place.rank({ highestRank, lowestRank, among: 155 });
    expect([rank(1, 1), rank(2, 2), rank(3, 5), rank(11, 13), rank(101, 112)]).toEqual([
      '1st of 155',
      '2nd of 155',
      '3rd to 5th of 155',
      '11th to 13th of 155',
      '101st to 112th of 155',
    ]);
    expect(es.place.rank({ highestRank: 3, lowestRank: 5, among: 55 })).toBe('3.º a 5.º de 55');
  });
});

describe('the order of places', () => {
  const row = (name: string, students: number | null, build: Counts['build']): IndexRow => ({
    kind: 'senate_district',
    id: name,
    name,
    center: [0, 0],
    members: [],
    togetherWith: [],
    students,
    households: null,
    approximated: null,
    segments: segments({ build: build ?? 'low' }),
    equip: { students: null, hidden: 'low' },
  });
  const rows = [
    row('District 10', 500, 'low'),
    row('District 2', 900, 5),
    row('District 1', null, 'low'),
    row('District 3', 100, 'high'),
  ];

  it('counts by names with numbers, and puts hidden counts where they may be, places without numbers last', () => {
    const names = (column: 'name' | 'build' | 'students', falling: boolean) =>
      inOrder(rows, { column, falling }, 10).map(({ name }) => name.slice(9));
    expect(names('name', false)).toEqual(['1', '2', '3', '10']);
    expect(names('build', true)).toEqual(['3', '10', '2', '1']);
    expect(names('build', false)).toEqual(['2', '10', '3', '1']);
    expect(names('students', true)).toEqual(['2', '10', '3', '1']);
  });
});
