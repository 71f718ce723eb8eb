import { type Static, Type } from 'typebox';
import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import { AudienceQuery } from '../accounts/index.ts';

const Estimate = Type.Union([Type.Integer(), Type.Null()], {
  description:
    'An estimate: students to build for, of each patch, by the share of its FCC locations on land already paid for. Null: fewer than the floor.',
});

export const Funded = Type.Object({
  release: Type.Integer(),
  audience: AudienceQuery,
  floor: Type.Integer(),
  areas: Type.Array(
    Type.Object({
      id: Type.Integer(),
      program: Type.String(),
      holder: Type.Union([Type.String(), Type.Null()]),
      technology: Type.Union([Type.Integer(), Type.Null()]),
      downloadMbps: Type.Union([Type.Number(), Type.Null()]),
      uploadMbps: Type.Union([Type.Number(), Type.Null()]),
      dueOn: Type.Union([Type.String(), Type.Null()]),
      illustrative: Type.Boolean(),
    }),
  ),
  state: Estimate,
  counties: Type.Array(Type.Object({ id: Type.String(), build: Estimate })),
  clusters: Type.Array(
    Type.Object({
      of: Type.Enum(CLUSTER_MEASURES),
      id: Type.String(),
      share: Type.Number({ description: 'Of its FCC locations on land already paid for, 0 to 1.' }),
      programs: Type.Array(Type.String()),
    }),
  ),
});
export type Funded = Static<typeof Funded>;

export const FundedHexes = Type.Object({
  release: Type.Integer(),
  audience: AudienceQuery,
  level: Type.Integer(),
  percents: Type.Record(Type.String(), Type.Integer(), {
    description:
      'By hex of the level, percent of its FCC locations on land already paid for; those with less than one are left out.',
  }),
});
export type FundedHexes = Static<typeof FundedHexes>;
