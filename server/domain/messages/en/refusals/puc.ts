/** Refusals of state filings. */
import { stateNameOf } from '../../../states.ts';
import { isTechnologyCode, TECHNOLOGY_CODES } from '../../../technology.ts';
import { wordingIn } from '../../wording.ts';
import { technologies } from '../technologies.ts';

const { grouped, plural } = wordingIn('en');

const MOST_VALUES = 40;
const shown = (lines: readonly string[]) => [
  ...lines.slice(0, MOST_VALUES).map((line) => `  ${line}`),
  ...(lines.length > MOST_VALUES ? [`  and ${grouped(lines.length - MOST_VALUES)} more`] : []),
];
const CODES = TECHNOLOGY_CODES.map((code) => `${code} (${technologies.names[code]})`).join(', ');

interface FiledOffer {
  readonly technologyCode: number;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly areaCount: number;
}

/** A value that no rule knows. */
interface FoundValue {
  readonly flag: string;
  readonly value: string;
  readonly column: string;
  /** Likeliest first. */
  readonly couldBe: readonly (string | number)[];
  readonly areaCount: number;
}

const technologyNamed = (code: number) => (isTechnologyCode(code) ? technologies.names[code] : String(code));
const named = (meaning: string | number) =>
  typeof meaning === 'number' && isTechnologyCode(meaning)
    ? `${meaning} (${technologies.names[meaning]})`
    : String(meaning);

