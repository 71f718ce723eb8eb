/** Refusals of state filings. */
import { stateNameOf } from '../../../states.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural } = wordingIn('en');

const MOST_VALUES = 40;

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
  'puc.values': ({ lines, hints }: { lines: readonly string[]; hints: readonly string[] }) =>
    [
      `${plural(lines.length, 'value', 'values')} of this filing ${lines.length === 1 ? 'is' : 'are'} not known, so nothing was loaded. Add to the command what each means:`,
      ...lines.slice(0, MOST_VALUES).map((line) => `  ${line}`),
      ...(lines.length > MOST_VALUES ? [`  and ${grouped(lines.length - MOST_VALUES)} more`] : []),
      ...hints,
    ].join('\n'),
  'puc.speeds': ({ examples, why }: { examples: readonly string[]; why: string }) =>
    [
      `Speeds of this filing cannot be meant in Mbps: ${why}.`,
      ...examples.map((example) => `  - ${example}`),
      'Say what they are with --speed-unit kbps, gbps, bps or tiers (of the State Broadband Initiative); or with --speed-unit mbps, that they are right.',
    ].join('\n'),
  'puc.planned': ({ file, word }: { file: string; word: string }) =>
    `${file} is by its name no service yet or no more ("${word}"), and no column says whether an area is in service. Add --planned include to load it as service.`,
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
