/** Technologies in the notations of state filings: FCC codes, older codes, or words. */
import { normalizeTechnologyCode, type TechnologyCode } from '../../../domain/technology.ts';

/** Mobile service is not a home connection: such areas are counted and left out. */
export type FiledTechnology =
  | { readonly code: TechnologyCode | 'mobile'; readonly isAssumed?: boolean }
  /** Possible meanings, for the filer to decide; empty when no rule knows the words. */
  | { readonly couldBe: readonly (TechnologyCode | 'mobile')[] };

/**
 * Words that decide a technology, removed from the text one by one, longest first: "hybrid fiber-coax" and "fiber to the node"
 * bring no fiber to a home, "unlicensed" contains "licensed", and "fiber optic cable" is not cable television.
 */
const WORDS: readonly (readonly [RegExp, TechnologyCode])[] = [
  [/hybrid fib(er|re) coax\w*|\bhfc\b|fib(er|re) (and )?coax\w*/, 40],
  [/fib(er|re) to the (node|cabinet|curb|kerb|neighbou?rhood|street|distribution point)|\bftt(n|c|k|dp)\b/, 10],
  [/ethernet over copper|\beoc\b|copper ethernet|copper cable/, 10],
  [/ethernet over fib(er|re)|fib(er|re) ethernet|active ethernet|ethernet fib(er|re)/, 50],
  [/fib(er|re) (optics? |optical )?cable|optical cable/, 50],
  [/fib(er|re) to the (premises?|home|house|business|building|user|farm)|\bftt[hp]\b/, 50],
  [
    /\bfibra( optica)?\b|fib(er|re)( optics?| optical)?|\boptical( fib(er|re))?\b|\b(g|e|xgs|xg|ng|10g|xgs ?g) ?pon\b|\bpon\b/,
    50,
  ],
  [
    /\bg fast\b|\b(a|v|s|h|x|sh|ra|id)?dsl ?\d?\b|copper|\bcobre\b|twisted pair|\b(t|ds) ?[13]\b|\bisdn\b|telephone line|dial ?up/,
    10,
  ],
  [/docsis|coax\w*|\bcable\b/, 40],
  [/non ?geo ?stationary\w*|non ?geo\b|\bngso\b|\bleo\b|\bmeo\b|low (earth )?orbit\w*|starlink|kuiper|oneweb/, 61],
  [/geo ?stationary|\bgso\b|\bgeo\b|geosynchronous|hughesnet|viasat/, 60],
  [/licensed by rule|by rule|\blbr\b|\bcbrs\b/, 72],
  [/un ?licensed|non ?licensed|license exempt|\bwisp\b|wi ?max|wi ?fi|white ?space|\btvws\b/, 70],
  [/licensed/, 71],
  [/power ?line|\bbpl\b/, 0],
];

/** Ambiguous words; they add nothing beside one that decides. */
const OPEN: readonly (readonly [RegExp, readonly (TechnologyCode | 'mobile')[]])[] = [
  [/\b(5g|4g|lte|nr)\b.*\b(home|fixed|fwa)\b|\b(home|fixed)\b.*\b(5g|4g|lte|nr)\b|(t mobile|verizon) home/, [71]],
  [/satellite/, [60]],
  [/\bfwa?\b|fixed wireless access|microwave|millimeter|mm ?wave/, [70, 71]],
  [/\b(5g|4g|lte|nr)\b/, [71, 'mobile']],
  [/\bethernet\b/, [10, 50]],
  [/\bfttb\b|\bfttx\b/, [10, 50]],
];

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** FCC Form 477 and SBI: terrestrial mobile wireless. */
const MOBILE_CODE = 80;
const WIRELESS: readonly unknown[] = [70, 71, 72];

export function filedTechnology(raw: string): FiledTechnology {
  const parts = raw.split(LISTED).filter((part) => /[a-z\d]/i.test(part));
  const each = parts.length > 1 ? parts.map(oneTechnology) : [];
  const codes = new Set(each.flatMap((one) => ('code' in one ? [one.code] : one.couldBe)));
  // Two services in one cell; the words of one do not qualify the other.
  if (codes.size > 1 && each.every((one) => 'code' in one)) return { couldBe: [...codes] };
  return oneTechnology(raw);
}

const LISTED = /[,;|+\n]/;

function oneTechnology(raw: string): FiledTechnology {
  const text = withoutAccents(raw.trim().toLowerCase());
  const coded =
    /^0*(\d+)(?:\.0+)?$/.exec(text) ??
    /^0*(\d{1,2})\s*[-:–—.=)]\s*(?=[a-z])/.exec(text) ??
    /^(?:technology|tech|code|type)(?: code| type)? ?[:#]? ?0*(\d{1,2})$/.exec(text) ??
    /\(0*(\d{1,2})\)$/.exec(text);
  const words = inWords(coded ? text.replace(coded[0], ' ') : text);
  if (!coded) return words;
  const number = Number(coded[1]);
  const code = number === MOBILE_CODE ? 'mobile' : normalizeTechnologyCode(number);
  if (code === undefined) return { couldBe: [] };
  // "50 - DSL" names two technologies.
  return 'code' in words && words.code !== code && !words.isAssumed ? { couldBe: [code, words.code] } : { code };
}

function inWords(raw: string): FiledTechnology {
  let text = raw.replace(/[^a-z0-9]+/g, ' ').trim();
  if (/\b(no|not|without)\b/.test(text)) return { couldBe: [] };
  if (/^other( technology| wire ?line)?$/.test(text)) return { code: 0 };
  if (/mobile|cellular/.test(text) && !/\b(t mobile|home|fib(er|re)|dsl|cable|copper)\b/.test(text))
    return /\bfixed\b/.test(text) ? { couldBe: [70, 71, 'mobile'] } : { code: 'mobile' };
  const open = OPEN.find(([words]) => words.test(text))?.[1];
  const found = new Set<TechnologyCode>();
  for (const [words, code] of WORDS) {
    if (!words.test(text)) continue;
    found.add(code);
    text = text.replace(new RegExp(words, 'g'), ' ');
  }
  const isFixedWireless = /wireless/.test(text);
  if (found.size === 0 && open)
    return open.length === 1 ? { code: open[0] as TechnologyCode | 'mobile' } : { couldBe: open };
  // Unspecified wireless counts as the weaker kind.
  if (found.size === 0) return isFixedWireless ? { code: 70, isAssumed: true } : { couldBe: [] };
  const [code, ...others] = found;
  const isBoth = isFixedWireless && ![...found].some((each) => WIRELESS.includes(each));
  if (others.length > 0 || code === undefined || isBoth) return { couldBe: isBoth ? [...found, 70] : [...found] };
  return { code };
}
