/** One hex in one spoken line: the same words as its card and its row in the table. */
import { type Choice, leverKeys, measureKey } from '../lib/choice.ts';
import { countInWords, grouped, plural } from '../lib/counts.ts';
import { LEVER_NAMES, tierName } from '../lib/words.ts';
import type { HexInfo } from './protocol.ts';

export function hexInWords(hex: HexInfo, choice: Choice): string {
  if (choice.layer === 'coverage') {
    const { served, locations } = hex.counts;
    return `${countInWords(served)} of ${plural(Number(locations ?? 0), 'location')} have ${tierName(choice.tier)} reported.`;
  }
  const group = `${grouped(hex.students)} students${hex.rest ? ' outside the finer hexes' : ''}`;
  return `${group}. ${measureInWords(hex, choice)}.`;
}

/** "Build: 40, Ask: nearly all" or "Build: few or none". */
export function measureInWords(hex: HexInfo, choice: Choice): string {
  const key = measureKey(choice);
  if (choice.source === 'disputed') return `Disputed: ${countInWords(hex.counts[key ?? ''])}`;
  if (key) return `${LEVER_NAMES[choice.measure as keyof typeof LEVER_NAMES]}: ${countInWords(hex.counts[key])}`;
  const shown = [...leverKeys(choice)].flatMap(([lever, leverKey]) => {
    const count = hex.counts[leverKey];
    return count === undefined || count === 'low' || count === 'either'
      ? []
      : [`${LEVER_NAMES[lever]}: ${countInWords(count)}`];
  });
  return shown.length > 0 ? shown.join(', ') : `Every gap is hidden, ${countInWords('low')} each`;
}
