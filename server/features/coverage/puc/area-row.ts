/** One feature's attributes, read as an area a provider files. */
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { isShortened } from '../../../domain/spreadsheet.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { LayerFeature, Properties } from '../../../platform/gis/read.ts';
import type { Mapping, Meaning } from './columns.ts';
import { type FiledSpeed, filedSpeed, type SpeedUnit } from './speed.ts';
import {
  isStandingAlone,
  plannedName,
  type StandingColumn,
  type StandingOrNot,
  standingInWords,
  standingOf,
} from './standing.ts';
import { type FiledTechnology, filedTechnology } from './technology.ts';
import { claim, keyOf, textOf, type UnknownValue, type ValueMeanings } from './values.ts';

export interface AreaRow {
  readonly filed: { readonly id: string; readonly frn: string; readonly names: readonly string[] };
  readonly providerName: string;
  readonly technology: TechnologyCode;
  readonly technologyRaw: string;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  /** The filing itself gives a speed in kilobits. */
  readonly saysKilobits: boolean;
  readonly lowLatency: boolean;
  readonly residential: boolean;
}

export interface Reading {
  readonly mapping: Mapping;
  /** Unit of bare numbers, by column. */
  readonly unit: { readonly down: SpeedUnit; readonly up: SpeedUnit };
  /** Name for areas without one of their own. */
  readonly provider: string | undefined;
  /** YYYY-MM-DD: what begins later is not service yet. */
  readonly asOf: string;
  /** Columns whose name says that they tell whether an area is in service. */
  readonly standing: ReadonlyMap<string, StandingColumn>;
  /** Other columns, whose values may tell it. */
  readonly others: readonly string[];
  /** Meanings of values, as a person gave them. */
  readonly meanings: ValueMeanings;
  /** Count planned, unfinished, funded or retired areas as service. */
  readonly includesPlanned: boolean;
}

/** An assumption about a row, or something a person should know of it. */
export interface Assumption {
  readonly kind: 'fixed-wireless' | 'range' | 'latency' | 'residential' | 'planned';
  /** As filed; of `planned` what speaks against the area. */
  readonly value: string | Phrase;
}

export type AreaReading =
  | { readonly row: AreaRow; readonly assumed: readonly Assumption[] }
  /** Why it is left out: 'mobile', or a `puc.against`, the area's own words: 'STATUS "Planned"'. */
  | { readonly leftOut: 'mobile' | Phrase }
  | { readonly unknown: readonly UnknownValue[] }
  /** What is wrong. */
  | { readonly fault: Phrase };

const GEOSTATIONARY = 60;

export function readArea(
  { properties, layer }: Pick<LayerFeature, 'properties' | 'layer'>,
  reading: Reading,
): AreaReading {
  const { mapping, meanings } = reading;
  const text = (meaning: Meaning) => textOf(properties, mapping[meaning]);
  const assumed: Assumption[] = [];
  const unknown: UnknownValue[] = [];

  const standing = standingOfArea(properties, layer, reading);
  if (standing.unknown) unknown.push(standing.unknown);
  if (standing.against !== undefined && !reading.includesPlanned) return { leftOut: standing.against };
  if (standing.against !== undefined) assumed.push({ kind: 'planned', value: standing.against });

  const technologyRaw = text('technology');
  const technology = technologyOf(technologyRaw, meanings);
  if (technology === 'none') return { leftOut: phrase('puc.against/asked', { value: technologyRaw }) };
  if ('couldBe' in technology)
    unknown.push({
      kind: 'technology',
      column: mapping.technology ?? '',
      value: technologyRaw,
      couldBe: technology.couldBe,
    });
  else if (technology.code === 'mobile') return { leftOut: 'mobile' };
  else if (technology.isAssumed) assumed.push({ kind: 'fixed-wireless', value: technologyRaw });

  const speeds = speedsOf(properties, reading);
  unknown.push(...speeds.unknown);
  for (const value of speeds.ranges) assumed.push({ kind: 'range', value });
  if (unknown.length > 0) return { unknown };

  const cut = (['providerid', 'frn'] as const).find((meaning) => isShortened(text(meaning)));
  if (cut) return { fault: phrase('puc.fault/shortened', { meaning: cut, value: text(cut) }) };
  const long = (['providerid', 'frn'] as const).find((meaning) => /^\d{11,}$|^\d+\.\d*[1-9]\d*$/.test(text(meaning)));
  if (long) return { fault: phrase('puc.fault/too-long', { meaning: long, value: text(long) }) };
  const names = [text('brandname'), text('provname'), reading.provider ?? '', text('provcode')].filter(
    (name) => name !== '',
  );
  const [providerName] = names;
  if (providerName === undefined) return { fault: phrase('puc.fault/no-provider') };
  if (providerName.includes('\ufffd')) return { fault: phrase('puc.fault/letters-lost') };

  const { code } = technology as { code: TechnologyCode };
  const claimed = (meaning: 'lowlatency' | 'bizrescode' | 'consumer', kind: Assumption['kind']) => {
    const said = claim(text(meaning));
    if (said === 'unknown') assumed.push({ kind, value: text(meaning) });
    return said === 'unknown' ? undefined : said;
  };
  return {
    row: {
      filed: { id: text('providerid'), frn: text('frn'), names },
      providerName,
      technology: code,
      technologyRaw,
      downloadMbps: speeds.downloadMbps,
      uploadMbps: speeds.uploadMbps,
      saysKilobits: speeds.saysKilobits,
      lowLatency: claimed('lowlatency', 'latency') ?? code !== GEOSTATIONARY,
      residential: claimed('bizrescode', 'residential') ?? claimed('consumer', 'residential') ?? true,
    },
    assumed,
  };
}

