import { gzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { tableFromIPC } from 'apache-arrow';
import { cellToBoundary, latLngToCell } from 'h3-js';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { cellFromText, cellToText } from '../../../server/domain/cell.ts';
import { decodeCellTile } from '../../../server/domain/cell-tile.ts';
import { HIDDEN_CODES, HIDDEN_LETTERS } from '../../../server/domain/hidden.ts';
import { COUNT_KEYS, ESTIMATE_KEYS } from '../../../server/domain/statistic.ts';
import { encodeArrow } from '../../../server/features/tiles/arrow.ts';
import type { CellTable } from '../../../server/features/tiles/cell-table.ts';
import { encodeMvt } from '../../../server/features/tiles/mvt.ts';
import { tableOf } from '../../support/hex-table.ts';
import { cellsAround, syntheticHexes } from '../../support/synthetic-hexes.ts';

const CHARLESTON = [-81.63, 38.35] as const;
const hexes = syntheticHexes(cellsAround(CHARLESTON, 8, 9));
const table = tableOf(hexes);
/** Estimates that follow from nothing: more than the students, and none like another. */
const oddHexes = hexes.map((hex, i) => ({
  ...hex,
  counts: hex.counts.map((_, count) => ((i + count) % 3 === 0 ? null : 10 + ((i * 37 + count * 11) % 700))),
  hidden: hex.counts.map((_, count) => ((i + count) % 3 === 0 ? 'leh'[count % 3] : '.')).join(''),
  estimates: hex.estimates.map((_, estimate) => (i * 7919 + estimate * estimate * 104_729) % 60_001),
}));
/** Holds all of them. */
const wide = { z: 6, x: 17, y: 24 };

describe('the two encodings of a tile', () => {
  it('hold the same cells with the same students, counts and ways of hiding', () => {
    const columns = decodeCellTile(encodeArrow(table, table.rowsCenterdIn(wide)));
    const features = new Map(drawn(table, wide).map((feature) => [feature.properties.h3, feature]));
    expect(columns.h3).toHaveLength(hexes.length);
    expect(features.size).toBe(hexes.length);
    columns.h3.forEach((cell, row) => {
      const properties: Record<string, unknown> = features.get(cellToText(cell))?.properties ?? {};
      expect(properties.resolution).toBe(columns.resolution[row]);
      expect(properties.rest).toBe(columns.rest[row] === 1);
      expect(properties.students).toBe(columns.students[row]);
      expect(properties.households).toBe(columns.households[row]);
      const letters = (properties.hidden as string | undefined) ?? 'l'.repeat(COUNT_KEYS.length);
      COUNT_KEYS.forEach((key, count) => {
        const code = columns.column(key)?.[row] ?? HIDDEN_CODES.low;
        expect(properties[key]).toBe(letters[count] === '.' ? code : undefined);
        if (letters[count] !== '.') expect(letterOf(code)).toBe(letters[count]);
      });
      for (const key of ESTIMATE_KEYS) expect(properties[key] ?? 0).toBe(columns.estimate(key)?.[row]);
    });
  });

  it.each([
    ['where estimates follow from one another', hexes],
    ['where they do not', oddHexes],
  ])('hold what was published, %s', (_, published) => {
    const made = tableOf(published);
    const columns = decodeCellTile(encodeArrow(made, made.rowsCenterdIn(wide)));
    const rowOf = new Map([...columns.h3].map((cell, row) => [cell, row]));
    for (const hex of published) {
      const row = rowOf.get(hex.cell) ?? -1;
      expect(columns.students[row]).toBe(hex.students);
      COUNT_KEYS.forEach((key, position) => {
        const value = columns.column(key)?.[row] ?? 0;
        const count = hex.counts[position];
        if (count == null) expect(letterOf(value)).toBe(hex.hidden[position]);
        else expect(value).toBe(count);
      });
      expect(ESTIMATE_KEYS.map((key) => columns.estimate(key)?.[row])).toEqual(hex.estimates);
    }
  });

  it.each([5, 6, 7])('hold the same where cells are sums, at resolution %i', (resolution) => {
    const sums = syntheticHexes(cellsAround(CHARLESTON, resolution, 2));
    const made = tableOf(sums);
    const columns = decodeCellTile(
      encodeArrow(
        made,
        Uint32Array.from(sums, (_, row) => row),
      ),
    );
    sums.forEach((hex, row) => {
      expect(ESTIMATE_KEYS.map((key) => columns.estimate(key)?.[row])).toEqual(hex.estimates);
    });
  });
});

describe('a cell tile', () => {
  it('takes a fifth of the bytes of the same as MVT, both gzipped alike', () => {
    const cells = gzipSync(encodeArrow(table, table.rowsCenterdIn(wide)));
    const mvt = gzipSync(encodeMvt(table, 'hexes', wide));
    expect(cells.length / mvt.length).toBeLessThan(0.2);
  });

  it('is Arrow that another library reads alike', () => {
    const bytes = encodeArrow(table, table.rowsCenterdIn(wide));
    const theirs = tableFromIPC(bytes);
    const ours = decodeCellTile(bytes);
    expect(theirs.numRows).toBe(hexes.length);
    expect(theirs.getChild('h3')?.toArray()).toEqual(ours.h3);
    expect(Uint32Array.from(theirs.getChild('students')?.toArray())).toEqual(ours.students);
    expect(theirs.getChild('home.connected')?.toArray()).toEqual(ours.column('home.connected'));
    const everyByte = Array.from({ length: theirs.numRows }, (_, row) => [
      ...(theirs.getChild('estimates_0')?.get(row) ?? []),
    ]);
    const codes = everyByte.flat();
    expect(codes).toHaveLength(theirs.numRows * ESTIMATE_KEYS.length);
    // All rows of an estimate lie side by side. Code 0: as many are disputed as by fewer technologies.
    const at = ESTIMATE_KEYS.indexOf('estimated_disputed.terrestrial') * theirs.numRows;
    const [before, disputed] = ['bead_2022', 'terrestrial'].map((of) => ours.estimate(`estimated_disputed.${of}`));
    const same = codes.slice(at, at + theirs.numRows).map((code) => code === 0);
    expect(same).toEqual(Array.from({ length: theirs.numRows }, (_, row) => before?.[row] === disputed?.[row]));
    expect(new Set(same).size).toBe(2);
  });

  it('is refused when its statistics are others', () => {
    const bytes = encodeArrow(
      { ...table, estimates: table.estimates && { ...table.estimates, fingerprint: '00000000' } },
      table.rowsCenterdIn(wide),
    );
    expect(() => decodeCellTile(bytes)).toThrow('of a release with other statistics');
  });

  it('is read from the middle of a larger buffer, where nothing is aligned', () => {
    const bytes = encodeArrow(table, table.rowsCenterdIn(wide));
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeCellTile(shifted.subarray(3)).h3).toEqual(decodeCellTile(bytes).h3);
  });

  it('cut short is refused, not misread', () => {
    const bytes = encodeArrow(table, table.rowsCenterdIn(wide));
    expect(() => decodeCellTile(bytes.slice(0, bytes.length - 200))).toThrow(RangeError);
  });

  it('has each cell in one tile of a zoom, the one its center is in', () => {
    const seen = tilesAt(11).flatMap((tile) => [...table.rowsCenterdIn(tile)]);
    expect(seen.sort((a, b) => a - b)).toEqual(hexes.map((_, row) => row));
  });

  it('of no cells has no bytes', () => {
    expect(encodeArrow(table, new Uint32Array())).toHaveLength(0);
    expect(encodeMvt(table, 'hexes', { z: 7, x: 0, y: 0 })).toHaveLength(0);
  });
});

