/** The best choice of a round under its rules, and for each bid left out what taking it would cost. */
import { type Bid, type Choice, type ChoiceRules, choiceOf } from '../../domain/round/choice.ts';
import { type BinaryProgram, type Bound, bestChoice } from '../../platform/binary-program.ts';

export interface Solved {
  /** Undefined: no choice keeps the rules. */
  readonly best: (Choice & { readonly isProven: boolean }) | undefined;
  /** By bid left out: the best choice with it; undefined: it cannot be taken under the rules. */
  readonly forced: Readonly<Record<string, Choice | undefined>>;
}

/** A round has some dozens of bids, each solve takes milliseconds. */
const SECONDS = 5;

export async function solveRound(bids: readonly Bid[], rules: ChoiceRules): Promise<Solved> {
  const best = await bestOf(bids, rules);
  const forced: Record<string, Choice | undefined> = {};
  for (const { id } of bids) if (best && !best.chosen.includes(id)) forced[id] = await bestOf(bids, rules, id);
  return { best, forced };
}

/** Three questions: most students, then least money for as many, then the earliest last day for as little. */
async function bestOf(bids: readonly Bid[], rules: ChoiceRules, forced?: string) {
  const bounds = boundsOf(bids, rules, forced);
  const students = factorsOf(bids, ({ students }) => students);
  const costs = bids.map(({ ask }) => ask);
  const most = await ask({ goal: 'Maximize', factors: bids.map((bid) => bid.students), bounds });
  if (!most) return undefined;
  const reached = choiceAt(bids, most.chosen);
  const asMany: Bound = { factors: students, relation: '>=', value: reached.students };
  const least = (await ask({ goal: 'Minimize', factors: costs, bounds: [...bounds, asMany] })) ?? most;
  const cheapest = choiceAt(bids, least.chosen);
  const asCheap: Bound = { factors: factorsOf(bids, (bid) => bid.ask), relation: '<=', value: cheapest.cost };
  const earliest = await finishedBy(bids, cheapest, [...bounds, asMany, asCheap]);
  return { ...earliest, isProven: most.isProven && least.isProven };
}

/** Finds the day by bisection. */
async function finishedBy(bids: readonly Bid[], known: Choice, bounds: readonly Bound[]): Promise<Choice> {
  const days = [...new Set(bids.map(({ finish }) => finish))].filter((day) => day < (known.finish ?? '')).toSorted();
  let best = known;
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const late = new Map(bids.flatMap(({ finish }, at) => (finish > (days[middle] ?? '') ? [[at, 1] as const] : [])));
    const inTime: Bound = { factors: late, relation: '=', value: 0 };
    const found = await ask({ goal: 'Minimize', factors: bids.map(() => 1), bounds: [...bounds, inTime] });
    if (found) [best, to] = [choiceAt(bids, found.chosen), middle];
    else from = middle + 1;
  }
  return best;
}

function ask(program: Omit<BinaryProgram, 'seconds'>) {
  return bestChoice({ ...program, seconds: SECONDS });
}

function choiceAt(bids: readonly Bid[], chosen: readonly number[]): Choice {
  return choiceOf(bids, new Set(chosen.flatMap((at) => bids[at]?.id ?? [])));
}

function factorsOf(bids: readonly Bid[], factor: (bid: Bid) => number): Map<number, number> {
  return new Map(bids.map((bid, at) => [at, factor(bid)]));
}

/** As `brokenRules` names them. */
function boundsOf(bids: readonly Bid[], { budget, providerCap, mustHave }: ChoiceRules, forced?: string): Bound[] {
  const where = (is: (bid: Bid) => boolean) => new Map(bids.flatMap((bid, at) => (is(bid) ? [[at, 1] as const] : [])));
  const lots = [...new Set(bids.flatMap((bid) => bid.lots))];
  const providers = [...new Set(bids.map(({ provider }) => provider))];
  const cap = providerCap ?? budget;
  return [
    { factors: factorsOf(bids, ({ ask }) => ask), relation: '<=', value: budget },
    ...lots.map((lot): Bound => ({ factors: where((bid) => bid.lots.includes(lot)), relation: '<=', value: 1 })),
    ...mustHave.map((lot): Bound => ({ factors: where((bid) => bid.lots.includes(lot)), relation: '>=', value: 1 })),
    ...providers.map(
      (own): Bound => ({
        factors: factorsOf(bids, ({ provider, ask }) => (provider === own ? ask : 0)),
        relation: '<=',
        value: cap,
      }),
    ),
    ...eitherOr(bids),
    ...(forced === undefined ? [] : [{ factors: where(({ id }) => id === forced), relation: '=', value: 1 } as const]),
  ];
}

/** No bid together with one of another alternative of its provider. */
function eitherOr(bids: readonly Bid[]): Bound[] {
  return bids.flatMap((one, at) =>
    bids.flatMap((other, later) =>
      later > at && one.provider === other.provider && one.alternative !== other.alternative
        ? [
            {
              factors: new Map([
                [at, 1],
                [later, 1],
              ]),
              relation: '<=',
              value: 1,
            } as const,
          ]
        : [],
    ),
  );
}
