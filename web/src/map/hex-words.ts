/** One hex in one spoken line: the same words as its card and its row in the table. */
import { type Choice, leverKeys, measureKey } from '../lib/choice.ts';
import { amountInShort, amountInWords, grouped, isNumber, plural } from '../lib/counts.ts';
import { BY_SHARE, estimateInWords } from '../lib/estimate.ts';
import { LEVER_NAMES, MEASURE_NAMES, tierName } from '../lib/words.ts';
import type { HexInfo } from './protocol.ts';

export function hexInWords(hex: HexInfo, choice: Choice): string {
  if (choice.layer === 'coverage') {
    const { served, locations } = hex.counts;
    return `${amountInWords(served)} of ${plural(Number(locations ?? 0), 'location')} have ${tierName(choice.tier)} reported.`;
  }
  const group = `${grouped(hex.students)} students${hex.rest ? ' outside the finer hexes' : ''}`;
  return `${group}. ${measureInWords(hex, choice)}.`;
}

/** "Build: about 40, Ask: about 12, by share of locations", "Unserved: fewer than 10, by share of locations", "Equip: few or none". */
function measureInWords(hex: HexInfo, choice: Choice): string {
  const key = measureKey(choice);
  if (choice.source === 'disputed') return `Disputed: ${amountInWords(hex.counts[key ?? ''])}`;
  if (key && choice.measure !== 'all') return `${MEASURE_NAMES[choice.measure]}: ${amountInWords(hex.counts[key])}`;
  const named = [...leverKeys(choice)].flatMap(([lever, leverKey]) => {
    const amount = hex.counts[leverKey];
    return isNumber(amount) ? [`${LEVER_NAMES[lever]}: ${amountInShort(amount)}`] : [];
  });
  return named.length > 0 ? `${named.join(', ')}, ${BY_SHARE}` : `Every gap: ${estimateInWords(0)}`;
}
