import { type ResidenceValue, residenceKey, type SaidKind, type SaidResidences } from '../../domain/anonymize/index.ts';
import { anonymizeErrors } from './errors.ts';

/**
 * Parses the person's meanings of address types.
 *
 * @param said pairs such as "DU=none,F=home", or "Homeless Code:B=none" for one column; a value may contain commas
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

/** Number of given values that the file does not contain, for example misspelled ones. */
export function unmetResidences(said: SaidResidences, met: readonly ResidenceValue[]): number {
  const keys = new Set(met.flatMap((value) => value.keys));
  return Object.keys(said).filter((key) => !keys.has(key)).length;
}
