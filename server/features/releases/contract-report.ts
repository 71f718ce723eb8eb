/** What a release says of its own protection and accuracy. */

import { type Static, Type } from 'typebox';
import { AudienceQuery } from '../accounts/index.ts';
import { AgreedBy, FilingsOfView } from './contract.ts';

const Share = Type.Number({ description: '0 to 1' });
const OrNull = (description: string) => Type.Union([Type.Number(), Type.Null()], { description });

export const ErrorFigure = Type.Object({
  family: Type.String({
    description:
      'Kind of count: home, device, equip, lever. Or estimated_lever: how far estimates are from the counts shown of the same students, at places, where both exist.',
  }),
  level: Type.String({ description: 'patch, hex5 to hex8, or a kind of place.' }),
  counts: Type.Integer({ description: 'Counts shown.' }),
  meanAbsolute: OrNull(
    'Students that a shown count is off, or an estimate from it, on average; null = too few counts to say.',
  ),
  p95Absolute: OrNull('95 of 100 are off by no more.'),
  meanRelative: OrNull('The same as meanAbsolute, as a share of the true count; of an estimate, of the count shown.'),
});
export type ErrorFigure = Static<typeof ErrorFigure>;

export const ReportBody = Type.Object({
  method: Type.Object({
    noise: Type.Object({ deviation: Type.Integer(), variance: Type.Integer() }),
    rounding: Type.Integer({ description: 'Counts are multiples of it; 1 = not rounded.' }),
    percentCoding: Type.Array(
      Type.Object({ atLeast: Type.Integer(), lowest: Type.Integer(), highest: Type.Integer() }),
      { description: 'Percentages of a group of at least so many stay between lowest and highest.' },
    ),
    keptUnder: Type.Integer({ description: 'An area of which fewer students changed is counted as it was before.' }),
  }),
  hidden: Type.Object({
    rows: Type.Integer({ description: 'Rows published.' }),
    counts: Type.Integer({ description: 'Counts hidden in them, zeros among them.' }),
    share: Share,
    aboveFloor: Type.Object(
      { counts: Type.Integer(), share: Share },
      { description: 'Of the counts that meet the floor, those hidden all the same.' },
    ),
  }),
  kept: Type.Object({ patches: Type.Integer({ description: 'Patches counted as in the release before.' }) }),
  errors: Type.Array(ErrorFigure),
  approximated: Type.Array(Type.Object({ kind: Type.String(), share: Share }), {
    description: 'Share of students who count to another place of the kind than the one around their home.',
  }),
});
export type ReportBody = Static<typeof ReportBody>;

export const PrivacyReport = Type.Object({
  release: Type.Object({ id: Type.Integer(), name: Type.String(), releasedAt: Type.String() }),
  audience: AudienceQuery,
  floors: Type.Object({ students: Type.Integer(), households: Type.Integer() }),
  agreedBy: AgreedBy,
  filings: FilingsOfView,
  ...ReportBody.properties,
  noFixedResidence: Type.Object({ shown: Type.Union([Type.Integer(), Type.Null()]) }),
});
export type PrivacyReport = Static<typeof PrivacyReport>;
