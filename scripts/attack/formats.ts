/** The same numbers in every format: whatever one of them shows, the others must show or hide alike. */

import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { parse } from 'csv-parse/sync';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';
import { HIDDEN_WORDS } from '../../server/domain/hidden.ts';
import { STATISTIC_KEYS } from '../../server/domain/statistic.ts';
import { buildArchive } from '../../server/features/tiles/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { Comparison } from './compare.ts';
import { LOOKS } from './method.ts';
import { type Publication, type PublishedRow, statisticsTold, tilesOver } from './published.ts';
import type { Stage } from './stage.ts';

const LOOK_OF_LETTER: Record<string, number> = { l: LOOKS.low, h: LOOKS.high, e: LOOKS.either };
const LOOK_OF_WORDS: Record<string, number> = {
  [HIDDEN_WORDS.low]: LOOKS.low,
  [HIDDEN_WORDS.high]: LOOKS.high,
  [HIDDEN_WORDS.either]: LOOKS.either,
};

export async function compareFormats(stage: Stage, publication: Publication, scratch: string): Promise<Comparison> {
  const { reader } = stage;
  const { audience, releaseId, bounds, patches, hexes } = publication;
  const told = await statisticsTold(reader, publication);
  const differences: string[] = [];
  let compared = 0;
  const expect = (row: PublishedRow | undefined, look: (key: string, statistic: number) => number, where: string) => {
    if (!row) {
      differences.push(`${where} is in no other format`);
      return;
    }
    for (const [statistic, key] of STATISTIC_KEYS.entries()) {
      if (!told.has(key)) continue;
      compared++;
      if (row.looks[statistic] !== look(key, statistic)) differences.push(`${key} of ${where}`);
    }
  };

  const byName = new Map(patches.map((patch) => [patch.name, patch]));
  const list = `/api/v1/patches?release=${releaseId}&audience=${audience}&statistics=all&limit=1000`;
  const features = await reader.json<{ features: { properties: Record<string, unknown> }[] }>(
    `${list}&format=geojson`,
    audience,
  );
  const lines = parse(await reader.text(`${list}&format=csv`, audience), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  for (const [format, rows] of [
    ['GeoJSON', features.features.map(({ properties }) => properties)],
    ['CSV', lines],
  ] as const)
    for (const row of rows) {
      const name = `${row.h3} ${row.rest} ${String(row.leaIds).split(' ').join()}`;
      expect(byName.get(name), (key) => lookOfFields(row[key], row[`${key}_hidden`]), `${format} patch ${name}`);
    }

  const hexAt = new Map(hexes.map((hex) => [hex.name, hex]));
  const readTile = (bytes: Uint8Array, level: number, where: string) => {
    const layer = new VectorTile(new PbfReader(bytes)).layers.hexes;
    for (let i = 0; i < (layer?.length ?? 0); i++) {
      const properties: Record<string, unknown> = layer?.feature(i).properties ?? {};
      const letters = typeof properties.hidden === 'string' ? properties.hidden : '';
      expect(
        hexAt.get(`${level} ${properties.h3}`),
        (key, statistic) => {
          const shown = properties[key];
          return typeof shown === 'number' ? shown : (LOOK_OF_LETTER[letters[statistic] ?? 'l'] ?? LOOKS.either);
        },
        `${where} ${level} ${properties.h3}`,
      );
    }
  };
  const finest = audience === 'public' ? 7 : 8;
  const archive = join(scratch, `${audience}.pmtiles`);
  await buildArchive(stage.deps, { out: archive, audience, release: String(releaseId) }, silentProgress);
  const { tiles, close } = await openArchive(archive);
  for (const [level, zoom] of [
    [5, 6],
    [finest, 10],
  ] as const)
    for (const { x, y } of tilesOver(bounds, zoom)) {
      const bytes = await reader.bytes(`/tiles/${releaseId}/hexes/${zoom}/${x}/${y}.mvt`, audience);
      if (bytes.length > 0) readTile(bytes, level, 'vector tile');
      const kept = await tiles.getZxy(zoom, x, y);
      if (kept) readTile(new Uint8Array(kept.data), level, 'archive');
    }
  await close();
  await rm(archive);
  return { compared, differences };
}

function lookOfFields(count: unknown, how: unknown): number {
  return LOOK_OF_WORDS[String(how)] ?? Number(count);
}

async function openArchive(path: string): Promise<{ tiles: PMTiles; close(): Promise<void> }> {
  const file = await open(path);
  const source: Source = {
    getKey: () => path,
    getBytes: async (offset, length) => {
      const data = new Uint8Array(length);
      await file.read(data, 0, length, offset);
      return { data: data.buffer };
    },
  };
  return { tiles: new PMTiles(source), close: () => file.close() };
}
