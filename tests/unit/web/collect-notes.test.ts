/** What a district and its coordinator are told of a file that was taken in. */
import { describe, expect, it } from 'vitest';
import { district } from '../../../server/domain/messages/en/collect/district.ts';
import { page } from '../../../server/domain/messages/en/collect/page.ts';
import type { DistrictStatus } from '../../../server/features/collect/contract.ts';
import type { UploadReport } from '../../../server/features/collect/contract-uploads.ts';
import { countOfNotes, findingsIn, notesIn, notesOf } from '../../../web/src/features/collect/notes.ts';

const warnings = [{ kind: 'one_cell' as const, message: 'Most homes lie in one hexagon.' }];

describe('an accepted file', () => {
  it('counts every student once, those without a place by name', () => {
    expect(district.areAccepted({ homes: 4181, noFixedResidence: 372 })).toBe(
      '4,553 students are accepted: 4,181 on the map, 372 counted without a place.',
    );
    expect(district.areAccepted({ homes: 59, noFixedResidence: 0 })).toBe(
      '59 students are accepted, all of them on the map.',
    );
    expect(district.areAccepted({ homes: 1, noFixedResidence: 0 })).toBe('1 student is accepted and is on the map.');
    expect(district.areAccepted({ homes: 0, noFixedResidence: 1 })).toBe(
      '1 student is accepted: 0 on the map, 1 counted without a place.',
    );
  });

  it('has a note wherever its state says so, and none where it does not', () => {
    expect(notesOf(page, { state: 'accepted_with_notes', warnings })).toEqual(['Most homes lie in one hexagon.']);
    expect(notesOf(page, { state: 'accepted_with_notes', warnings: [] })).toHaveLength(1);
    expect(notesOf(page, { state: 'accepted', warnings: [] })).toEqual([]);
    const files: Pick<DistrictStatus, 'state' | 'warnings'>[] = [
      { state: 'accepted_with_notes', warnings },
      { state: 'accepted_with_notes', warnings: [] },
      { state: 'accepted', warnings: [] },
    ];
    expect(files.map(countOfNotes)).toEqual([1, 1, 0]);
  });

  it('keeps for its district every note of the check, and how many rows were to mend', () => {
    const report: UploadReport = {
      rows: 62,
      homes: 59,
      noFixedResidence: 0,
      findings: [],
      findingCounts: { 'unknown code': 2, 'no cell': 3 },
      notes: ['4 of 59 homes answer what another of their answers rules out.'],
      warnings,
    };
    expect(notesIn(report)).toEqual([
      'Most homes lie in one hexagon.',
      '4 of 59 homes answer what another of their answers rules out.',
    ]);
    expect(findingsIn(report)).toBe(5);
  });
});
