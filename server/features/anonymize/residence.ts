import { type ResidenceValue, residenceKey, type SaidKind, type SaidResidences } from '../../domain/anonymize/index.ts';
import { anonymizeErrors } from './errors.ts';

/**
 * What the person said that address types mean.
 *
 * @param said pairs such as "DU=none,F=home", or "Homeless Code:B=none" of one column; a value may hold commas
 * @throws Refusal anonymize.residence
 */
export function residencesSaid(said: string | undefined): SaidResidences {
  if (said === undefined) return {};
  const residences: Record<string, SaidKind> = {};
  const rest = said.replace(PAIR, (_, value: string, kind: string) => {
    residences[residenceKey(value)] = kind.toLowerCase() as SaidKind;
    return '';
  });
  if (rest.trim() !== '') throw anonymizeErrors.residence();
  return residences;
}

const PAIR = /\s*([^=]*?)\s*=\s*(none|home)\s*(?:,|$)/gi;

/** How many of the values said are nowhere in the file, as when they were mistyped. */
export function unmetResidences(said: SaidResidences, met: readonly ResidenceValue[]): number {
  const keys = new Set(met.flatMap((value) => value.keys));
  return Object.keys(said).filter((key) => !keys.has(key)).length;
}
