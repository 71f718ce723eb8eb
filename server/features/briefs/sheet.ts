/** A brief ready to be set: its words, its map, its QR code. */
import { renderSVG } from 'uqr';
import type { Tx } from '../../platform/db.ts';
import type { EstimateReader } from '../estimates/index.ts';
import type { Sheet } from '../print/index.ts';
import type { Brief } from './contract.ts';
import { type BriefFacts, gatherBrief } from './gather.ts';
import { drawMap } from './map/draw.ts';
import type { GroundReader } from './map/ground.ts';
import { readMap } from './map/read.ts';
import type { MapFacts } from './map/types.ts';
import { briefOf } from './model.ts';
import { clustersNamed } from './parts-ground.ts';
import type { BriefWords } from './words.ts';

export interface BriefReaders {
  readonly estimates: EstimateReader;
  readonly ground: GroundReader;
}

export interface GatheredBrief {
  readonly facts: BriefFacts;
  readonly map: MapFacts;
}

export interface MadeBrief {
  readonly brief: Brief;
  readonly sheet: Sheet;
}

export async function gather(
  tx: Tx,
  { estimates, ground }: BriefReaders,
  asked: Parameters<typeof gatherBrief>[2],
): Promise<GatheredBrief> {
  const facts = await gatherBrief(tx, estimates, asked);
  const { release, viewer, place, filers } = facts;
  const named = clustersNamed(facts).map(({ id }) => id);
  return { facts, map: await readMap(tx, ground, { release, viewer, place, hasFilings: filers.length > 0, named }) };
}

/** The same facts in any language. */
export function sheetOf({ facts, map }: GatheredBrief, words: BriefWords): MadeBrief {
  const brief = briefOf(facts, words, { hexes: map.hexes.length, clusters: map.clusters.length });
  return { brief, sheet: { data: brief, map: drawMap(map, words.messages.brief.map), qr: qrOf(brief.link.address) } };
}

function qrOf(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 2, pixelSize: 4 });
}
