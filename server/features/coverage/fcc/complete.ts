/** Asks about technologies that the vintage before had and this one lacks. */
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Step } from '../../../platform/progress.ts';
import { missingTechnologies, technologiesIn } from './counted.ts';
import { fccErrors } from './errors.ts';
import { FILE_WORDS, technologyOf } from './file-name.ts';
import type { PeriodInShort } from './filings.ts';
import type { PlannedFiling } from './plan.ts';
import type { Period } from './vintage.ts';

/** @param text "Cable,Copper" @throws Refusal naming the words there are */
export function technologiesFrom(text: string): TechnologyCode[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => {
      const technology = technologyOf(word);
      if (technology === undefined) throw fccErrors.notATechnology(word, Object.values(FILE_WORDS));
      return technology;
    });
}

interface Completeness {
  readonly period: Period;
  readonly filings: readonly PlannedFiling[];
  /** All periods of the state, loaded or about to be, oldest first. */
  readonly periods: readonly PeriodInShort[];
  /** Technologies that somebody declared absent from the vintage, now or when it was loaded. */
  readonly allowed: readonly TechnologyCode[];
  readonly step: Step;
}

/**
 * @returns the period's summary
 * @throws Refusal naming the flag to add, when the newest filing lacks a technology of the vintage before
 */
export function requireComplete({ period, filings, periods, allowed, step }: Completeness): PeriodInShort {
  const { stateFips, asOf } = period;
  const files = filings.at(-1)?.files ?? [];
  const before = periods.filter((other) => other.asOf < asOf).at(-1);
  const missing = missingTechnologies(before?.technologies ?? [], technologiesIn(files)).filter(
    (technology) => !allowed.includes(technology),
  );
  if (before && missing.length > 0) throw fccErrors.incomplete(stateFips, asOf, before.asOf, missing.map(wordOf));

  const technologies = technologiesIn(files.filter(({ rows }) => rows > 0));
  const after = periods.find((other) => other.asOf > asOf);
  const lost = missingTechnologies(technologies, after?.technologies ?? technologies).filter(
    (technology) => !after?.without.includes(technology),
  );
  if (after && lost.length > 0)
    step.note(
      `The vintage as of ${after.asOf}, loaded before, has no ${lost.map(wordOf).join(', no ')}. If the FCC published a file, import it.`,
    );
  return { asOf, technologies, without: allowed };
}

/** @throws Refusal when a technology declared absent is there: the flag does not remove files */
export function requireAbsent(without: readonly TechnologyCode[], filings: readonly PlannedFiling[]): void {
  const changed = filings.filter(({ outcome }) => outcome !== 'unchanged');
  for (const technology of without) {
    const file = changed.flatMap(({ files }) => files).find((one) => one.technology === technology);
    if (file && changed.every(({ files }) => files.some((one) => one.technology === technology)))
      throw fccErrors.notAbsent(wordOf(technology), file.name);
  }
}

function wordOf(technology: TechnologyCode): string {
  return FILE_WORDS[technology];
}
