/** One hex in one spoken line, in the same words as its card and its table row. */
import { amountInShort, amountInWords, estimateInWords } from '../lib/amount-words.ts';
import { type Choice, leverKeys, measureKey } from '../lib/choice.ts';
import { isNumber } from '../lib/counts.ts';
import { mapMessages } from '../lib/messages.ts';
import type { HexInfo } from './protocol.ts';

export function hexInWords(hex: HexInfo, choice: Choice): string {
  const { hex: messages } = mapMessages.get().stage;
  if (choice.layer === 'coverage') {
    const { served, locations } = hex.counts;
    return messages.coverage({
      served: amountInWords(served),
      locations: Number(locations ?? 0),
      tier: choice.tier,
    });
  }
  const facts = { students: hex.students, said: measureInWords(hex, choice) };
  return hex.rest ? messages.rest(facts) : messages.students(facts);
}

/** "Build: about 40, Ask: about 12, by share of locations", "Unserved: fewer than 10, by share of locations", "Equip: few or none". */
function measureInWords(hex: HexInfo, choice: Choice): string {
  const {
    amounts,
    stage: { hex: messages },
    words: { measureNames },
  } = mapMessages.get();
  const key = measureKey(choice);
  const amount = key && amountInWords(hex.counts[key]);
  if (choice.source === 'disputed') return messages.disputed({ amount: amount ?? amounts.notCounted });
  if (amount && choice.measure !== 'all') return messages.measure({ name: measureNames[choice.measure], amount });
  const named = [...leverKeys(choice)].flatMap(([lever, leverKey]) => {
    const ofLever = hex.counts[leverKey];
    return isNumber(ofLever) ? [messages.measure({ name: measureNames[lever], amount: amountInShort(ofLever) })] : [];
  });
  return named.length > 0
    ? amounts.byShare({ what: named.join(', ') })
    : messages.everyGap({ amount: estimateInWords(0) });
}
