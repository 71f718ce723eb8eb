/**
 * Which sources filed in a view, and so which questions it can answer. A question without filings is never
 * offered; a link that asks one gets the nearest answerable choice, and `unanswered` says so.
 */
import { LEVERS_AT_TIER } from '../../../server/domain/lever.ts';
import { missingWords, noFilingWords } from '../../../server/domain/reason.ts';
import { FILERS, type Filer, filersOf } from '../../../server/domain/verdict.ts';
import type { Release } from './api.ts';
import { type Choice, type LayerChoice, type Measure, SOURCE_CHOICES, type SourceChoice } from './choice.ts';
import { countIn } from './counts.ts';
import { filingsMessages, mapMessages } from './messages.ts';

export interface Heard {
  readonly filers: readonly Filer[];
  readonly audience: string;
  /** What the state calls its utility commission. */
  readonly commission: string;
  /** Whether more than a few families say that no service is available, and so can dispute a filing by themselves. */
  readonly familiesDispute: boolean;
}

type Heardable = Pick<Release, 'sources' | 'audience' | 'commission' | 'totals' | 'state'>;

export function heardIn(release: Omit<Heardable, 'state'>): Heard {
  const { sources, audience, commission, totals } = release;
  const unavailable = countIn(totals, 'home.unavailable');
  const familiesDispute = unavailable !== undefined && unavailable !== 'low';
  return { filers: filersOf(sources), audience, commission, familiesDispute };
}

/** The views of several states together: a source can be asked if one of them has it. Undefined without states. */
export function heardTogether(all: readonly Heard[]): Heard | undefined {
  const [one] = all;
  if (!one || all.length === 1) return one;
  return {
    ...one,
    filers: FILERS.filter((filer) => all.some(({ filers }) => filers.includes(filer))),
    familiesDispute: all.some(({ familiesDispute }) => familiesDispute),
  };
}

/** The only source that filed, if there is just one. */
export function onlyFiler({ filers }: Heard): Filer | undefined {
  return filers.length === 1 ? filers[0] : undefined;
}

export function sourcesOffered(heard: Heard): readonly SourceChoice[] {
  if (heard.filers.length === FILERS.length) return SOURCE_CHOICES;
  const dispute = heard.filers.length > 0 && heard.familiesDispute;
  return [...heard.filers, ...(dispute ? (['disputed'] as const) : [])];
}

export function layersOffered({ filers }: Heard): readonly LayerChoice[] {
  return filers.includes('fcc') ? ['hexes', 'coverage'] : ['hexes'];
}

export function measuresOffered({ tier }: Choice, { filers }: Heard): readonly Measure[] {
  return filers.length === 0 ? ['equip'] : ['unserved', 'all', ...LEVERS_AT_TIER[tier], 'equip'];
}

/**
 * The choice shown for the choice asked. Where only one source filed, *agreed* and its own word are the same
 * question.
 *
 * @param heard undefined while the release is loading
 */
export function answerable(choice: Choice, heard: Heard | undefined): Choice {
  if (!heard) return choice;
  const layer = layersOffered(heard).includes(choice.layer) ? choice.layer : 'hexes';
  const offered = sourcesOffered(heard);
  const source = offered.includes(choice.source) ? choice.source : (offered[0] ?? 'agreed');
  const measure = heard.filers.length === 0 ? 'equip' : choice.measure;
  const isSame = layer === choice.layer && source === choice.source && measure === choice.measure;
  return isSame ? choice : { ...choice, layer, source, measure };
}

/**
 * Whether one state's filings answer the choice of a map of several. *Agreed* is the word of the source that filed alone; what
 * families answered of devices needs no source.
 */
export function answers(choice: Choice, heard: Heard): boolean {
  const own = answerable(choice, heard);
  if (own.layer !== choice.layer || choice.layer === 'coverage') return own.layer === choice.layer;
  const asksNoSource = choice.source === 'agreed' || (choice.measure === 'equip' && choice.source !== 'disputed');
  return own.measure === choice.measure && (own.source === choice.source || asksNoSource);
}

/** The choice shown in a state of the map, by whose filings there are. */
export function choiceIn(releases: readonly Heardable[], asked: Choice, state: string | undefined): Choice {
  const choice = answerable(asked, heardTogether(releases.map(heardIn)));
  const release = releases.find(({ state: { fips } }) => fips === state);
  return release ? answerable(choice, heardIn(release)) : choice;
}

/** Why one state's filings do not answer what the map of several asks: a clause. */
export function whyNot(choice: Choice, heard: Heard): string {
  if (choice.layer === 'coverage') return noFilingWords(filingsMessages.get(), 'fcc', heard.audience);
  const isDispute = choice.source === 'disputed' && heard.filers.length > 0;
  return isDispute ? mapMessages.get().edition.nothingDisputed : missing(heard);
}

/** What a link asks that this view cannot answer, in a sentence; undefined when it can, or when it asks nothing specific. */
export function unanswered(asked: Choice, heard: Heard): string | undefined {
  const { words } = mapMessages.get();
  const { commission } = heard;
  const only = onlyFiler(heard);
  if (asked.layer === 'coverage' && !heard.filers.includes('fcc'))
    return words.asksCoverage({ why: noFilingWords(filingsMessages.get(), 'fcc', heard.audience) });
  if (!only || asked.source === 'agreed' || sourcesOffered(heard).includes(asked.source)) return undefined;
  return asked.source === 'disputed'
    ? words.asksDispute({ filer: only, commission })
    : words.asksOther({ other: asked.source, why: missing(heard), filer: only, commission });
}

/** "no utility commission filing is public"; empty when both filed. */
export function missing({ filers, audience }: Heard): string {
  return missingWords(filingsMessages.get(), filers, audience) ?? '';
}