/** The area's own words against being service; from columns first, then its technology, then its layer. */
function standingOfArea(
  properties: Properties,
  layer: string,
  reading: Reading,
): { against?: Phrase; unknown?: UnknownValue } {
  let isService = false;
  for (const [column, kind] of reading.standing) {
    const value = textOf(properties, column);
    const said =
      reading.meanings.status.get(keyOf(value)) ??
      reading.meanings.status.get(keyOf(`${column}: ${value}`)) ??
      standingOf(value, kind, reading.asOf);
    if (said === 'unknown')
      return {
        unknown: {
          kind: 'status',
          column,
          value: typeof kind === 'object' ? `${column}: ${value}` : value,
          couldBe: ['service', 'planned'],
        },
      };
    if (said === 'service') isService = true;
    else if (said !== undefined) return { against: phrase('puc.against/column', { column, value }) };
  }
  if (isService) return {};
  for (const column of reading.others) {
    const value = properties[column];
    if (!isStandingAlone(value)) continue;
    const said: StandingOrNot = reading.meanings.status.get(keyOf(value)) ?? standingInWords(value);
    if (said !== 'service') return { against: phrase('puc.against/column', { column, value }) };
  }
  const technology = textOf(properties, reading.mapping.technology);
  if (plannedName(technology) && !reading.meanings.technology.has(keyOf(technology)))
    return { against: phrase('puc.against/technology', { value: technology }) };
  return plannedName(layer) ? { against: phrase('puc.against/layer', { layer }) } : {};
}

function technologyOf(raw: string, { technology }: ValueMeanings): FiledTechnology | 'none' {
  const said = technology.get(keyOf(raw));
  if (said === 'none') return 'none';
  return said === undefined ? filedTechnology(raw) : { code: said };
}

interface Speeds {
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly unknown: readonly UnknownValue[];
  /** Those whose lowest value was used. */
  readonly ranges: ReadonlySet<string>;
  readonly saysKilobits: boolean;
}

/** From two columns, or from one that gives both; a pair in either of two columns counts for its own side only. */
function speedsOf(properties: Properties, { mapping, unit, meanings }: Reading): Speeds {
  const unknown: UnknownValue[] = [];
  const ranges = new Set<string>();
  const read = (column: string, own: SpeedUnit): FiledSpeed | undefined => {
    const value = textOf(properties, column);
    const found = meanings.speed.get(keyOf(value)) ?? filedSpeed(properties[column] ?? null, own);
    if (!found) unknown.push({ kind: 'speed', column, value, couldBe: [] });
    if (found?.isRange) ranges.add(value);
    return found;
  };
  const downColumn = mapping.maxdown ?? mapping.speed ?? '';
  const upColumn = mapping.maxup ?? mapping.speed ?? '';
  const down = read(downColumn, unit.down);
  const isEven = EVEN.test(textOf(properties, upColumn)) && !meanings.speed.has(keyOf(textOf(properties, upColumn)));
  const up = upColumn === downColumn || isEven ? down : read(upColumn, unit.up);
  if (upColumn === downColumn && down && down.uploadMbps === undefined)
    unknown.push({
      kind: 'speed',
      column: upColumn,
      value: textOf(properties, upColumn),
      couldBe: [`${down.downloadMbps}/MBPS`],
    });
  return {
    downloadMbps: down?.downloadMbps ?? 0,
    uploadMbps: up?.uploadMbps ?? up?.downloadMbps ?? 0,
    unknown,
    ranges,
    saysKilobits: /k(ilo)?b/i.test(textOf(properties, downColumn)),
  };
}

/** Says that upload equals download. */
const EVEN = /^(symmetric(al)?|same( as download)?|equal)$/i;
