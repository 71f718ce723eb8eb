/** The legend's words for each class of a choice, in display order. */

import { LEVERS } from '../../../../server/domain/lever.ts';
import { type Choice, leverKeys } from '../../lib/choice.ts';
import { LEAST_NAMED } from '../../lib/counts.ts';
import { mapMessages } from '../../lib/messages.ts';
import {
  breaksOf,
  DENSITY_STARTS,
  FEW,
  HIDDEN,
  isCategorical,
  isCounted,
  NO_ANSWERS,
  PARTLY,
} from '../../lib/scale.ts';

export interface LegendRow {
  readonly class: number;
  readonly words: string;
}

/** @param level of the hexes drawn; undefined: none is, so nothing is said of their size */
export function legendRows(choice: Choice, level: number | undefined, floor: number): LegendRow[] {
  const { legend, words } = mapMessages.get();
  if (choice.layer === 'coverage')
    return breaksOf(choice, level ?? ANY_LEVEL, floor).map((lowest, step) => ({
      class: step,
      words: step === 4 ? legend.lastShare({ lowest }) : legend.shareStep({ lowest, highest: lowest + 19 }),
    }));
  if (isCategorical(choice))
    return [
      ...[...leverKeys(choice).keys()].map((lever) => ({
        class: LEVERS.indexOf(lever),
        words: words.leversInLegend[lever],
      })),
      { class: FEW, words: legend.fewOfEach({ fewest: LEAST_NAMED }) },
    ];
  const steps = densityRows(level === undefined ? undefined : breaksOf(choice, level, floor));
  const unnamed = isCounted(choice)
    ? { class: HIDDEN, words: legend.hidden }
    : { class: FEW, words: legend.few({ fewest: LEAST_NAMED }) };
  return [...steps, unnamed, ...doubtRows(choice)];
}

/** Shares are the same at every level. */
const ANY_LEVEL = 6;

/** Each step as students to a square mile, and what that is in a hex of this zoom; a step that no hex here can reach says so. */
function densityRows(breaks: readonly number[] | undefined): LegendRow[] {
  const { legend } = mapMessages.get();
  return DENSITY_STARTS.map((lowest, step) => {
    const next = DENSITY_STARTS[step + 1];
    const range = next === undefined ? legend.lastStep({ lowest }) : legend.step({ lowest, highest: next });
    if (!breaks) return { class: step, words: range };
    const here = hereInWords(breaks[step] ?? 0, breaks[step + 1]);
    return { class: step, words: legend.densityStep({ range, here }) };
  });
}

function hereInWords(fewest: number, next: number | undefined): string {
  const { legend } = mapMessages.get();
  if (next === undefined) return legend.hereOrMore({ fewest });
  return next <= fewest ? legend.notHere : legend.here({ fewest, atMost: next - 1 });
}

function doubtRows(choice: Choice): LegendRow[] {
  const { legend } = mapMessages.get();
  if (choice.source === 'disputed') return [];
  switch (choice.measure) {
    case 'equip':
      return [{ class: NO_ANSWERS, words: legend.noAnswers }];
    case 'unserved':
    case 'build':
    case 'upgrade':
      return [{ class: PARTLY, words: legend.partly }];
    default:
      return [];
  }
}

/** The legend's heading: the meaning of the colors. */
export function unitOf(choice: Choice): string {
  const { units } = mapMessages.get().legend;
  if (choice.layer === 'coverage') return units.coverage;
  const what = choice.source === 'disputed' ? units.disputed : units[choice.measure];
  return isCategorical(choice) ? what : mapMessages.get().legend.toSquareMile({ what });
}
