import { describe, expect, it } from 'vitest';
import { type FileFacts, responseRate, type WarningKind, warningsOf } from '../../../server/domain/survey/quality.ts';
import { QUESTIONS } from '../../../server/domain/survey.ts';

/** A district of 400 about whose file nobody would ask anything. */
function facts(changed: Partial<FileFacts> = {}): FileFacts {
  return {
    homes: 400,
    answered: 300,
    questions: Object.fromEntries(
      QUESTIONS.map((question) => [question, { asked: 400, answered: 300 }]),
    ) as FileFacts['questions'],
    inFullestCell: 12,
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
    ['one_cell', { inFullestCell: 201 }, null],
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
    ['half of the homes in one cell', { inFullestCell: 200 }, null],
    ['a few homes beyond the border', { outside: 19 }, null],
    ['no outline of the district', { outside: null }, null],
    ['one large family', { homes: 4000, crowded: 13 }, null],
    ['a rate that fell by less than half', { answered: 121 }, 0.6],
    ['no answers now and none before', { answered: 0, mostAlike: 0 }, 0],
    ['nothing to compare with', { answered: 1, mostAlike: 1 }, null],
  ])('is not one with %s', (_what, changed, previous) => {
    expect(kinds(changed, previous)).toEqual([]);
  });

  it('is not a small one: shares of a few students say too much of each', () => {
    expect(kinds({ homes: 19, answered: 19, inFullestCell: 19, mostAlike: 19, outside: 9, duplicates: 0 })).toEqual([]);
    expect(responseRate({ homes: 9, answered: 9 })).toBeNull();
  });
});
