/** What may be chosen in a round, and what a choice comes to. Whole dollars and whole students, so that sums are exact. */

/** What is taken or left as one: a whole alternative, or one lot of an alternative that offers each by itself. */
export interface Bid {
  readonly id: string;
  readonly provider: string;
  /** Its alternative: a choice takes at most one alternative of a provider. */
  readonly alternative: string;
  readonly lots: readonly number[];
  /** US dollars. */
  readonly ask: number;
  /** Whom it would connect. */
  readonly students: number;
  /** Day on which all of it is to be finished, YYYY-MM-DD. */
  readonly finish: string;
}

export interface ChoiceRules {
  /** US dollars. */
  readonly budget: number;
  /** Most dollars for one provider; undefined: as the budget. */
  readonly providerCap?: number | undefined;
  readonly mustHave: readonly number[];
}

export interface Choice {
  /** Ids of bids, in the order of the bids. */
  readonly chosen: readonly string[];
  readonly students: number;
  readonly cost: number;
  /** The latest day of the bids chosen; undefined: none is chosen. */
  readonly finish: string | undefined;
}

export function choiceOf(bids: readonly Bid[], chosen: ReadonlySet<string>): Choice {
  const taken = bids.filter(({ id }) => chosen.has(id));
  return {
    chosen: taken.map(({ id }) => id),
    students: sumOf(taken.map(({ students }) => students)),
    cost: sumOf(taken.map(({ ask }) => ask)),
    finish: taken
      .map(({ finish }) => finish)
      .toSorted()
      .at(-1),
  };
}

export const RULE_NAMES = ['budget', 'provider-cap', 'lot-twice', 'two-alternatives', 'must-have'] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Rules that a choice breaks, for a choice by hand. */
export function brokenRules(
  bids: readonly Bid[],
  chosen: ReadonlySet<string>,
  { budget, providerCap, mustHave }: ChoiceRules,
): RuleName[] {
  const taken = bids.filter(({ id }) => chosen.has(id));
  const lots = taken.flatMap((bid) => bid.lots);
  const providers = [...Map.groupBy(taken, ({ provider }) => provider).values()];
  const cap = providerCap ?? Infinity;
  const broken: Record<RuleName, boolean> = {
    budget: sumOf(taken.map(({ ask }) => ask)) > budget,
    'provider-cap': providers.some((own) => sumOf(own.map(({ ask }) => ask)) > cap),
    'lot-twice': new Set(lots).size < lots.length,
    'two-alternatives': providers.some((own) => new Set(own.map(({ alternative }) => alternative)).size > 1),
    'must-have': mustHave.some((lot) => !lots.includes(lot)),
  };
  return RULE_NAMES.filter((name) => broken[name]);
}

/** Sorts the better choice first: most students, then least money, then the earlier finish. */
export function compareChoices(a: Choice, b: Choice): number {
  return b.students - a.students || a.cost - b.cost || (a.finish ?? '').localeCompare(b.finish ?? '');
}

/**
 * The greedy choice, which a person can follow by hand: takes bids that break no rule, cheapest per student first. Must-have lots
 * come first.
 */
export function greedyChoice(bids: readonly Bid[], rules: ChoiceRules): Choice {
  const chosen = new Set<string>();
  const fits = ({ id }: Bid) => {
    const broken = brokenRules(bids, new Set([...chosen, id]), rules);
    return broken.every((rule) => rule === 'must-have');
  };
  const covers = ({ lots }: Bid) => lots.some((lot) => rules.mustHave.includes(lot));
  const ordered = bids.filter(({ students }) => students > 0).toSorted(cheapestFirst);
  for (const bid of [...ordered.filter(covers), ...ordered.filter((bid) => !covers(bid))])
    if (fits(bid)) chosen.add(bid.id);
  return choiceOf(bids, chosen);
}

/** Cross-multiplied, because a quotient is rounded. Ties: the larger, then by id. */
function cheapestFirst(a: Bid, b: Bid): number {
  return a.ask * b.students - b.ask * a.students || b.students - a.students || a.id.localeCompare(b.id);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