export const pucRefusals = {
  'puc.columns': ({ name, meanings }: { name: string; meanings: readonly string[] }) =>
    `"${name}" is no meaning of a column; use one of ${meanings.join(', ')}.`,
  'puc.columns/no-such-column': ({ column, fields }: { column: string; fields: readonly string[] }) =>
    `The file has no column "${column}". It has ${fields.join(', ')}.`,
  'puc.columns/column-missing': ({
    meaning,
    what,
    fields,
  }: {
    meaning: string;
    what: string;
    fields: readonly string[];
  }) =>
    `No column holds ${what}. The file has ${fields.join(', ')}; name the right one with --columns ${meaning}=COLUMN.`,
  'puc.columns/column-missing/page': ({
    meaning,
    what,
    fields,
  }: {
    meaning: string;
    what: string;
    fields: readonly string[];
  }) =>
    `No column holds ${what}. The file has ${fields.join(', ')}; call the right one ${meaning} in the file, and choose it again.`,
  'puc.values': ({ lines, hints }: { lines: readonly string[]; hints: readonly string[] }) =>
    [
      `${plural(lines.length, 'value', 'values')} of this filing ${lines.length === 1 ? 'is' : 'are'} not known, so nothing was loaded. Add to the command what each means:`,
      ...shown(lines),
      ...hints,
    ].join('\n'),
  'puc.values/page': ({ lines, hints }: { lines: readonly string[]; hints: readonly string[] }) =>
    [
      `${plural(lines.length, 'value', 'values')} of this file ${lines.length === 1 ? 'is' : 'are'} not known, so nothing was kept. Write in the file what each means, and choose it again:`,
      ...shown(lines),
      ...hints,
    ].join('\n'),
  'puc.values/value': ({ flag, column, couldBe, areaCount }: FoundValue) =>
    `${flag}   ${plural(areaCount, 'area', 'areas')}, column ${column}${couldBe.length > 1 ? `; ${couldBe.map(named).join(' or ')}?` : ''}`,
  'puc.values/value/page': ({ value, column, couldBe, areaCount }: FoundValue) =>
    `"${value}" in column ${column}, of ${plural(areaCount, 'area', 'areas')}${couldBe.length > 0 ? `: ${couldBe.map(named).join(' or ')}?` : ''}`,
  'puc.values/long': ({ characters, column, areaCount }: { characters: number; column: string; areaCount: number }) =>
    `a value of ${characters} characters: ${plural(areaCount, 'area', 'areas')}, column ${column}; write it shorter in the file`,
  'puc.written/technology': `--technology is written "FW=70", with one of ${CODES}, mobile, or none to leave such areas out.`,
  'puc.written/technology/page': `A technology is written as one of ${CODES}.`,
  'puc.written/speed': '--speed is written "Gold=100", or "Gold=100/20" for download and upload, in Mbps.',
  'puc.written/speed/page': 'A speed is written as 100, or as 100/20 for download and upload, in Mbps.',
  'puc.written/status': '--status is written "Phase 2=service", or planned or retired.',
  'puc.written/status/page': 'A status is written as service, planned or retired.',
  'puc.wanted/technology': 'the technology',
  'puc.wanted/maxdown': 'the download speed',
  'puc.wanted/maxup': 'the upload speed',
  'puc.why/too-fast': 'nobody sells so much; kilobits are written so',
  'puc.why/all-fast': 'no area has less than 10,000; kilobits are written so',
  'puc.why/slow-lines': 'no fiber or cable is so slow; gigabits or tiers are written so',
  'puc.why/all-slow': 'no area has more than 1; gigabits or tiers are written so',
  'puc.offer': ({ technologyCode, downloadMbps, uploadMbps, areaCount }: FiledOffer) =>
    `${technologyNamed(technologyCode)} of ${grouped(downloadMbps)}/${grouped(uploadMbps)}: ${plural(areaCount, 'area', 'areas')}`,
  'puc.speeds': ({ examples, why }: { examples: readonly string[]; why: string }) =>
    [
      `Speeds of this filing cannot be meant in Mbps: ${why}.`,
      ...examples.map((example) => `  - ${example}`),
      'Say what they are with --speed-unit kbps, gbps, bps or tiers (of the State Broadband Initiative); or with --speed-unit mbps, that they are right.',
    ].join('\n'),
  'puc.speeds/page': ({ examples, why }: { examples: readonly string[]; why: string }) =>
    [
      `Speeds of this file cannot be meant in Mbps: ${why}.`,
      ...examples.map((example) => `  - ${example}`),
      'Write them in the file in Mbps, or with their unit beside them ("768 kbps"), and choose it again.',
    ].join('\n'),
  'puc.planned': ({ file, word }: { file: string; word: string }) =>
    `${file} is by its name no service yet or no more ("${word}"), and no column says whether an area is in service. Add --planned include to load it as service.`,
  'puc.planned/page': ({ file, word }: { file: string; word: string }) =>
    `${file} is by its name no service yet or no more ("${word}"), and no column says whether an area is in service. If it is, give the file another name, and choose it again.`,
  'puc.empty': ({ leftOut }: { leftOut: readonly string[] }) =>
    ['The file holds no area of home service.', ...leftOut].join(' '),
  'puc.revision-exists': ({
    title,
    publisher,
    asOf,
    revision,
  }: {
    title: string;
    publisher: string;
    asOf: string;
    revision: string;
  }) =>
    `Another file was loaded as "${title}" of ${publisher}, as of ${asOf}, revision ${revision}. Give a newer --revision, or --replace to load this one in its place.`,
  'puc.confidentiality': ({ loaded, asked }: { loaded: string; asked: string }) =>
    `This file is loaded as ${loaded}. To load it as ${asked} add --replace; releases made before stay as they are.`,
  'puc.elsewhere': ({ stateFips }: { stateFips: string }) =>
    `No area lies in ${stateNameOf(stateFips) ?? `the state ${stateFips}`}. Is --state right, and the projection the file names? Longitudes west of Greenwich have a minus sign.`,
  'puc.date': ({ date }: { date: string }) => `"${date}" is no date; write it as 2026-06-30.`,
  'puc.date/revision-too-old': 'The revision cannot be older than the as-of date.',
  'puc.state': 'Give the state as two digits, for example 54.',
  'puc.publisher': 'Say who published the filing.',
  'gis.no-file/unreadable': ({ file }: { file: string }) => `${file} cannot be read. Is it there, and may you open it?`,
};