describe('a vector tile of cells', () => {
  it('has closed rings that turn clockwise on the screen', () => {
    for (const feature of drawn(table, wide)) {
      const rings = feature.loadGeometry();
      expect(rings).toHaveLength(1);
      for (const ring of rings) {
        expect(ring[0]).toEqual(ring.at(-1));
        expect(doubleArea(ring)).toBeGreaterThan(0);
      }
    }
  });

  it('outlines cells where H3 says they are', () => {
    const tile = tilesAt(11).find((candidate) => table.rowsCenterdIn(candidate).length > 20) ?? wide;
    const feature = drawn(table, tile).find((candidate) => candidate.loadGeometry()[0]?.length === 7);
    if (!feature) throw new Error('the tile has no whole cell');
    const { geometry } = feature.toGeoJSON(tile.x, tile.y, tile.z);
    if (geometry.type !== 'Polygon') throw new Error('expected one polygon');
    const expected = cellToBoundary(String(feature.properties.h3), true);
    for (const [lng, lat] of geometry.coordinates[0] ?? []) {
      const distances = expected.map(([l, p]) => Math.hypot((l ?? 0) - (lng ?? 0), (p ?? 0) - (lat ?? 0)));
      // A unit of a tile at zoom 11 is 0.00004 degrees.
      expect(Math.min(...distances)).toBeLessThan(0.00006);
    }
  });

  it('has a cell on a tile edge in both tiles, cut in each at the buffer', () => {
    const tiles = tilesAt(11);
    const shared = table.rows - tiles.reduce((sum, tile) => sum + table.rowsCenterdIn(tile).length, 0);
    expect(shared).toBe(0);
    const pieces = new Map<string, number>();
    for (const tile of tiles)
      for (const feature of drawn(table, tile)) {
        const h3 = String(feature.properties.h3);
        pieces.set(h3, (pieces.get(h3) ?? 0) + 1);
        for (const point of feature.loadGeometry().flat()) {
          expect(point.x).toBeGreaterThanOrEqual(-64);
          expect(point.x).toBeLessThanOrEqual(4096 + 64);
        }
      }
    expect(pieces.size).toBe(hexes.length);
    expect([...pieces.values()].some((count) => count > 1)).toBe(true);
  });

  it('of a cell far larger than the tile is the tile with its buffer', () => {
    const large = tableOf(syntheticHexes([cellFromText(latLngToCell(CHARLESTON[1], CHARLESTON[0], 5))]));
    const [feature] = drawn(large, tileAt(CHARLESTON, 14));
    expect(Math.abs(doubleArea(feature?.loadGeometry()[0] ?? []))).toBe(2 * (4096 + 128) ** 2);
  });

  it('decoded reads as it did when last looked at', () => {
    const few = tableOf(syntheticHexes(cellsAround(CHARLESTON, 8, 0), 7));
    const [feature] = drawn(few, tileAt(CHARLESTON, 11));
    const { hidden, ...properties } = feature?.properties ?? {};
    expect({
      properties: Object.fromEntries(Object.entries(properties).slice(0, 8)),
      letters: String(hidden).length,
      rings: feature?.loadGeometry().map((ring) => ring.map(({ x, y }) => [x, y])),
    }).toMatchSnapshot();
  });
});

