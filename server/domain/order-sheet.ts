/** How many devices to order for a district, from published counts: the page and the server's files reckon alike. */

/** Kinds of need: no device, a shared one, only a phone. */
export const NEEDS = ['none', 'shared', 'unsuitable'] as const;
export type Need = (typeof NEEDS)[number];

/** Whole percents beyond what is needed: for units under repair, and to have at hand. */
export interface Beyond {
  readonly repairs: number;
  readonly spares: number;
}

/** Students by kind of need; null = hidden (fewer than the floor, or all but so few), never zero. */
export type Needed = Readonly<Record<Need, number | null>>;

export interface Order {
  readonly needed: number;
  /** Devices needed, and of repairs and spares the next whole number each. */
  readonly devices: number;
  /** A kind of need is hidden: the true number is larger or the same. */
  readonly isLeast: boolean;
  /** Every kind of need is hidden, so that no number is known. */
  readonly isHidden: boolean;
}

export function orderOf(needs: Needed, { repairs, spares }: Beyond): Order {
  const needed = NEEDS.reduce((sum, need) => sum + (needs[need] ?? 0), 0);
  const more = (percent: number) => Math.ceil((needed * percent) / 100);
  return {
    needed,
    devices: needed + more(repairs) + more(spares),
    isLeast: NEEDS.some((need) => needs[need] === null),
    isHidden: NEEDS.every((need) => needs[need] === null),
  };
}
