import { type Static, Type } from 'typebox';
import { AudienceQuery } from '../accounts/index.ts';

const Hidden = Type.Union([Type.Integer(), Type.Null()], { description: 'Null is hidden, never zero.' });

const DeviceLine = Type.Object({
  leaIds: Type.Array(Type.String(), { description: 'One district, or several that are only published together.' }),
  name: Type.String(),
  students: Hidden,
  none: Hidden,
  shared: Hidden,
  unsuitable: Type.Union([Type.Integer(), Type.Null()], { description: 'Only a phone. Null is hidden, never zero.' }),
  unanswered: Hidden,
});

export const OrderSheet = Type.Object({
  release: Type.Object({ id: Type.Integer(), name: Type.String() }),
  synthetic: Type.Boolean(),
  audience: AudienceQuery,
  view: Type.String({ description: 'Release, audience and filings, in words.' }),
  floor: Type.Integer({ description: 'Fewer students than this are hidden.' }),
  districts: Type.Array(DeviceLine),
});
export type OrderSheet = Static<typeof OrderSheet>;
