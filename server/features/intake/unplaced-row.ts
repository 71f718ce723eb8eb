import { codeValueSays, type Identifying, keyValueSays, valueSays } from '../../domain/identifying.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import type { Layout } from './columns.ts';
import { looksLikeKey } from './pseudonym.ts';
import { described, type Finding } from './report.ts';
import { readLeaId } from './row-values.ts';

/** The only allowed value of `residence` besides blank. An address type would reveal who is in a shelter. */
const NONE = 'none';

/**
 * Checks a row that fills in `residence`: the value must be "none". Of such a row only district and key are kept, whatever
 * else it holds.
 *
 * @returns no finding when nothing is wrong
 */
export function unplacedFaults(
  line: number,
  fields: readonly string[],
  layout: Layout,
): { finding: Finding | undefined; identifying: readonly (readonly [column: string, says: Identifying])[] } {
  const identifying: [string, Identifying][] = [];
  const read = (index: number, says: (text: string) => Identifying | undefined): string => {
    const text = (fields[index] ?? '').trim();
    const said = says(text);
    if (said) identifying.push([layout.names[index] ?? '', said]);
    return text;
  };
  const wrong = (index: number, fault: Pick<Finding, 'kind' | 'found' | 'advice' | 'leftOut'>): Finding => ({
    line,
    column: layout.names[index] ?? '',
    also: [],
    ...fault,
  });
  const residenceAt = layout.residence ?? -1;
  const residence = read(residenceAt, codeValueSays);
  const leaId = read(layout.leaId, (text) => (readLeaId(text) === undefined ? codeValueSays(text) : undefined));
  const key = read(layout.studentKey, (text) => (looksLikeKey(text) ? undefined : keyValueSays(text)));
  const known = [residenceAt, layout.leaId, layout.studentKey];
  const beside = layout.names.map((_, index) => index).filter((index) => !known.includes(index));
  const filled = beside.filter((index) => read(index, valueSays) !== '');

  let finding: Finding | undefined;
  if (residence.toLowerCase() !== NONE)
    finding = wrong(residenceAt, {
      kind: 'residence',
      found: described(residence),
      advice: phrase('advice.residence'),
      leftOut: 'row',
    });
  else if (readLeaId(leaId) === undefined)
    finding = wrong(layout.leaId, {
      kind: leaId === '' ? 'missing' : 'lea_id',
      found: described(leaId),
      advice: phrase('advice.lea-id'),
      leftOut: 'row',
    });
  else if (!looksLikeKey(key))
    finding = wrong(layout.studentKey, {
      kind: key === '' ? 'missing' : 'key',
      found: described(key),
      advice: phrase('advice.key'),
      leftOut: 'row',
    });
  else if (filled.length > 0)
    finding = wrong(residenceAt, {
      kind: 'residence',
      found: phrase('found.beside-none'),
      advice: phrase('advice.beside-none'),
      leftOut: 'answer',
    });
  return { finding, identifying };
}
