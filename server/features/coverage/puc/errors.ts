/** Refusals of state filings. */
import { stateNameOf } from '../../../domain/states.ts';
import { grouped, plural } from '../../../domain/words.ts';
import { Refusal } from '../../../platform/problem.ts';

export const pucErrors = {
  noSuchMeaning: (name: string, meanings: readonly string[]) =>
    new Refusal('puc.columns', 400, `"${name}" is no meaning of a column; use one of ${meanings.join(', ')}.`),
  noSuchColumn: (column: string, fields: readonly string[]) =>
    new Refusal('puc.columns', 400, `The file has no column "${column}". It has ${fields.join(', ')}.`),
  columnMissing: (meaning: string, what: string, fields: readonly string[]) =>
    new Refusal(
      'puc.columns',
      400,
      `No column holds ${what}. The file has ${fields.join(', ')}; name the right one with --columns ${meaning}=COLUMN.`,
    ),
  /** @param lines one a value: the flag to add, the areas that have it, what it may be */
  unknownValues: (lines: readonly string[], hints: readonly string[]) =>
    new Refusal(
      'puc.values',
      422,
      [
        `${plural(lines.length, 'value')} of this filing ${lines.length === 1 ? 'is' : 'are'} not known, so nothing was loaded. Add to the command what each means:`,
        ...lines.slice(0, MOST_VALUES).map((line) => `  ${line}`),
        ...(lines.length > MOST_VALUES ? [`  and ${grouped(lines.length - MOST_VALUES)} more`] : []),
        ...hints,
      ].join('\n'),
    ),
  implausibleSpeeds: (examples: readonly string[], why: string) =>
    new Refusal(
      'puc.speeds',
      422,
      [
        `Speeds of this filing cannot be meant in Mbps: ${why}.`,
        ...examples.map((example) => `  - ${example}`),
        'Say what they are with --speed-unit kbps, gbps, bps or tiers (of the State Broadband Initiative); or with --speed-unit mbps, that they are right.',
      ].join('\n'),
    ),
  calledPlanned: (file: string, word: string) =>
    new Refusal(
      'puc.planned',
      422,
      `${file} is by its name no service yet or no more ("${word}"), and no column says whether an area is in service. Add --planned include to load it as service.`,
    ),
  empty: (leftOut: readonly string[]) =>
    new Refusal('puc.empty', 422, ['The file holds no area of home service.', ...leftOut].join(' ')),
  revisionExists: (title: string, publisher: string, asOf: string, revision: string) =>
    new Refusal(
      'puc.revision-exists',
      409,
      `Another file was loaded as "${title}" of ${publisher}, as of ${asOf}, revision ${revision}. Give a newer --revision, or --replace to load this one in its place.`,
    ),
  otherConfidentiality: (loaded: string, asked: string) =>
    new Refusal(
      'puc.confidentiality',
      409,
      `This file is loaded as ${loaded}. To load it as ${asked} add --replace; releases made before stay as they are.`,
    ),
  elsewhere: (stateFips: string) =>
    new Refusal(
      'puc.elsewhere',
      422,
      `No area lies in ${stateNameOf(stateFips) ?? `the state ${stateFips}`}. Is --state right, and the projection the file names? Longitudes west of Greenwich have a minus sign.`,
    ),
  notADate: (date: string) => new Refusal('puc.date', 400, `"${date}" is no date; write it as 2026-06-30.`),
  revisionTooOld: () => new Refusal('puc.date', 400, 'The revision cannot be older than the as-of date.'),
  state: () => new Refusal('puc.state', 400, 'Give the state as two digits, for example 54.'),
  publisher: () => new Refusal('puc.publisher', 400, 'Say who published the filing.'),
  unreadable: (file: string, cause: unknown) =>
    new Refusal('gis.no-file', 400, `${file} cannot be read. Is it there, and may you open it?`, { cause }),
};

const MOST_VALUES = 40;
