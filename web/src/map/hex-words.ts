/** One hex in one spoken line: the same words as its card and its row in the table. */
import { type Choice, leverKeys, measureKey } from '../lib/choice.ts';
import { countInWords, grouped, plural } from '../lib/counts.ts';
import { LEVER_NAMES, tierName } from '../lib/words.ts';
import type { HexInfo } from './protocol.ts';

export function hexInWords(hex: HexInfo, choice: Choice, floor: number): string {
  if (choice.layer === 'coverage') {
    const { served, locations } = hex.counts;
    return `${countInWords(served, 0)} of ${plural(Number(locations ?? 0), 'location')} have ${tierName(choice.tier)} reported.`;
  }
  const group = `${grouped(hex.students)} students${hex.rest ? ' outside the finer hexes' : ''}`;
  return `${group}. ${measureInWords(hex, choice, floor)}.`;
}

/** "Build: 40. Ask: fewer than 10" or "Build: fewer than 10". */
export function measureInWords(hex: HexInfo, choice: Choice, floor: number): string {
  const key = measureKey(choice);
  if (choice.source === 'disputed') return `Disputed: ${countInWords(hex.counts[key ?? ''], floor)}`;
  if (key) return `${LEVER_NAMES[choice.measure as keyof typeof LEVER_NAMES]}: ${countInWords(hex.counts[key], floor)}`;
  const shown = [...leverKeys(choice)].flatMap(([lever, leverKey]) => {
    const count = hex.counts[leverKey];
    return count === undefined || count === 'low' || count === 'either'
      ? []
      : [`${LEVER_NAMES[lever]}: ${countInWords(count, floor)}`];
  });
  return shown.length > 0 ? shown.join(', ') : `Every gap is hidden, ${countInWords('low', floor)} each`;
}
