/** Technologies as state filings write them: FCC codes, older codes, or words. */
import { normalizeTechnologyCode, type TechnologyCode } from '../../../domain/technology.ts';

/** Mobile service is no home connection: such areas are counted and left out. */
export type FiledTechnology = TechnologyCode | 'mobile' | undefined;

/** Words, the telling ones first: "unlicensed" holds "licensed", and hybrid "fiber-coax" is cable. */
const WORDS: readonly (readonly [RegExp, Exclude<FiledTechnology, undefined>])[] = [
  [/mobile|cellular/, 'mobile'],
  [/non-?geo|ngso|\bleo\b|low.?(earth.)?orbit/, 61],
  [/satellite|geostationary|gso/, 60],
  [/by.?rule|\blbr\b|cbrs/, 72],
  [/unlicensed/, 70],
  [/licensed/, 71],
  [/coax|cable|docsis|hfc/, 40],
  [/fib(er|re)|optical|ftt[hp]|gpon/, 50],
  [/dsl|copper|twisted pair/, 10],
  // Wireless of a kind the filing does not say is taken for the weaker one.
  [/wireless|wisp|wi-?max/, 70],
  [/power.?line|\bbpl\b|other/, 0],
];

/** FCC Form 477 and SBI: terrestrial mobile wireless. */
const MOBILE_CODE = 80;

/** @returns undefined when no rule knows the value */
export function filedTechnology(raw: string): FiledTechnology {
  const text = raw.trim().toLowerCase();
  if (/^\d+(\.0+)?$/.test(text)) {
    const code = Number(text);
    return code === MOBILE_CODE ? 'mobile' : normalizeTechnologyCode(code);
  }
  return WORDS.find(([words]) => words.test(text))?.[1];
}
