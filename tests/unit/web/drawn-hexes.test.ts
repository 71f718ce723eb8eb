/** How hexes become pieces on the screen: each on land of its own, cut at the state's border. */
import { cellArea, cellToLatLng, cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { cellFromText, cellToText, resolutionOf } from '../../../server/domain/cell.ts';
import { childrenOf, drawnLand, outlineOfCells } from '../../../server/domain/drawn-land.ts';
import { type Choice, DEFAULT_CHOICE, measureKey } from '../../../web/src/lib/choice.ts';
import { type Border, borderOf, type StateOutline } from '../../../web/src/map/border.ts';
import { type Composition, classesOf, compose, landAt, summaryOf } from '../../../web/src/map/composition.ts';
import { joinedGeometry, summed } from '../../../web/src/map/joined.ts';
import { outlinesOf } from '../../../web/src/map/outlines.ts';
import { withoutPaid } from '../../../web/src/map/paid-land.ts';
import { type Pieces, piecesOf } from '../../../web/src/map/pieces.ts';
import { hexAt, hexesInView, hexOf, nextHex, outlineOf, type Picture } from '../../../web/src/map/questions.ts';
import type { HexTile } from '../../../web/src/map/tile-cache.ts';
import { seededRandom } from '../../support/synthetic-hexes.ts';

const REST = latLngToCell(38.5, -80.7, 5);
const INSIDE = childrenOf(cellFromText(REST), 7);
/** Every third hex inside is one of its own, and one group of seven is a rest itself. */
const HEXES = [
  cellFromText(REST),
  cellFromText(cellToParent(cellToText(INSIDE[10] ?? 0n), 6)),
  ...INSIDE.filter((_, i) => i % 3 === 0),
];
const LEVEL = 7;
const CHOICE: Choice = { ...DEFAULT_CHOICE, measure: 'build' };

function tileOf(cells: readonly bigint[], estimate: (cell: bigint) => number = () => 40): HexTile {
  const h3 = BigUint64Array.from(cells);
  return {
    length: cells.length,
    h3,
    resolution: Uint8Array.from(cells, resolutionOf),
    rest: Uint8Array.from(cells, (cell) => (resolutionOf(cell) < LEVEL ? 1 : 0)),
    students: Uint32Array.from(cells, () => 100),
    households: Uint32Array.from(cells, () => 50),
    codes: (key) => (key === measureKey(CHOICE) ? Uint32Array.from(cells, estimate) : undefined),
    outlines: outlinesOf(h3),
  };
}

function pictureOf(composition: Composition, border?: Border, state = '54'): Picture {
  return {
    state,
    composition,
    classed: classesOf(composition, CHOICE, 10),
    choice: CHOICE,
    bounds: [-82, 37, -79, 40],
    border,
  };
}

/** Positions of the hexes with a piece at a point. */
function drawnAt({ geometry, hexOf }: Pieces, lng: number, lat: number): number[] {
  const found: number[] = [];
  for (let piece = 0; piece < geometry.length; piece++) {
    const ring = ringOf(geometry, piece).map(([x, y]) => [x - lng, y - lat] as const);
    const sides = ring.map(([x, y], i) => {
      const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
      return x * nextY - nextX * y;
    });
    if (sides.every((side) => side >= 0) || sides.every((side) => side <= 0)) found.push(hexOf[piece] ?? -1);
  }
  return found;
}

function ringOf({ centers, corners }: Pieces['geometry'], piece: number): (readonly [number, number])[] {
  return corners.flatMap((pair) =>
    [0, 2].map(
      (at) =>
        [
          (centers[2 * piece] ?? 0) + (pair[4 * piece + at] ?? 0),
          (centers[2 * piece + 1] ?? 0) + (pair[4 * piece + at + 1] ?? 0),
        ] as const,
    ),
  );
}

function edgesOpen({ geometry: { shapes }, hexOf }: Pieces, hex: number): number {
  let open = 0;
  hexOf.forEach((owner, piece) => {
    if (owner !== hex) return;
    for (let bits = shapes[2 * piece] ?? 0; bits > 0; bits >>= 1) open += bits & 1;
  });
  return open;
}

describe('the rest of a hex', () => {
  const composition = compose([tileOf(HEXES)], LEVEL);
  const pieces = piecesOf(composition, undefined);
  const rest = composition.positions.get(cellFromText(REST)) ?? -1;

  test('is drawn as the hexes that no finer one covers, and nothing is drawn twice', () => {
    const { coarser } = drawnLand(
      HEXES.map((cell) => ({ cell, resolution: resolutionOf(cell) })),
      LEVEL,
    );
    const own = new Set(coarser.get(0));
    expect(own.size).toBeGreaterThan(20);
    for (const cell of own) expect(HEXES).not.toContain(cell);
    for (const cell of INSIDE) {
      const [lat, lng] = cellToLatLng(cellToText(cell));
      const drawn = drawnAt(pieces, lng, lat);
      expect(drawn).toHaveLength(1);
      expect(drawn[0] === rest).toBe(own.has(cell));
    }
  });

  test('has no line between its hexes, and one around them', () => {
    const land = composition.coarser.get(rest) ?? [];
    const outline = outlineOf([pictureOf(composition)], { h3: REST });
    const around = outline.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
    expect(6 * land.length - edgesOpen(pieces, rest)).toBe(around);
    expect(outline).toEqual(outlineOfCells(land));
  });

  test('is found where it is drawn, and walked to there', () => {
    const picture = pictureOf(composition);
    for (const cell of INSIDE) {
      const [lat, lng] = cellToLatLng(cellToText(cell));
      const found = hexAt([picture], lng, lat);
      expect(composition.positions.get(cellFromText(found?.h3 ?? ''))).toBe(drawnAt(pieces, lng, lat)[0]);
    }
    const [lng = 0, lat = 0] = composition.centers.slice(2 * rest, 2 * rest + 2);
    expect(drawnAt(pieces, lng, lat)).toEqual([rest]);
    const [first = 0n] = HEXES.slice(2);
    const walked = new Set<string>();
    for (const bearing of [0, 90, 180, 270]) {
      let at: string | undefined = cellToText(first);
      for (let step = 0; at !== undefined && step < 40; step++) {
        walked.add(at);
        at = nextHex([picture], { h3: at }, bearing)?.h3;
      }
    }
    expect(walked).toContain(REST);
  });

  test('is colored by its students on its own land', () => {
    const land = composition.coarser.get(rest) ?? [];
    const squareMiles = land.reduce((sum, cell) => sum + cellArea(cellToText(cell), 'km2') / 2.59, 0);
    expect(landAt(composition, rest)).toBeCloseTo(squareMiles, -1);
    const withStudents = (students: number) => {
      const dense = compose([tileOf(HEXES, (cell) => (resolutionOf(cell) === 5 ? students : 0))], LEVEL);
      return classesOf(dense, CHOICE, 10).classes[rest];
    };
    expect(withStudents(Math.ceil(5.5 * landAt(composition, rest)))).toBe(2);
    expect(withStudents(Math.floor(4.5 * landAt(composition, rest)))).toBe(1);
  });

  test('that finer hexes cover whole is outlined as the hex it is', () => {
    const covered = compose([tileOf([cellFromText(REST), ...INSIDE])], LEVEL);
    expect(outlineOf([pictureOf(covered)], { h3: REST })).toEqual(outlineOfCells([cellFromText(REST)]));
  });

  test("of a district's own patches is drawn in their hexes at every zoom", () => {
    const fine = childrenOf(cellFromText(REST), 8).slice(0, 9);
    const own = compose([tileOf([cellFromText(REST), ...fine])], 5);
    expect(own.lattice).toBe(8);
    expect(own.coarser.get(0)).toHaveLength(343 - 9);
  });
});

describe('land already paid for', () => {
  test('is left out of the students to build for, by its share, and of nothing else', () => {
    const composition = compose([tileOf(HEXES, () => 400)], LEVEL);
    const picture = pictureOf(withoutPaid(composition, CHOICE, new Map([[HEXES[3] ?? 0n, 75]])));
    const build = measureKey(CHOICE) ?? '';
    const countsOf = (cell: bigint | undefined) => hexOf([picture], { h3: cellToText(cell ?? 0n) })?.counts[build];
    expect(countsOf(HEXES[3])).toEqual({ about: 100 });
    expect(countsOf(HEXES[4])).toEqual({ about: 400 });
    expect(hexOf([picture], { h3: cellToText(HEXES[3] ?? 0n) })?.students).toBe(100);
    const classOf = (cell: bigint | undefined) => picture.classed.classes[composition.positions.get(cell ?? 0n) ?? -1];
    expect(classOf(HEXES[3])).toBeLessThan(classOf(HEXES[4]) ?? 0);
  });
});

/** With a notch, a hole and an island. */
const STATE: StateOutline = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [-80.8, 38.42],
        [-80.62, 38.44],
        [-80.65, 38.5],
        [-80.6, 38.55],
        [-80.72, 38.52],
        [-80.8, 38.57],
        [-80.8, 38.42],
      ],
      [
        [-80.74, 38.46],
        [-80.72, 38.49],
        [-80.69, 38.46],
        [-80.74, 38.46],
      ],
    ],
    [
      [
        [-80.76, 38.58],
        [-80.73, 38.58],
        [-80.74, 38.6],
        [-80.76, 38.58],
      ],
    ],
  ],
};

