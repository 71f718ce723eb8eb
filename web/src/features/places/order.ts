/** The order of rows in the index of places. */
import type { Segment } from '../../../../server/domain/segments.ts';
import type { IndexRow } from '../../../../server/features/profiles/contract.ts';
import { placeName } from '../../lib/place-name.ts';
import { middleOf } from './words.ts';

export interface Order {
  readonly column: 'name' | 'students' | 'equip' | Segment;
  readonly falling: boolean;
}

export const startOrder: Order = { column: 'name', falling: false };

/** First click: numbers descend, names ascend. */
export function nextOrder(order: Order, column: Order['column']): Order {
  if (order.column !== column) return { column, falling: column !== 'name' };
  return { column, falling: !order.falling };
}

/** Hidden counts stand by the middle of what they may be; places without numbers come last either way. */
export function inOrder(rows: readonly IndexRow[], { column, falling }: Order, floor: number): readonly IndexRow[] {
  const sign = falling ? -1 : 1;
  const byName = (a: IndexRow, b: IndexRow) => placeName(a).localeCompare(placeName(b), undefined, { numeric: true });
  return rows.toSorted((a, b) => {
    if (column === 'name') return sign * byName(a, b);
    const [one, other] = [amountOf(a, column, floor), amountOf(b, column, floor)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

function amountOf(row: IndexRow, column: Exclude<Order['column'], 'name'>, floor: number): number | undefined {
  const { students } = row;
  if (students === null || column === 'students') return students ?? undefined;
  const shown = column === 'equip' ? row.equip : row.segments.find(({ segment }) => segment === column);
  return shown && middleOf(shown, students, floor);
}
