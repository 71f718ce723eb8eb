/** A brief's map: its scale against distances on the globe, its steps in grey, its names apart from each other. */
import greatCircle from '@turf/distance';
import { describe, expect, it } from 'vitest';
import { briefOfCode, shortCode } from '../../../server/domain/brief/short-link.ts';
import { cellFromText, cellToText, parentOf } from '../../../server/domain/cell.ts';
import { childrenOf, outlineOfCells } from '../../../server/domain/drawn-land.ts';
import { brief as en } from '../../../server/domain/messages/en/brief.ts';
import { drawMap } from '../../../server/features/briefs/map/draw.ts';
import { frameAround, scaleBarMiles } from '../../../server/features/briefs/map/frame.ts';
import { labelsThatFit } from '../../../server/features/briefs/map/labels.ts';
import { DENSITY_STEPS, NO_STUDENTS, stepOf } from '../../../server/features/briefs/map/legend.ts';
import type { MapFacts } from '../../../server/features/briefs/map/types.ts';

const FACTS: MapFacts = {
  bbox: [-81, 38, -80, 39],
  outline: {
    type: 'Polygon',
    coordinates: [
      [
        [-81, 38],
        [-80, 38],
        [-80, 39],
        [-81, 39],
        [-81, 38],
      ],
    ],
  },
  state: undefined,
  hexes: [{ h3: '872aac441ffffff', resolution: 7, lng: -80.5, lat: 38.5, density: 4 }],
  isOfLacking: true,
  counties: [],
  roads: [
    {
      type: 'LineString',
      coordinates: [
        [-80.9, 38.1],
        [-80.2, 38.9],
      ],
    },
  ],
  water: [
    {
      type: 'LineString',
      coordinates: [
        [-80.9, 38.9],
        [-80.2, 38.1],
      ],
    },
  ],
  clusters: [
    {
      type: 'Polygon',
      coordinates: [
        [
          [-80.6, 38.4],
          [-80.5, 38.4],
          [-80.5, 38.5],
          [-80.6, 38.4],
        ],
      ],
    },
  ],
  clustersAre: 'all',
  towns: [{ name: 'Elk & <Fork>', lng: -80.7, lat: 38.6 }],
  schools: [{ name: 'Elk School', lng: -80.4, lat: 38.5 }],
};

describe('the frame of a map', () => {
  it.each([
    ['a district', [-81, 38, -80, 39]],
    ['a state far north', [-150, 60, -140, 66]],
    ['land across 180 degrees', [179, 51, -178, 53]],
  ] as const)('has a scale in miles that holds in its middle: %s', (_, [west, south, east, north]) => {
    const frame = frameAround([west, south, east, north]);
    const [middleLng, middleLat] = [(west + (east < west ? east + 360 : east)) / 2, (south + north) / 2];
    const [x, y] = frame.point(middleLng, middleLat);
    const [otherX, otherY] = frame.point(middleLng + 0.01, middleLat);
    const miles = greatCircle([middleLng, middleLat], [middleLng + 0.01, middleLat], { units: 'miles' });
    expect(Math.hypot(otherX - x, otherY - y) / frame.unitsPerMile / miles).toBeCloseTo(1, 1);
    expect(scaleBarMiles(frame) * frame.unitsPerMile).toBeLessThanOrEqual(105);
  });

  it('holds the whole place', () => {
    const frame = frameAround([-82.6, 37.2, -77.7, 40.6]);
    for (const [lng, lat] of [
      [-82.6, 37.2],
      [-77.7, 40.6],
    ] as const) {
      const [x, y] = frame.point(lng, lat);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(560);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(372);
    }
  });
});

describe('the steps of a map', () => {
  it('grow darker by lightness alone, so that they read in grey', () => {
    const lightness = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
      return 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2;
    };
    const steps = [NO_STUDENTS, ...DENSITY_STEPS.map(({ fill }) => fill)].map(lightness);
    for (const [at, step] of steps.slice(1).entries())
      expect(((steps[at] ?? 0) + 0.05) / (step + 0.05)).toBeGreaterThan(1.3);
  });

  it('begin at nobody and end at the densest', () => {
    expect([0, 0.01, 1, 2.99, 3, 9, 10, 500].map(stepOf)).toEqual([undefined, 0, 1, 1, 2, 2, 3, 3]);
  });
});

