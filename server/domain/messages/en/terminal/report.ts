/** The privacy report of a release on a terminal: a heading for each audience, and a line for each thing that is said. */

import { wordingIn } from '../../wording.ts';
import { kindNames } from '../kinds.ts';

const { agree, decimal, grouped, plural, wholePercent } = wordingIn('en');

const AUDIENCES: Readonly<Record<string, string>> = {
  public: 'the public',
  agency: 'state agencies',
  provider: 'providers',
  district: 'districts',
};

const FAMILIES: Readonly<Record<string, string>> = {
  lever: 'what would help',
  estimated_lever: 'the same, estimated',
  home: 'connection at home',
  device: 'devices',
};

const LEVELS: Readonly<Record<string, string>> = {
  patch: 'patches',
  county: 'counties',
  school_district: 'districts',
  state: 'the state',
};

const percent = (share: number) => `${decimal(100 * share, 1)} %`;

export const report = {
  title: ({ number, release, audience }: { number: number; release: string; audience: string }) =>
    `Privacy report of release ${number} "${release}", for ${AUDIENCES[audience] ?? audience}`,
  filings: ({ said }: { said: string }) => `  Filings       service rests on ${said}`,
  floors: ({ students, households }: { students: number; households: number }) =>
    `  Floors        ${plural(students, 'student', 'students')} and ${plural(households, 'household', 'households')} in each patch; no count under ${grouped(students)}, nor one that leaves fewer`,
  noise: ({ deviation, usual, multiple }: { deviation: number; usual: number; multiple: number }) =>
    `  Noise         up to ${grouped(deviation)} more or fewer, by itself ${decimal(usual, 1)} as a rule, the same for the same question${multiple > 1 ? `; then to the nearest ${grouped(multiple)}` : ''}`,
  hidden: ({
    counts,
    rows,
    share,
    shareOfLarge,
  }: {
    counts: number;
    rows: number;
    share: number;
    shareOfLarge: number;
  }) =>
    `  Hidden        ${plural(counts, 'count', 'counts')} of ${plural(rows, 'row', 'rows')} (${percent(share)}), most of them zero; of those that meet the floor ${percent(shareOfLarge)}`,
  kept: ({ patches, students }: { patches: number; students: number }) =>
    `  Kept          ${plural(patches, 'patch is', 'patches are')} counted as in the release before, fewer than ${grouped(students)} of ${agree(patches, 'its', 'their')} students having changed`,
  noResidence: ({ noFixedResidence }: { noFixedResidence: number }) => `  No residence  ${grouped(noFixedResidence)}`,
  noResidenceHidden: '  No residence  hidden: none, or too few',
  approximated: ({ pieces }: { pieces: readonly string[] }) =>
    `  Approximated  students who count to another place than around their home: ${pieces.join(', ')}`,
  approximatedAt: ({ kind, share }: { kind: string; share: number }) =>
    `${kindNames[kind] ?? kind} ${share < 0.01 ? 'under 1 %' : wholePercent(share)}`,
  offBy: '  Off by        on average, and 95 of 100 by no more than:',
  offByOf: ({ family, pieces }: { family: string; pieces: readonly string[] }) =>
    `    ${(FAMILIES[family] ?? family).padEnd(19)} ${pieces.length > 0 ? pieces.join(', ') : 'too few counts to say'}`,
  offByAt: ({ level, mean, most }: { level: string; mean: number; most: number }) =>
    `${LEVELS[level] ?? level} ${decimal(mean, 1)} (${grouped(most)})`,
};

export type ReportMessages = typeof report;
