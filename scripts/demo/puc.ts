import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Position } from 'geojson';
import { gridDisk } from 'h3-js';
import { cellFromText, cellToText, parentOf } from '../../server/domain/cell.ts';
import type { Claim } from './claims.ts';
import { cellsBetween, corridorsOf } from './corridors.ts';
import { damage } from './damage.ts';
import type { GisLayer } from './gis.ts';
import type { Ground } from './ground.ts';
import { outlinesOf } from './outline.ts';
import { providerOf } from './providers.ts';
import { DIALECTS } from './puc-dialects.ts';
import { FILINGS, type Filing } from './puc-filings.ts';
import { chance, hashText, smoothNoise } from './seeded.ts';
import { cellMiddle, type Settlement } from './settlement.ts';

/** Slower service is not drawn: the commission requires 10/1 and better. */
const SLOWEST_MBPS = 10;

/** Writes the manifest of the commission's filings; returns the layers that GDAL must write. */
export function describePucFilings(
  folder: string,
  ground: Ground,
  settlement: Settlement,
  claims: readonly Claim[],
  seed: number,
): GisLayer[] {
  mkdirSync(folder, { recursive: true });
  const countyOfCell = new Uint8Array(settlement.cells.length);
  for (let at = 0; at < settlement.count; at++) countyOfCell[settlement.cell[at] ?? 0] = settlement.county[at] ?? 0;
  const corridors = corridorsOf(ground, settlement);
  const drawn = FILINGS.map((filing) => {
    const own = claims.filter(
      ({ provider, technology, downloadMbps }) =>
        provider === filing.provider && filing.technologies.includes(technology) && downloadMbps >= SLOWEST_MBPS,
    );
    const features = own.flatMap((claim) =>
      areasOf(claim, filing, { ground, settlement, countyOfCell, corridors, seed }),
    );
    return { filing, features: filing.isDamaged ? damage(features, hashText(filing.file, seed)) : features };
  });
  // In a state of a few dozen students some providers serve nobody and file nothing.
  const filed = drawn.filter(({ features }) => features.length > 0);
  const manifest = filed.map(({ filing: { file, provider, asOf, revision, confidentiality } }) => ({
    file,
    provider: providerOf(provider).name,
    asOf,
    revision,
    confidentiality,
  }));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return filed.map(({ filing: { file, format, projection }, features }) => ({
    path: join(folder, file),
    layer: file.replace(/\..*$/, ''),
    format,
    projection,
    features: { type: 'FeatureCollection', features },
  }));
}

/**
 * How a provider's filing with the commission differs from its FCC filing, county by county. Different people make the two
 * from different maps; states want to see these disputes.
 */
type Stance = 'agrees' | 'overstates' | 'understates' | 'leavesOut';

function stanceOf(draw: number): Stance {
  if (draw < 0.6) return 'agrees';
  if (draw < 0.78) return 'overstates';
  return draw < 0.95 ? 'understates' : 'leavesOut';
}

interface State {
  ground: Ground;
  settlement: Settlement;
  countyOfCell: Uint8Array;
  corridors: ReturnType<typeof corridorsOf>;
  seed: number;
}

/** One feature per county: the provider's whole coverage there at the claim's speed. */
function areasOf(claim: Claim, filing: Filing, state: State): Feature[] {
  const { ground, settlement, countyOfCell, corridors, seed } = state;
  const own = hashText(filing.provider, seed);
  // Slow service is drawn with a broad brush.
  const finest = claim.downloadMbps < 25 ? 8 : filing.resolution;
  const covered = new Uint8Array(settlement.cells.length);
  for (const at of claim.locations[1].values) covered[settlement.cell[at] ?? 0] = 1;
  const isWire = [10, 40, 50].includes(claim.technology);
  const cellsOfCounty = cellsBetween(isWire ? corridors : [], covered, ground.counties.length);
  covered.forEach((isCovered, cell) => {
    if (isCovered) cellsOfCounty[countyOfCell[cell] ?? 0]?.push(settlement.cells[cell] ?? '');
  });
  return cellsOfCounty.flatMap((cells, county) => {
    const stance = stanceOf(chance(own, county));
    if (cells.length === 0 || stance === 'leavesOut') return [];
    const outlines = outlinesOf(territory(cells, { finest, stance, seed: own }));
    if (outlines.length === 0) return [];
    const properties = DIALECTS[filing.dialect](claim, providerOf(filing.provider));
    return [
      { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: outlines as Position[][][] } },
    ];
  });
}

/** Cells to draw around: those served and their surroundings, widened or thinned by the filing's stance. */
function territory(
  cells: readonly string[],
  { finest, stance, seed }: { finest: 8 | 9; stance: Stance; seed: number },
): string[] {
  const kept = stance === 'understates' ? cells.filter((cell) => isFiled(cell, seed)) : cells;
  const served = new Set(finest === 9 ? kept : kept.map((cell) => cellToText(parentOf(cellFromText(cell), finest))));
  const rings = { 9: { agrees: 1, understates: 1, overstates: 3 }, 8: { agrees: 0, understates: 0, overstates: 1 } };
  const wide = stance === 'leavesOut' ? 0 : rings[finest][stance];
  if (wide === 0) return [...served];
  const around = new Set<string>();
  for (const cell of served) for (const near of gridDisk(cell, wide)) around.add(near);
  return [...around];
}

/** Whole neighborhoods are missing, not single houses. */
function isFiled(cell: string, seed: number): boolean {
  const [x, y] = cellMiddle(cell);
  return smoothNoise(seed, x / 3.5, y / 3.5) > 0.42;
}
