/** One feature's attributes, read as an area a provider files. */
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Properties } from '../../../platform/gis/read.ts';
import type { Mapping, Meaning } from './columns.ts';
import type { FindProvider } from './providers.ts';
import { filedSpeed, type SpeedUnit } from './speed.ts';
import { filedTechnology } from './technology.ts';

export interface AreaRow {
  readonly providerId: number | null;
  readonly providerName: string;
  readonly technology: TechnologyCode;
  readonly technologyRaw: string;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly lowLatency: boolean;
  readonly residential: boolean;
}

export interface Reading {
  readonly mapping: Mapping;
  readonly unit: SpeedUnit;
  /** Name for areas whose feature gives none. */
  readonly provider: string | undefined;
  readonly findProvider: FindProvider;
}

const GEOSTATIONARY = 60;
const YES = new Set(['1', 'y', 'yes', 't', 'true', 'r', 'x']);
const NO = new Set(['0', 'n', 'no', 'f', 'false', 'b']);

/** @returns the row; 'mobile' for what is no home connection; or what is wrong, in words */
export function areaRow(properties: Properties, reading: Reading): AreaRow | 'mobile' | { readonly fault: string } {
  const text = (meaning: Meaning) => {
    const column = reading.mapping[meaning];
    return column === undefined ? '' : String(properties[column] ?? '').trim();
  };
  const technologyRaw = text('technology');
  const technology = filedTechnology(technologyRaw);
  if (technology === 'mobile') return 'mobile';
  if (technology === undefined)
    return {
      fault: technologyRaw === '' ? 'it names no technology' : `no rule knows the technology ${shown(technologyRaw)}`,
    };

  const speed = (meaning: 'maxdown' | 'maxup') =>
    filedSpeed(properties[reading.mapping[meaning] ?? ''] ?? null, reading.unit);
  const downloadMbps = speed('maxdown');
  const uploadMbps = speed('maxup');
  if (downloadMbps === undefined) return { fault: `its download speed is ${shown(text('maxdown'))}` };
  if (uploadMbps === undefined) return { fault: `its upload speed is ${shown(text('maxup'))}` };

  const names = [text('brandname'), text('provname'), reading.provider ?? '', text('provcode')].filter(
    (name) => name !== '',
  );
  const [providerName] = names;
  if (providerName === undefined) return { fault: 'it names no provider; give one with --provider' };
  return {
    providerId: reading.findProvider({ id: text('providerid'), frn: text('frn'), names }),
    providerName,
    technology,
    technologyRaw,
    downloadMbps,
    uploadMbps,
    lowLatency: claim(text('lowlatency')) ?? technology !== GEOSTATIONARY,
    residential: claim(text('bizrescode')) ?? claim(text('consumer')) ?? true,
  };
}

/** What a yes-or-no column says; undefined when it says nothing. */
function claim(text: string): boolean | undefined {
  const word = text.toLowerCase().replace(/\.0+$/, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const LONGEST_SHOWN = 24;

/** A value short enough to be a code or word of the filing, else only its length. */
function shown(value: string): string {
  if (value === '') return 'empty';
  return value.length <= LONGEST_SHOWN ? `"${value}"` : `text of ${value.length} characters`;
}