describe("the state's border", () => {
  const border = borderOf(STATE);
  const composition = compose([tileOf(HEXES)], LEVEL);
  const pieces = piecesOf(composition, border);

  test('cuts hexes: what is drawn is the land of a hex inside the state', () => {
    const random = seededRandom(7);
    const whole = piecesOf(composition, undefined);
    let cut = 0;
    for (let i = 0; i < 2000; i++) {
      const [lng, lat] = [-80.85 + 0.3 * random(), 38.38 + 0.25 * random()];
      const [before] = drawnAt(whole, lng, lat);
      if (before === undefined) continue;
      // Hexes that lie outside altogether are told below.
      if (!touches(before)) continue;
      const inside = isInside(lng, lat);
      expect(new Set(drawnAt(pieces, lng, lat)), `${lng} ${lat}`).toEqual(new Set(inside ? [before] : []));
      if (!inside) cut++;
    }
    expect(cut).toBeGreaterThan(50);
  });

  function touches(position: number): boolean {
    const samples = seededRandom(position);
    for (let i = 0; i < 400; i++) {
      const [lng, lat] = [-80.85 + 0.3 * samples(), 38.38 + 0.25 * samples()];
      if (isInside(lng, lat) && drawnAt(pieces, lng, lat).includes(position)) return true;
    }
    return false;
  }

  test('leaves a hex whole that it would take away altogether', () => {
    const far = latLngToCell(38.9, -80.7, 7);
    const alone = piecesOf(compose([tileOf([cellFromText(far)])], LEVEL), border);
    expect(alone.geometry.length).toBe(1);
  });

  test('answers nothing for a point outside of it', () => {
    const random = seededRandom(11);
    let outside = 0;
    for (let i = 0; i < 300; i++) {
      const [lng, lat] = [-80.8 + 0.2 * random(), 38.4 + 0.2 * random()];
      if (isInside(lng, lat) || !hexAt([pictureOf(composition)], lng, lat)) continue;
      expect(hexAt([pictureOf(composition, border)], lng, lat)).toBeUndefined();
      outside++;
    }
    expect(outside).toBeGreaterThan(10);
  });
});

