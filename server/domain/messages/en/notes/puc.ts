/** Notes on state filings, and on any file of coverage: what was read how, assumed, left out or doubted. */
import { stateNameOf } from '../../../states.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('en');

const areas = (count: number) => plural(count, 'area', 'areas');

interface Read {
  readonly meaning: string;
  readonly column: string;
}

interface Assumed {
  readonly value: string;
  readonly areaCount: number;
}

export const pucNotes = {
  'puc.read/columns': ({ columnsRead }: { columnsRead: readonly Read[] }) =>
    `Columns: ${columnsRead.map(({ meaning, column }) => `${meaning} from ${column}`).join(', ')}.`,
  'puc.read/standing': ({ columns }: { columns: readonly string[] }) =>
    `Whether an area is in service: from ${columns.join(', ')}.`,
  'puc.read/unit': ({ unit }: { unit: string }) => `Speeds are in ${unit}.`,
  'puc.read/tiers': 'Speeds are tiers of the State Broadband Initiative; the lowest speed of each tier was taken.',
  'puc.read/no-latency': 'No column says latency: low was assumed, except for geostationary satellite.',
  'puc.read/no-residential': 'No column says business or residential: all areas were taken as offered to homes.',
  'puc.again': 'To have it read again as you say now, add --replace.',

  'puc.called/followed': ({ word }: { word: string }) =>
    `The file is called "${word}"; what each area says of itself was followed.`,
  'puc.called/loaded': ({ word }: { word: string }) =>
    `The file is called "${word}"; it was loaded as service, as asked.`,

  'puc.against/column': ({ column, value }: { column: string; value: string }) => `${column} "${value}"`,
  'puc.against/technology': ({ value }: { value: string }) => `technology "${value}"`,
  'puc.against/layer': ({ layer }: { layer: string }) => `layer "${layer}"`,
  'puc.against/asked': ({ value }: { value: string }) => `technology "${value}", as asked`,

  'puc.left-out/layer': ({ layer, word }: { layer: string; word: string }) =>
    `Layer "${layer}" was left out: by its name it is no service yet or no more ("${word}"). Add --planned include to load it as service.`,
  'puc.left-out/layer/page': ({ layer, word }: { layer: string; word: string }) =>
    `Layer "${layer}" was left out: by its name it is no service yet or no more ("${word}").`,
  'puc.left-out/mobile': ({ areaCount }: { areaCount: number }) =>
    `Left out ${areaCount === 1 ? 'an area' : areas(areaCount)} of mobile service, which is no home connection.`,
  'puc.left-out/of': ({ against, areaCount }: { against: string; areaCount: number }) =>
    `${against} (${areas(areaCount)})`,
  'puc.left-out/asked': ({ leftOut }: { leftOut: readonly string[] }) => `Left out ${leftOut.join(', ')}.`,
  'puc.left-out/against': ({ areaCount, leftOut }: { areaCount: number; leftOut: readonly string[] }) =>
    `Left out ${areas(areaCount)} not in service, by what the filing says: ${leftOut.join(', ')}. Add --planned include to load such areas as service.`,
  'puc.left-out/against/page': ({ areaCount, leftOut }: { areaCount: number; leftOut: readonly string[] }) =>
    `Left out ${areas(areaCount)} not in service, by what the filing says: ${leftOut.join(', ')}.`,

  'puc.assumed/fixed-wireless': ({ value, areaCount }: Assumed) =>
    `"${value}" does not say licensed or not, and was taken for unlicensed, the weaker (${areas(areaCount)}). To say otherwise: --technology "${value}=71".`,
  'puc.assumed/fixed-wireless/page': ({ value, areaCount }: Assumed) =>
    `"${value}" does not say licensed or not, and was taken for unlicensed, the weaker (${areas(areaCount)}).`,
  'puc.assumed/range': ({ value, areaCount }: Assumed) =>
    `Of the speeds "${value}" the lowest was taken (${areas(areaCount)}).`,
  'puc.assumed/latency': ({ value, areaCount }: Assumed) =>
    `"${value}" says neither low latency nor high; it was taken by the technology (${areas(areaCount)}).`,
  'puc.assumed/residential': ({ value, areaCount }: Assumed) =>
    `"${value}" says neither business nor residential; it was taken as offered to homes (${areas(areaCount)}).`,
  'puc.assumed/planned': ({ value, areaCount }: Assumed) =>
    `Loaded as service, as asked, though the filing says otherwise: ${value} (${areas(areaCount)}).`,
  'puc.assumed/more': ({ more }: { more: number }) => `And ${plural(more, 'more value', 'more values')} taken so.`,

  'puc.upside-down': ({ count, areaCount }: { count: number; areaCount: number }) =>
    `Upload is faster than download in ${grouped(count)} of ${areas(areaCount)}. If the columns are exchanged, name them with --columns maxdown=...,maxup=... and --replace.`,
  'puc.upside-down/page': ({ count, areaCount }: { count: number; areaCount: number }) =>
    `Upload is faster than download in ${grouped(count)} of ${areas(areaCount)}.`,
  'puc.unlisted': ({ names }: { names: readonly string[] }) =>
    `Not in the FCC provider list, so kept by name only: ${names.join('; ')}.`,
  'puc.outside': ({ count, areaCount, stateFips }: { count: number; areaCount: number; stateFips: string }) =>
    `${grouped(count)} of ${areas(areaCount)} ${agree(count, 'lies', 'lie')} outside ${stateNameOf(stateFips) ?? stateFips}.`,

  'puc.fault/shortened': ({ meaning, value }: { meaning: string; value: string }) =>
    `a spreadsheet shortened its ${meaning} to "${value}"; write out its digits`,
  'puc.fault/too-long': ({ meaning, value }: { meaning: string; value: string }) =>
    `its ${meaning} "${value}" cannot be one; a provider’s has 6 digits, an FRN 10`,
  'puc.fault/no-provider': 'it names no provider; give one with --provider',
  'puc.fault/no-provider/page': 'it names no provider',
  'puc.fault/letters-lost': 'letters of its provider’s name were lost before it came here; export it anew in UTF-8',
};
