import { describe, expect, it } from 'vitest';
import { LEVERS_AT_TIER, leverFor, needsEquipment } from '../../../server/domain/lever.ts';
import { HOME_STATUSES } from '../../../server/domain/survey.ts';
import { VERDICTS, VERDICTS_AT_TIER } from '../../../server/domain/verdict.ts';

describe('a connection lever', () => {
  it('is none for a student who is connected by its own answer, whatever filings say', () => {
    for (const verdict of VERDICTS) expect(leverFor(verdict, 'connected')).toBeUndefined();
  });

  it('is exactly one for everybody else', () => {
    for (const verdict of VERDICTS)
      for (const home of HOME_STATUSES) if (home !== 'connected') expect(leverFor(verdict, home)).toBeDefined();
  });

  it('follows the filings where they say service is missing or unclear', () => {
    expect(leverFor('unserved', 'unaffordable')).toBe('build');
    expect(leverFor('underserved', 'unanswered')).toBe('upgrade');
    expect(leverFor('partly', 'inadequate')).toBe('check');
    expect(leverFor('unknown', 'unanswered')).toBe('check');
  });

  it('follows the family where filings say served', () => {
    expect(leverFor('served', 'unaffordable')).toBe('connect');
    expect(leverFor('served', 'inadequate')).toBe('connect');
    expect(leverFor('served', 'unanswered')).toBe('ask');
  });

  it('is in the catalog of its tier', () => {
    for (const tier of ['25_3', '100_20'] as const)
      for (const verdict of VERDICTS_AT_TIER[tier])
        for (const home of HOME_STATUSES) {
          const lever = leverFor(verdict, home);
          if (lever) expect(LEVERS_AT_TIER[tier]).toContain(lever);
        }
  });
});

it('the equip lever counts no device, a shared one or only a phone, and nobody who gave no answer', () => {
  expect((['own', 'shared', 'unsuitable', 'none', 'unanswered'] as const).filter(needsEquipment)).toEqual([
    'shared',
    'unsuitable',
    'none',
  ]);
});
