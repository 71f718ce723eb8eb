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

const Reach = Type.Object({
  districts: Type.Integer(),
  windowDays: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Days of the window, its first and last included; null: it has none.',
  }),
  withoutContact: Type.Array(Type.String(), { description: 'Names of districts where nobody to write to is known.' }),
  before: Type.Union(
    [
      Type.Object({
        collection: Type.String(),
        accepted: Type.Integer({ description: 'Districts with an accepted file.' }),
        districts: Type.Integer(),
        halfAfterDays: Type.Union([Type.Integer(), Type.Null()], {
          description: 'Days after the first day by which half of the accepted files were accepted; null: not known.',
        }),
        expected: Type.Union([Type.Integer(), Type.Null()], {
          description: 'Districts that are done now, if it goes as then; null: half took longer than this window is.',
        }),
      }),
      Type.Null(),
    ],
    { description: 'The collection before; null: there is none.' },
  ),
});

export const OutreachPlan = Type.Object({
  collection: Type.String(),
  opensOn: Type.Union([Type.String(), Type.Null()]),
  closesOn: Type.Union([Type.String(), Type.Null()]),
  reach: Reach,
  plan: Type.Array(OutreachEntry, { description: 'By day. Empty for a collection without a window.' }),
  writtenAt: Type.Union([Type.String(), Type.Null()], { description: 'Null: computed from the window, not kept.' }),
  writtenBy: Type.Union([Type.String(), Type.Null()]),
});
export type OutreachPlan = Static<typeof OutreachPlan>;
