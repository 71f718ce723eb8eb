import { describe, expect, it } from 'vitest';
import { blueprintOf, type InstanceSeen } from '../../../server/domain/blueprint.ts';
import { collectionsCompared, type ReleaseMade, releasesCompared } from '../../../server/domain/comparable.ts';
import { fccWindows, newestOut } from '../../../server/domain/fcc-calendar.ts';

describe('windows of the FCC', () => {
  it('are of the last of June and of December, and out seven months later', () => {
    expect(fccWindows('2025-12-31', '2026-12-30')).toEqual([
      { asOf: '2025-12-31', aboutOut: '2026-07-31' },
      { asOf: '2026-06-30', aboutOut: '2027-01-31' },
    ]);
  });
  it.each([
    ['2026-07-30', '2025-06-30'],
    ['2026-07-31', '2025-12-31'],
    ['2027-01-31', '2026-06-30'],
  ])('make the newest that should be out: on %s as of %s', (today, asOf) => {
    expect(newestOut(today)).toBe(asOf);
  });
});

describe('two collections', () => {
  const fall = { questions: ['internet_access', 'device'], accepted: ['5400001', '5400002'] };
  it('do not compare in a question that one of them asked, or where a district sent once', () => {
    const spring = { questions: ['internet_access', 'barrier'], accepted: ['5400002', '5400003'] };
    expect(collectionsCompared(fall, spring)).toEqual({
      added: ['barrier'],
      dropped: ['device'],
      missing: ['5400001'],
      joined: ['5400003'],
    });
  });
  it('say nothing of districts while one is planned', () => {
    expect(collectionsCompared(fall, { ...fall, accepted: undefined })).toEqual({
      added: [],
      dropped: [],
      missing: [],
      joined: [],
    });
  });
});

describe('two releases', () => {
  const made: ReleaseMade = {
    benchmark: '100_20',
    filings: [],
    floors: { students: 10, households: 5, townStudents: 1000 },
    collection: 'Fall 2026',
  };
  it('compare where nothing differs', () => {
    expect(releasesCompared(made, made)).toEqual({ breaks: [], otherFloors: false, sameAnswers: true });
  });
  it.each([
    [{ benchmark: '25_3' as const }, { breaks: ['benchmark'], otherFloors: false, sameAnswers: true }],
    [
      { floors: { students: 15, households: 5, townStudents: 1000 } },
      { breaks: [], otherFloors: true, sameAnswers: true },
    ],
    [{ collection: 'Spring 2027' }, { breaks: [], otherFloors: false, sameAnswers: false }],
  ])('say what differs: %j', (part, said) => {
    expect(releasesCompared(made, { ...made, ...part })).toEqual(said);
  });
});

describe('the blueprint', () => {
  const seen: InstanceSeen = { collections: null, releases: [], filings: [], newestOut: '2026-06-30' };
  const collection = (linked: number, accepted: number) => ({
    name: 'Fall 2026',
    state: 'open' as const,
    districts: { total: 3, linked, accepted },
  });
  it('does not guess what only a coordinator can know', () => {
    expect(blueprintOf(seen)).toMatchObject({
      collection: 'unseen',
      invited: 'unseen',
      answers: 'unseen',
      fcc: 'open',
    });
  });
  it.each([
    [0, 0, 'open', 'open'],
    [2, 0, 'begun', 'open'],
    [3, 1, 'done', 'begun'],
    [0, 3, 'done', 'done'],
  ])('counts %i districts with a link and %i that sent as %s and %s', (linked, accepted, invited, answers) => {
    expect(blueprintOf({ ...seen, collections: [collection(linked, accepted)] })).toMatchObject({ invited, answers });
  });
  it('asks for the filings that should be out, and for a release of the newest collection', () => {
    const release = { name: 'R', standing: 'published', current: true, collection: 'Spring 2026', filers: ['fcc'] };
    const found = blueprintOf({
      ...seen,
      collections: [collection(3, 3)],
      filings: [{ asOf: '2025-12-31' }],
      releases: [release],
    });
    expect(found).toMatchObject({ fcc: 'begun', commission: 'open', release: 'begun', published: 'done' });
    const later = { ...release, collection: 'Fall 2026', filers: ['fcc', 'puc'] };
    expect(blueprintOf({ ...seen, filings: [{ asOf: '2026-06-30' }], releases: [release, later] })).toMatchObject({
      fcc: 'done',
      commission: 'done',
      release: 'done',
    });
  });
});