/** By rays, apart from the code. */
function isInside(lng: number, lat: number): boolean {
  const rings = STATE.type === 'MultiPolygon' ? STATE.coordinates.flat() : STATE.coordinates;
  let crossings = 0;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      if (y0 > lat !== y1 > lat && lng < x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0)) crossings++;
    }
  return crossings % 2 === 1;
}

describe('a hex that two states have students in', () => {
  const [lat, lng] = cellToLatLng(REST);
  const west = borderOf(box(lng - 1, lng));
  const east = borderOf(box(lng, lng + 1));
  const tile = { ...tileOf([cellFromText(REST)]), rest: new Uint8Array(1) };
  const other = { ...tile, students: Uint32Array.of(300) };
  const pictures = [pictureOf(compose([tile], 5), west, '54'), pictureOf(compose([other], 5), east, '51')];

  function box(from: number, to: number): StateOutline {
    const ring = [
      [from, lat - 1],
      [to, lat - 1],
      [to, lat + 1],
      [from, lat + 1],
      [from, lat - 1],
    ];
    return { type: 'Polygon', coordinates: [ring] };
  }

  test('is drawn on each side of the border for the state there, and answers for it', () => {
    expect(hexAt(pictures, lng - 0.02, lat)).toMatchObject({ h3: REST, state: '54', students: 100 });
    expect(hexAt(pictures, lng + 0.02, lat)).toMatchObject({ h3: REST, state: '51', students: 300 });
    expect(hexOf(pictures, { h3: REST, state: '51' })?.students).toBe(300);
    expect(hexOf(pictures, { h3: REST })?.state).toBe('54');
    const geometry = joinedGeometry(
      [piecesOf(compose([tile], 5), west), piecesOf(compose([other], 5), east)].map((one) => one.geometry),
    );
    const sides = Array.from({ length: geometry.length }, (_, piece) => (geometry.centers[2 * piece] ?? 0) < lng);
    expect(new Set(sides)).toEqual(new Set([true, false]));
    for (let piece = 0; piece < geometry.length; piece++)
      for (const [x] of ringOf(geometry, piece)) expect(sides[piece] ? x < lng + 1e-5 : x > lng - 1e-5).toBe(true);
  });

  test('is counted in the legend once for each', () => {
    const summaries = pictures.map(({ composition, classed, bounds }) => summaryOf(composition, classed, bounds));
    expect(summed(5, summaries)).toMatchObject({ level: 5, hexes: 2, students: 400 });
    expect(
      hexesInView(pictures, 10)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['51', '54']);
  });
});
