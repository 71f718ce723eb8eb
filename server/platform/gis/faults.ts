import { Refusal } from '../problem.ts';

const MOST_TOLD = 20;

/** A file is loaded whole or not at all; this says why not. @param faults "feature 7: it has no area" each */
export function featuresAtFault(faults: readonly string[]): Refusal {
  const lines = [
    `${faults.length === 1 ? 'A feature' : `${faults.length} features`} cannot be loaded, so nothing was:`,
    ...faults.slice(0, MOST_TOLD).map((fault) => `  - ${fault}`),
  ];
  if (faults.length > MOST_TOLD) lines.push(`  - and ${faults.length - MOST_TOLD} more`);
  lines.push('Mend them where the file was made, and import it again.');
  return new Refusal('gis.features', 422, lines.join('\n'));
}