describe('the drawing of a map', () => {
  const svg = drawMap(FACTS, en.map);

  it('has boundary, hexes, clusters, roads, water, towns, schools, scale, north and legend', () => {
    for (const words of [
      '20 miles',
      '>N<',
      'Cluster',
      'School',
      'Road',
      'Water',
      'under 1',
      '10 or more',
      en.map.legend,
    ])
      expect(svg).toContain(words);
    expect(svg).toContain('#b95735');
    expect(svg).toContain('fill-rule="evenodd"');
    expect(svg).toContain('stroke-dasharray');
  });

  it('outlines the clusters that the sheet names as clearly on a whole state as on a district', () => {
    const state = { ...FACTS, bbox: [-90, 30, -80, 39] } as const;
    expect(drawMap({ ...state, clustersAre: 'all' }, en.map)).toContain('stroke-width="0.7"/></g>');
    const named = drawMap({ ...state, clustersAre: 'named' }, en.map);
    expect(named).toContain('stroke-dasharray="4 2"/></g>');
    expect(named).toContain(`>${en.map.clusterNamed}<`);
  });

  it('lets no name become a part of it', () => {
    expect(svg).toContain('Elk &amp; &lt;Fork&gt;');
    expect(svg).not.toContain('<Fork>');
  });

  it('says that it shows all students where no filing tells who lacks service', () => {
    expect(drawMap({ ...FACTS, isOfLacking: false }, en.map)).toContain(en.map.legendStudents);
  });
});

describe("the hexes of a brief's map", () => {
  it('are cut at the border of the state: paper covers what lies outside', () => {
    const state = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [-80.8, 38.2],
          [-80.2, 38.2],
          [-80.2, 38.8],
          [-80.8, 38.2],
        ],
      ],
    };
    const svg = drawMap({ ...FACTS, state }, en.map);
    const frame = frameAround(FACTS.bbox);
    const corners = state.coordinates[0]?.slice(0, 3).map(([lng = 0, lat = 0]) => frame.point(lng, lat)) ?? [];
    const ring = `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
    const paper = [...svg.matchAll(/<path d="(M0 0H[^"]+)" fill="#ffffff" fill-opacity="1" fill-rule="evenodd"\/>/g)];
    expect(paper.map(([, path]) => path)).toEqual([expect.stringContaining(ring)]);
    expect(svg.indexOf('class="layer-hexes"')).toBeLessThan(paper[0]?.index ?? 0);
    expect(paper[0]?.index).toBeLessThan(svg.indexOf('class="layer-clusters"'));
  });

  it('are drawn on the land that is left to them, holes and all, as one', () => {
    const [whole, hole] = ['852aac47fffffff', '862aac447ffffff'];
    const land = outlineOfCells(
      childrenOf(cellFromText(whole), 7).filter((cell) => cellToText(parentOf(cell, 6)) !== hole),
    );
    const svg = drawMap(
      { ...FACTS, hexes: [{ h3: whole, resolution: 5, lng: -80.5, lat: 38.5, density: 4, land }] },
      en.map,
    );
    const hexes = /<g class="layer-hexes"[^>]*>(.*)<\/g>/.exec(svg)?.[1] ?? '';
    expect(hexes.match(/<path/g)).toHaveLength(1);
    expect(hexes.match(/M/g)).toHaveLength(land.flat().length);
  });
});

describe('names on a map', () => {
  it('leave out what covers another or leaves the map, the largest first', () => {
    const shown = labelsThatFit([
      { name: 'Large', x: 100, y: 100 },
      { name: 'Beside', x: 105, y: 104 },
      { name: 'Far away', x: 300, y: 200 },
      { name: 'At the edge', x: 550, y: 200 },
    ]);
    expect(shown.map(({ name }) => name)).toEqual(['Large', 'Far away', 'At the edge']);
  });

  it('stand at the left of their point where the right is taken or ends', () => {
    const shown = labelsThatFit([
      { name: 'Charleston', x: 168, y: 244 },
      { name: 'Huntington', x: 106, y: 238 },
      { name: 'At the edge', x: 550, y: 200 },
    ]);
    expect(shown.map(({ name, side }) => [name, side])).toEqual([
      ['Charleston', 'right'],
      ['Huntington', 'left'],
      ['At the edge', 'left'],
    ]);
    expect(drawMap({ ...FACTS, towns: [{ name: 'Elk', lng: -80.02, lat: 38.6 }] }, en.map)).toContain(
      'text-anchor="end"',
    );
  });
});

describe('short addresses', () => {
  it.each([
    ['senate_district', '54003', '12-sn54003'],
    ['house_district', '50A-1', '12-hd50A-1'],
    ['state', '54', '12-st54'],
    ['tribal', '04-2430R', '12-tribal:04-2430R'],
  ])('lead back to %s %s', (kind, id, code) => {
    expect(shortCode({ release: 12, kind, id })).toBe(code);
    expect(briefOfCode(code)).toEqual({ release: 12, kind, id });
  });

  it.each(['', '12', 'x-sn54003', '12-zz54003'])('are none: %s', (code) => {
    expect(briefOfCode(code)).toBeUndefined();
  });
});
