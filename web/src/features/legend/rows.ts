/** The legend's words for each class of a choice, in the order they are shown. */

import { LEVERS } from '../../../../server/domain/lever.ts';
import { type Choice, leverKeys } from '../../lib/choice.ts';
import { grouped } from '../../lib/counts.ts';
import { BY_SHARE, LEAST_NAMED } from '../../lib/estimate.ts';
import { breaksOf, FEW, HIDDEN, isCategorical, isCounted, NO_ANSWERS, PARTLY } from '../../lib/scale.ts';
import { leverInLegend, MEASURE_NAMES } from '../../lib/words.ts';

export interface LegendRow {
  readonly class: number;
  readonly words: string;
}

export function legendRows(choice: Choice, level: number, floor: number): LegendRow[] {
  if (choice.layer === 'coverage')
    return breaksOf(choice, level, floor).map((start, step) => ({
      class: step,
      words: step === 4 ? '80 to 100 % of locations' : `${start} to ${start + 19} %`,
    }));
  const few = { class: FEW, words: `fewer than ${LEAST_NAMED}` };
  if (isCategorical(choice))
    return [
      ...[...leverKeys(choice).keys()].map((lever) => ({
        class: LEVERS.indexOf(lever),
        words: leverInLegend(lever),
      })),
      { ...few, words: `${few.words} of each` },
    ];
  const breaks = breaksOf(choice, level, floor);
  const steps = breaks.map((start, step) => {
    const next = breaks[step + 1];
    return {
      class: step,
      words: next === undefined ? `${grouped(start)} or more` : `${grouped(start)} to ${grouped(next - 1)}`,
    };
  });
  return [...steps, isCounted(choice) ? { class: HIDDEN, words: 'few or none, hidden' } : few, ...doubtRows(choice)];
}

function doubtRows(choice: Choice): LegendRow[] {
  if (choice.source === 'disputed') return [];
  switch (choice.measure) {
    case 'equip':
      return [{ class: NO_ANSWERS, words: 'no answers from most' }];
    case 'unserved':
    case 'build':
    case 'upgrade':
      return [{ class: PARTLY, words: 'partly: some homes served' }];
    default:
      return [];
  }
}

/** The legend's heading: what the colors stand for. */
export function unitOf(choice: Choice): string {
  if (choice.layer === 'coverage') return 'Locations served';
  if (isCounted(choice)) return `Students, ${MEASURE_NAMES.equip.toLowerCase()}`;
  if (isCategorical(choice)) return `What most would need, ${BY_SHARE}`;
  const what = choice.source === 'disputed' || choice.measure === 'all' ? 'disputed' : MEASURE_NAMES[choice.measure];
  return `Students, ${what.toLowerCase()}, ${BY_SHARE}`;
}

/** Mean areas of H3 cells, rounded for people. Source: H3 statistics. */
export const HEX_SIZES: Record<number, string> = { 5: '250 km²', 6: '36 km²', 7: '5 km²', 8: '0.7 km²' };
