/** What a provider files after it has built in a lot: a coverage file for the state, and its rows in the FCC's next filing. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { polygonToCells } from 'h3-js';

export interface Land {
  readonly outline: MultiPolygon;
  /** Res-8 cells, as text. */
  readonly cells: ReadonlySet<string>;
}

/** @param outlines of lots, as providers download them */
export function landOf(outlines: string, lot: string): Land {
  const { features } = JSON.parse(outlines) as FeatureCollection<MultiPolygon>;
  const outline = features.find(({ properties }) => properties?.name === lot)?.geometry;
  if (!outline) throw new Error(`no lot ${lot} in ${outlines.slice(0, 300)}`);
  return { outline, cells: new Set(outline.coordinates.flatMap((rings) => polygonToCells(rings, 8, true))) };
}

/** Fiber in all of it. */
export function coverageFile({ outline }: Land) {
  const properties = { technology: 50, maxdown: 1000, maxup: 500 };
  const file = { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry: outline }] };
  return { name: 'built.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(file)) };
}

const NEWEST = 'J26_10nov2026';
const NEXT = 'D26_18may2027';
export const NEXT_AS_OF = '2026-12-31';

interface Built {
  /** FCC provider id. */
  readonly provider: number;
  readonly frn: string;
  readonly brand: string;
  readonly land: Land;
}

/** The newest filing of the demo once more, and the provider's fiber at every location of its land. @param to a folder to make */
export function writeNextFiling(dataDir: string, to: string, built: Built): void {
  const from = join(demoFolder(dataDir), 'fcc');
  mkdirSync(to);
  const tables = readdirSync(from)
    .filter((name) => name.includes(NEWEST))
    .map((name) => {
      const [text = new Uint8Array()] = Object.values(unzipSync(readFileSync(join(from, name))));
      return { name: name.replace(NEWEST, NEXT), text: strFromU8(text) };
    });
  const locations = new Map(tables.flatMap(({ text }) => locationsIn(text, built.land.cells)));
  for (const { name, text } of tables) {
    const more = name.includes('FibertothePremises') ? rowsOf(built, locations) : '';
    const csv = name.replace(/\.zip$/, '.csv');
    writeFileSync(join(to, name), zipSync({ [csv]: strToU8(text + more) }, { level: 1 }));
  }
}

function demoFolder(dataDir: string): string {
  const made = readdirSync(join(dataDir, 'demo')).find((name) => /^\d+-[0-9a-f]+$/.test(name));
  if (!made) throw new Error(`there are no files of a demo in ${dataDir}`);
  return join(dataDir, 'demo', made);
}

/** Location ids, each with the end of its rows: state, block, cell. */
function locationsIn(csv: string, cells: ReadonlySet<string>): [string, string][] {
  return csv.split('\n').flatMap((line): [string, string][] => {
    if (!cells.has(line.slice(line.lastIndexOf(',') + 1))) return [];
    const fields = line.split(',');
    return [[fields.at(-9) ?? '', fields.slice(-3).join(',')]];
  });
}

function rowsOf({ provider, frn, brand }: Built, locations: ReadonlyMap<string, string>): string {
  return [...locations]
    .map(([location, tail]) => `${frn},${provider},${brand},${location},50,1000,500,1,X,${tail}\n`)
    .join('');
}
