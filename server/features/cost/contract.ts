import { type Static, type TSchema, Type } from 'typebox';
import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import { CONNECTING, COST_LEVERS } from '../../domain/cost/estimate.ts';
import { COST_CASES, COST_SOURCES, COST_UNITS, PRICES, RATES } from '../../domain/cost/inputs.ts';
import { SOURCES } from '../../domain/verdict.ts';
import { filledText, wholeNumber } from '../../platform/fields.ts';
import { ViewInWords } from '../releases/index.ts';

/** As many as one wants to look at together. */
const MOST_CLUSTERS = 60;

const ofEach = <Name extends string, S extends TSchema>(names: readonly Name[], schema: (name: Name) => S) =>
  Object.fromEntries(names.map((name) => [name, schema(name)])) as Record<Name, S>;
const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

const Prices = ofEach(keysOf(PRICES), (name) => {
  const { least: minimum, most: maximum, unit } = PRICES[name];
  return Type.Object(
    ofEach(COST_CASES, () => Type.Number({ minimum, maximum })),
    { description: unit },
  );
});
const Rates = ofEach(keysOf(RATES), (name) => {
  const { least: minimum, most: maximum, unit } = RATES[name];
  return Type.Number({ minimum, maximum, description: unit });
});
const Inputs = Type.Object({ ...Prices, ...Rates });

export const ScenarioBody = Type.Object({
  of: Type.Enum(CLUSTER_MEASURES),
  source: Type.Enum(SOURCES),
  clusters: Type.Array(Type.String({ pattern: '^[0-9a-z-]{1,40}$' }), { maxItems: MOST_CLUSTERS, uniqueItems: true }),
  inputs: Type.Partial(Inputs, { description: 'Values in place of the defaults.' }),
  levers: Type.Array(Type.Enum(CONNECTING), { uniqueItems: true, description: 'What the budget may pay for.' }),
  withDevices: Type.Boolean({ description: 'A device too for each student connected who has none.' }),
  case: Type.Enum(COST_CASES, { description: 'Whose costs the budget pays.' }),
  budget: Type.Union([wholeNumber({ minimum: 0, maximum: 1e12 }), Type.Null()], { description: 'US dollars.' }),
});
export type ScenarioBody = Static<typeof ScenarioBody>;

const Share = Type.Union([Type.Number(), Type.Null()]);
const ByAnswers = Type.Object({
  share: Share,
  of: Type.Union([Type.Literal('patches'), Type.Literal('state')], {
    description: 'Whose answers: of the whole patches inside, or of the state where there are none or some are hidden.',
  }),
});

const Estimate = Type.Object({
  cost: Type.Number({ description: 'US dollars.' }),
  students: Type.Number(),
  perPassing: Share,
  perHousehold: Share,
  perStudent: Share,
});
const ByLever = Type.Object(ofEach(COST_LEVERS, () => Type.Union([Estimate, Type.Null()])));

const Costed = Type.Object({
  id: Type.String(),
  name: Type.String(),
  rank: Type.Integer(),
  estimated: Type.Integer({ description: 'Students without service, by share of locations: an estimate.' }),
  students: Type.Integer({ description: 'Exact, of the patches of the agency’s view that lie in the cluster whole.' }),
  households: Type.Integer({ description: 'Of the same.' }),
  wholePatches: Type.Integer(),
  hiddenPatches: Type.Integer({ description: 'Of those, the ones whose answers about price or devices are hidden.' }),
  studentsPerHousehold: Type.Number(),
  unaffordable: ByAnswers,
  withoutDevice: ByAnswers,
  ground: Type.Union([
    Type.Object({
      locations: Type.Integer({ description: 'FCC locations in the cluster’s hexes.' }),
      passings: Type.Integer({ description: 'Of those, without service by the FCC filing.' }),
      cells: Type.Integer({ description: 'Hexes with such locations.' }),
      betweenKm: Type.Number({
        description: 'Shortest network of straight lines from the nearest wired service at 100/20.',
      }),
      roads: Type.Optional(
        Type.Object(
          {
            roadKm: Type.Number({ description: 'Along imported roads, each piece once.' }),
            straightKm: Type.Number({ description: 'From hexes to their road, and where no road leads: straight.' }),
          },
          {
            description:
              'The same network along roads; absent where none are imported. The route factor applies to what is straight.',
          },
        ),
      ),
      firstKm: Type.Number({ description: 'Of it, the lines from where such service is.' }),
      isReached: Type.Boolean({
        description: 'False: no such service is near, and the lines from there are not counted.',
      }),
      withinKm: Type.Number({ description: 'Expected lines within the hexes.' }),
      areaKm2: Type.Number(),
    }),
    Type.Null(),
  ]),
  estimates: Type.Object(ofEach(COST_CASES, () => ByLever)),
});
export type Costed = Static<typeof Costed>;

const Option = Type.Object({
  cluster: Type.String(),
  lever: Type.Enum(CONNECTING),
  cost: Type.Integer(),
  students: Type.Integer(),
});
const PLAN = {
  chosen: Type.Array(Option),
  cost: Type.Integer(),
  students: Type.Integer(),
  left: Type.Integer({ description: 'Of the budget.' }),
};

export const CostAnswer = Type.Object({
  label: Type.String({ description: 'What this is: a screening estimate, not a bid.' }),
  release: Type.Integer(),
  view: ViewInWords,
  inputs: Inputs,
  clusters: Type.Array(Costed),
  unknown: Type.Array(Type.String(), { description: 'Clusters asked for that this release does not have.' }),
  plans: Type.Union([
    Type.Object({
      exact: Type.Object({
        ...PLAN,
        isProven: Type.Boolean({ description: 'That no mix connects more students.' }),
      }),
      greedy: Type.Object({ ...PLAN }, { description: 'The cheapest student first: to be followed by hand.' }),
    }),
    Type.Null(),
  ]),
});
export type CostAnswer = Static<typeof CostAnswer>;

export const InputList = Type.Object({
  label: Type.String(),
  inputs: Type.Array(
    Type.Object({
      name: Type.String(),
      words: Type.String(),
      unit: Type.Enum(COST_UNITS),
      value: Type.Union([Type.Number(), Type.Object(ofEach(COST_CASES, () => Type.Number()))]),
      least: Type.Number(),
      most: Type.Number(),
      source: Type.Enum(COST_SOURCES),
      sourceWords: Type.String(),
    }),
  ),
});
export type InputList = Static<typeof InputList>;

export const SaveBody = Type.Object({ name: filledText({ maxLength: 120 }), scenario: ScenarioBody });
export type SaveBody = Static<typeof SaveBody>;

const SAVED = {
  id: Type.String(),
  name: Type.String(),
  release: Type.Integer({ description: 'Release whose numbers it was made with.' }),
  savedAt: Type.String(),
  savedBy: Type.String({ description: 'Label of the token.' }),
};
export const SavedList = Type.Object({ scenarios: Type.Array(Type.Object(SAVED)) });
export type SavedList = Static<typeof SavedList>;
export const Saved = Type.Object({ ...SAVED, scenario: ScenarioBody });
export type Saved = Static<typeof Saved>;