describe('the antimeridian', () => {
  // Taveuni, Fiji: 180 degrees runs through the island.
  const fiji = tableOf(syntheticHexes([cellFromText(latLngToCell(-16.8, 180, 5))]));

  it('is crossed by a cell that is served on both sides', () => {
    const west = drawn(fiji, { z: 6, x: 0, y: 35 });
    const east = drawn(fiji, { z: 6, x: 63, y: 35 });
    expect([west.length, east.length]).toEqual([1, 1]);
    expect(west[0]?.properties.h3).toBe(east[0]?.properties.h3);
    for (const [feature, edge] of [
      [west[0], 0],
      [east[0], 4096],
    ] as const) {
      const xs = (feature?.loadGeometry()[0] ?? []).map(({ x }) => x);
      expect(Math.min(...xs)).toBeLessThan(edge);
      expect(Math.max(...xs)).toBeGreaterThan(edge);
    }
  });

  it('shows the cell at both ends of the one tile of zoom 0', () => {
    const [feature] = drawn(fiji, { z: 0, x: 0, y: 0 });
    const sides = feature?.loadGeometry().map((ring) => (ring[0]?.x ?? 0) < 2048);
    expect(sides?.sort()).toEqual([false, true]);
  });

  it('leaves the cell in one cell tile', () => {
    const both = [0, 63].map((x) => fiji.rowsCenterdIn({ z: 6, x, y: 35 }).length);
    expect(both.sort()).toEqual([0, 1]);
  });
});

function drawn(of: CellTable, tile: { z: number; x: number; y: number }) {
  const layer = new VectorTile(new PbfReader(encodeMvt(of, 'hexes', tile))).layers.hexes;
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
    const feature = layer?.feature(i);
    if (!feature) throw new Error('no feature');
    return feature;
  });
}

function doubleArea(ring: readonly { x: number; y: number }[]): number {
  let area = 0;
  ring.forEach(({ x, y }, i) => {
    const before = ring.at(i - 1) ?? { x: 0, y: 0 };
    area += before.x * y - x * before.y;
  });
  return area;
}

function tileAt([lng, lat]: readonly [number, number], z: number) {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return { z, x: Math.floor((lng / 360 + 0.5) * 2 ** z), y: Math.floor(y * 2 ** z) };
}

/** Tiles around the synthetic cells. */
function tilesAt(z: number) {
  const { x, y } = tileAt(CHARLESTON, z);
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ z, x: x + dx, y: y + dy })));
}

function letterOf(code: number): string | undefined {
  const name = (Object.keys(HIDDEN_CODES) as (keyof typeof HIDDEN_CODES)[]).find((key) => HIDDEN_CODES[key] === code);
  return name && HIDDEN_LETTERS[name];
}
