/** What of a release is drawn over time, as amounts of one place. */

import type { ChangeMessages } from '../../../../server/domain/messages/en/change.ts';
import { SEGMENTS, segmentCountKey } from '../../../../server/domain/segments.ts';
import { statisticKey } from '../../../../server/domain/statistic.ts';
import { type Amount, countIn, isEstimate } from '../../lib/counts.ts';
import type { TrendPoint } from './queries.ts';

export interface Series {
  readonly name: string;
  /** Follows from filings too, so that another method makes it another number. */
  readonly isOfFilings: boolean;
  /** Undefined: the release has no such number. */
  readonly amounts: readonly (Amount | undefined)[];
}

const UNANSWERED = statisticKey({ kind: 'home', status: 'unanswered' });

export function seriesOf(points: readonly TrendPoint[]): Series[] {
  const counted = (name: string, key: string, isOfFilings: boolean): Series => ({
    name,
    isOfFilings,
    amounts: points.map(({ totals }) => countIn(totals, key)),
  });
  return [
    {
      name: 'unserved',
      isOfFilings: true,
      amounts: points.map(({ unserved }) => (unserved === null ? undefined : { about: unserved })),
    },
    ...SEGMENTS.map((segment) => counted(segment, segmentCountKey(segment), segment !== 'connected')),
    counted('unanswered', UNANSWERED, false),
    counted('equip', 'equip', false),
  ];
}

/** Value to draw; undefined where it is hidden, or there is none. */
export function heightOf(amount: Amount | undefined): number | undefined {
  if (isEstimate(amount)) return amount.about;
  return typeof amount === 'number' ? amount : undefined;
}

export function amountInWords(messages: ChangeMessages, amount: Amount | undefined): string {
  if (amount === undefined) return messages.none;
  if (isEstimate(amount)) return messages.about({ count: amount.about });
  return typeof amount === 'number' ? messages.count({ count: amount }) : messages.hidden({ hidden: amount });
}

/** Whether a line may be drawn to a point from the one before. */
export function isJoined({ isOfFilings }: Series, point: TrendPoint | undefined): boolean {
  return point !== undefined && !(isOfFilings && point.breaks.length > 0);
}
