import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ZOOM } from '../../../server/features/tiles/contract.ts';
import { worldX, worldY } from '../../../server/features/tiles/outlines.ts';
import { tileRings } from '../../../server/features/tiles/rings.ts';
import { shapeIndex } from '../../../server/features/tiles/shapes.ts';
import { tileJson } from '../../../server/features/tiles/tilejson.ts';
import { outlinesAtTheDateLine, spikyOutlines } from '../../support/spiky-outlines.ts';
import { countByKind, type TileFault, tileFaults } from '../../support/tile-faults.ts';
import { type Ring, ringFaults } from '../../support/tile-rings.ts';

describe('vector tiles of outlines', () => {
  it('hold no fault from the whole world to a street, however ragged the outlines', () => {
    const center = [-81.63, 38.35] as const;
    const { faults, drawn } = everyTile(spikyOutlines(center), [-81.83, 38.15, -81.43, 38.55]);
    expect(countByKind(faults)).toEqual({});
    expect(drawn).toBeGreaterThan(200);
  });

  it('hold no fault on either side of 180 degrees', () => {
    const features = outlinesAtTheDateLine();
    const { faults, drawn } = everyTile(features, [179.85, 51.85, 179.999999, 52.15]);
    const beyond = everyTile(features, [-180, 51.85, -179.85, 52.15]);
    expect(countByKind([...faults, ...beyond.faults])).toEqual({});
    expect(Math.min(drawn, beyond.drawn)).toBeGreaterThan(50);
  });

  it('turn rings the right way round and keep what is inside, whatever rings they are given', () => {
    const coordinate = fc.integer({ min: 0, max: 60 });
    const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
        const drawn = tileRings(rings);
        expect(ringFaults(drawn.map(open))).toEqual([]);
        // Bending to whole units moves an edge by less than one: points further from all edges stay where they were.
        for (let x = 0.5; x < 60; x += 7)
          for (let y = 0.5; y < 60; y += 7)
            if (rings.every((given) => distance(given, x, y) > 2))
              expect(isInside(drawn.map(open), x, y)).toBe(isInside(rings, x, y));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep what clipping joined along the border of a tile as the two parts it is', () => {
    const prongs: Ring = [
      [64, 0],
      [40, 0],
      [40, 10],
      [64, 10],
      [64, 20],
      [40, 20],
      [40, 30],
      [64, 30],
    ];
    const drawn = tileRings([prongs]).map(open);
    expect(ringFaults(drawn)).toEqual([]);
    expect(drawn.map((ring) => ring.length)).toEqual([4, 4]);
  });

  it('leave out a spur that has no area', () => {
    const [drawn = []] = tileRings([
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [30, 10],
        [10, 10],
        [0, 10],
      ],
    ]);
    expect(open(drawn)).toHaveLength(4);
    expect(drawn.flat()).not.toContain(30);
  });
});

describe('TileJSON of a state across 180 degrees', () => {
  it('has bounds that do not go round, and its center in the state', () => {
    const { bounds, center } = tileJson({
      layer: 'places',
      release: { id: 1, name: 'fall', stateName: 'Alaska', synthetic: true },
      sources: [],
      audience: 'public',
      bounds: [172, 51, -130, 71],
      baseUrl: 'https://gapmap.example.gov',
      query: '',
    });
    expect(bounds).toEqual([-180, 51, 180, 71]);
    expect(center).toEqual([-159, 61, 7]);
  });
});

describe('the check of vector tiles', () => {
  const square: Ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ];
  const hole: Ring = [
    [2, 2],
    [2, 8],
    [8, 8],
    [8, 2],
  ];
  it.each<[string, Ring[], string]>([
    ['a reversed exterior ring', [hole], 'interior ring before any exterior ring (reversed)'],
    [
      'a ring that repeats its first point',
      [[...square, [0, 0]]],
      'ring that repeats its first point before ClosePath',
    ],
    [
      'a ring without an area',
      [
        [
          [0, 0],
          [5, 0],
          [9, 0],
        ],
      ],
      'ring without an area',
    ],
    [
      'a bow tie',
      [
        [
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 14],
        ],
      ],
      'ring that crosses itself',
    ],
    [
      'a ring that touches itself',
      [
        [
          [0, 0],
          [10, 0],
          [5, 5],
          [10, 10],
          [0, 10],
          [5, 5],
        ],
      ],
      'ring that touches itself',
    ],
    ['a hole outside', [square, hole.map(([x, y]) => [x + 20, y] as const)], 'interior ring outside its exterior ring'],
    ['a hole across the border', [square, hole.map(([x, y]) => [x + 5, y] as const)], 'rings that cross'],
  ])('finds %s', (_, rings, fault) => {
    expect(ringFaults(rings)).toContain(fault);
    expect(ringFaults([square, hole])).toEqual([]);
  });

  it.each<[string, number[], string]>([
    ['a line that does not move', [9, 0, 0, 26, 20, 0, 0, 20, 0, 0, 15], 'LineTo that does not move (4.3.3.2)'],
    ['a ring of two points', [9, 0, 0, 10, 20, 0, 15], 'ring of fewer than three points (4.3.4.4)'],
    ['a ring left open', [9, 0, 0, 18, 20, 0, 0, 20], 'ring that is not MoveTo, LineTo, ClosePath (4.3.4.4)'],
    ['a count too large', [9, 0, 0, 34, 20, 0, 0, 20], 'geometry that ends within a command (4.3.2)'],
  ])('finds %s', (_, geometry, fault) => {
    const feature = [0x18, 3, 0x22, geometry.length, ...geometry];
    const layer = [0x78, 2, 0x0a, 1, 0x61, 0x12, feature.length, ...feature, 0x28, 0x80, 0x20];
    expect(tileFaults(Uint8Array.from([0x1a, layer.length, ...layer])).map(({ what }) => what)).toContain(fault);
  });
});

function everyTile(
  features: Parameters<typeof shapeIndex>[0][string],
  [west, south, east, north]: readonly [number, number, number, number],
): { faults: TileFault[]; drawn: number } {
  const index = shapeIndex({ places: features });
  const faults: TileFault[] = [];
  let drawn = 0;
  for (let z = 0; z <= MAX_ZOOM; z++) {
    const column = (lng: number) => Math.floor(worldX(lng) * 2 ** z);
    const row = (lat: number) => Math.floor(worldY(lat) * 2 ** z);
    for (let x = column(west); x <= column(east); x++)
      for (let y = row(north); y <= row(south); y++) {
        const bytes = index.encode({ z, x, y });
        faults.push(...tileFaults(bytes));
        if (bytes.length > 0) drawn++;
      }
  }
  return { faults, drawn };
}

function open(ring: Ring): Ring {
  return ring.slice(0, -1);
}

function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
    }
  return inside;
}

function distance(ring: Ring, x: number, y: number): number {
  return Math.min(
    ...ring.map(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
    }),
  );
}
