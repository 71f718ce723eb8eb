import { type Static, Type } from 'typebox';
import { TOLD } from '../../domain/outreach/steps.ts';
import { Day, filledText, freeText } from '../../platform/fields.ts';

export const OutreachEntry = Type.Object({
  on: Day,
  told: Type.Enum(TOLD),
  what: filledText({ maxLength: 300 }),
  assigned: freeText({ maxLength: 80 }),
  done: Type.Boolean(),
});
export type OutreachEntry = Static<typeof OutreachEntry>;

export const PlanBody = Type.Object({ plan: Type.Array(OutreachEntry, { maxItems: 100 }) });

export const OutreachPlan = Type.Object({
  collection: Type.String(),
  plan: Type.Array(OutreachEntry, { description: 'By day. Empty for a collection without a window.' }),
  writtenAt: Type.Union([Type.String(), Type.Null()], { description: 'Null: computed from the window, not kept.' }),
  writtenBy: Type.Union([Type.String(), Type.Null()]),
});
export type OutreachPlan = Static<typeof OutreachPlan>;
