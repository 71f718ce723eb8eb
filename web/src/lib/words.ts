/** The words of the map: short, plain, and the same in the sentence, the legend, the cards and the table. */
import { tierName } from '../../../server/domain/speed.ts';
import { isTechnologyCode, type Profile } from '../../../server/domain/technology.ts';
import type { Choice, Measure, SourceChoice } from './choice.ts';
import { type Heard, missing, onlyFiler } from './heard.ts';
import { mapMessages } from './messages.ts';

/** Words of the state's utility commission, while the release that names it is loading. */
export const COMMISSION = 'PUC';

/** A source as a choice inside the sentence: "where FCC and PUC filings agree", or "by FCC filings" where one alone filed. */
export function sourceInSentence(source: SourceChoice, heard: Heard | undefined): string {
  const { words } = mapMessages.get();
  const commission = heard?.commission ?? COMMISSION;
  const filer = heard && onlyFiler(heard);
  if (!filer) return words.whose({ source, commission });
  return source === 'disputed' ? words.disputedOne({ filer, commission }) : words.byOne({ filer, commission });
}

export function satelliteNote(profile: Profile): string {
  const { words } = mapMessages.get();
  return profile === 'any' ? words.satelliteCounted : words.satelliteNotCounted;
}

/** The sentence as one line of text, for print, the page title and screen readers. @param choice one that can be answered */
export function sentence(choice: Choice, heard: Heard | undefined): string {
  const {
    words: { lines, measures, profiles },
  } = mapMessages.get();
  const { measure, tier } = choice;
  const counting = profiles[choice.profile];
  const only = heard && onlyFiler(heard);
  const said = sourceInSentence(choice.source, heard);
  if (choice.layer === 'coverage') return lines.coverage({ tier, counting });
  if (choice.source === 'disputed')
    return only ? lines.disputedOne({ who: said, why: missing(heard), counting }) : lines.disputed({ counting });
  if (measure === 'equip') return lines.equip;
  const who = only ? `${said} (${missing(heard)})` : said;
  const what = measures[measure];
  return isOfAnySpeed(measure) ? lines.anySpeed({ what, who, counting }) : lines.lever({ what, tier, who, counting });
}

/** Where not even 25/3 is reported, nothing depends on the speed asked for. */
export function isOfAnySpeed(measure: Measure): boolean {
  return measure === 'unserved' || measure === 'build';
}

/** The line under the large number: its meaning in one plain sentence without the full stop. */
export function countedAs({ source, measure, tier }: Choice, heard: Heard): string {
  const { words } = mapMessages.get();
  if (source !== 'disputed') return words.counted({ measure, tier });
  const filer = onlyFiler(heard);
  return filer ? words.countedDisputedOne({ filer, commission: heard.commission }) : words.countedDisputed;
}

export { tierName };

/** Word for a kind of place; its code where there is no word. */
export function placeKind(kind: string): string {
  return mapMessages.get().words.placeKinds[kind] ?? kind;
}

/** Everyday word for a broadband technology. Source of the codes: FCC Broadband Data Collection. */
export function technologyName(code: number): string {
  const { technologies } = mapMessages.get();
  return isTechnologyCode(code) ? technologies[code] : technologies[0];
}
