import { describe, expect, it } from 'vitest';
import {
  enrollmentWarning,
  type FileFacts,
  responseRate,
  type WarningKind,
  warningsOf,
} from '../../../server/domain/survey/quality.ts';
import { QUESTIONS } from '../../../server/domain/survey.ts';

/** A district of 400 about whose file nobody would ask anything. */
function facts(changed: Partial<FileFacts> = {}): FileFacts {
  return {
    homes: 400,
    answered: 300,
    questions: Object.fromEntries(
      QUESTIONS.map((question) => [question, { asked: 400, answered: 300 }]),
    ) as FileFacts['questions'],
    cells: 90,
    inFullestCell: 12,
    atSchools: { homes: 3, cells: 2 },
    mostAlike: 90,
    outside: 3,
    crowded: 0,
    duplicates: 2,
    rows: 402,
    without: 41,
    ...changed,
  };
}

const kinds = (changed: Partial<FileFacts>, previous: number | null = null): WarningKind[] =>
  warningsOf(facts(changed), previous).map(({ kind }) => kind);

describe('a file that a person would ask about', () => {
  it('is not an ordinary one', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({}, 0.8)).toEqual([]);
  });

  it.each<[WarningKind, Partial<FileFacts>, number | null]>([
    ['one_cell', { inFullestCell: 200 }, null],
    ['one_cell', { homes: 10, answered: 0, mostAlike: 0, inFullestCell: 5, outside: 0, duplicates: 0 }, null],
    ['at_schools', { atSchools: { homes: 200, cells: 4 } }, null],
    ['at_schools', { cells: 1, atSchools: { homes: 400, cells: 1 }, inFullestCell: 400 }, null],
    ['outside_district', { outside: 20 }, null],
    ['crowded_homes', { crowded: 13 }, null],
    ['answers_alike', { mostAlike: 290 }, null],
    ['nobody_without', { without: 0 }, null],
    ['rate_fallen', { answered: 120 }, 0.6],
    ['duplicates', { duplicates: 10 }, null],
  ])('has %s', (kind, changed, previous) => {
    expect(kinds(changed, previous)).toEqual([kind]);
  });

  it.each<[string, Partial<FileFacts>, number | null]>([
    ['less than half of the homes in one cell', { inFullestCell: 199 }, null],
    ['less than half of the homes at schools', { atSchools: { homes: 199, cells: 4 } }, null],
    ['a city with a school in every other hexagon', { atSchools: { homes: 300, cells: 45 } }, null],
    ['no schools known', { atSchools: null }, null],
    ['a few homes beyond the border', { outside: 19 }, null],
    ['no outline of the district', { outside: null }, null],
    ['one large family', { homes: 4000, crowded: 13 }, null],
    ['a rate that fell by less than half', { answered: 121 }, 0.6],
    ['no answers now and none before', { answered: 0, mostAlike: 0 }, 0],
    ['nothing to compare with', { answered: 1, mostAlike: 1 }, null],
  ])('is not one with %s', (_what, changed, previous) => {
    expect(kinds(changed, previous)).toEqual([]);
  });

  it('is not a small one, whose shares would say too much of each student', () => {
    expect(kinds({ homes: 19, answered: 19, inFullestCell: 9, mostAlike: 19, outside: 9, duplicates: 0 })).toEqual([]);
    expect(kinds({ homes: 9, answered: 9, inFullestCell: 9, mostAlike: 9, outside: 9, duplicates: 0 })).toEqual([]);
    expect(responseRate({ homes: 9, answered: 9 })).toBeNull();
  });
});

describe('a file beside the enrollment that the coordinator knows', () => {
  const said = (homes: number, enrolled: number | null, noFixedResidence?: number, answered = 0) =>
    enrollmentWarning({ homes, enrolled, answered, ...(noFixedResidence === undefined ? {} : { noFixedResidence }) })
      ?.message;

  it('is asked about when it holds less than half of the students, or a fifth more than there are', () => {
    expect(said(4181, 45, 372, 4181)).toBe(
      '4,553 students were sent, and the coordinator knows of 45 enrolled. The file may hold students of other districts or of earlier years, or the enrollment may be wrong. More students answered than are enrolled, so the response rate is of those sent.',
    );
    expect(said(499, 1000)).toBe(
      'Fewer students with a home on the map were sent than the 1,000 that the coordinator knows to be enrolled. Schools or grades may be missing from the file, or the enrollment may be wrong.',
    );
    expect(said(1201, 1000)).toContain('other districts');
    expect(said(25, 0)).toContain('More students with a home on the map were sent than the 0');
  });

  it('counts those without fixed residence where the reader may know of them', () => {
    expect(said(450, 1000, 50)).toBeUndefined();
    expect(said(450, 1000)).toContain('Fewer students with a home');
    expect(said(1150, 1000, 51)).toContain('1,201 students were sent');
  });

  it('is not asked about otherwise', () => {
    for (const sent of [500, 1000, 1200]) expect(said(sent, 1000), String(sent)).toBeUndefined();
    expect(said(4181, null)).toBeUndefined();
    expect(said(19, 1)).toBeUndefined();
  });

  it('is asked about whenever its rate cannot be of those enrolled', () => {
    expect(said(1100, 1000, 0, 1000)).toBeUndefined();
    expect(said(1100, 1000, 0, 1001)).toContain('the response rate is of those sent');
  });
});
