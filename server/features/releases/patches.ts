/** `/patches`: the smallest areas published, page by page. */

import { cellToLatLng } from 'h3-js';
import { type AskedAudience, rowsOf, type Viewer } from '../../domain/actor.ts';
import { cellGeometry } from '../../domain/antimeridian.ts';
import { cellToText } from '../../domain/cell.ts';
import { countColumns } from '../../domain/hidden.ts';
import { ESTIMATES } from '../../domain/statistic.ts';
import type { Db } from '../../platform/db.ts';
import { cursorAt, type GeoFeature, isInside, parseBbox, parsePlace, positionOf } from '../../platform/lists.ts';
import { type EstimateReader, estimateReader } from '../estimates/index.ts';
import type { Patch, PatchPage } from './contract.ts';
import { countsOf, statisticsAsked } from './counts.ts';
import { viewInWords } from './filings-of-view.ts';
import { releaseNamed, viewerOfRelease } from './named.ts';
import { patchCells, patchesNumbered } from './queries.ts';
import { viewOfFilings } from './silence.ts';

export interface PatchQuestion {
  release: string;
  state?: string;
  audience: AskedAudience;
  bbox?: string;
  place?: string;
  statistics?: string;
  limit: number;
  cursor?: string;
}

export async function patchPage(
  { db, estimates }: { db: Db; estimates: EstimateReader },
  viewer: Viewer,
  asked: PatchQuestion,
  signal: AbortSignal,
): Promise<Omit<PatchPage, 'audience'>> {
  const box = parseBbox(asked.bbox);
  const place = parsePlace(asked.place);
  const from = positionOf(asked.cursor);
  return db.as(
    viewer,
    async (tx) => {
      const release = await releaseNamed(tx, asked.release, asked.state);
      const view = await viewOfFilings(tx, release.id, asked.audience);
      const keys = statisticsAsked(asked.statistics, view, 'area');
      const rows = rowsOf(asked.audience);
      const inside = (await patchCells(tx, release.id, rows, place)).filter(
        ({ patch, cell }) => patch >= from && (!box || isInside(box, centerOf(cellToText(cell)))),
      );
      const page = inside.slice(0, asked.limit);
      const found = await patchesNumbered(
        tx,
        release.id,
        rows,
        page.map(({ patch }) => patch),
      );
      const own = await estimates.of(tx, release, viewer);
      const estimated = own.ofPatches(found.map(({ patch }) => patch));
      const following = inside[asked.limit];
      return {
        release: release.id,
        view: await viewInWords(tx, release, asked.audience),
        agreedBy: [...view.filers],
        patches: found.map((row, i) => ({
          patch: row.patch,
          h3: cellToText(row.cell),
          resolution: row.resolution,
          rest: row.rest,
          leaIds: row.lea_ids,
          county: row.county,
          ...countsOf(row, estimated.subarray(i * ESTIMATES.length, (i + 1) * ESTIMATES.length), keys),
        })),
        next: following ? cursorAt(following.patch) : null,
      };
    },
    { signal },
  );
}

export function patchFeature(patch: Patch, view: string): GeoFeature {
  return {
    type: 'Feature',
    geometry: cellGeometry(patch.h3),
    properties: flat(patch, view),
  };
}

/** Flat, for CSV and GIS: each count beside its hiding, then the estimates, named so. */
export function flat(patch: Patch, view: string): Record<string, unknown> {
  const { counts, hidden, estimates, leaIds, ...rest } = patch;
  const columns = Object.entries(counts).map(([key, count]) => countColumns(key, count, hidden[key]));
  return Object.assign({ ...rest, leaIds: leaIds.join(' ') }, ...columns, estimates, { view });
}

function centerOf(h3: string): [number, number] {
  const [lat, lng] = cellToLatLng(h3);
  return [lng, lat];
}

/** Every patch of a release, page by page, for an export. */
export async function* patchRows(
  db: Db,
  asked: { release: string; state?: string; audience: 'public' | 'agency'; statistics?: string },
): AsyncGenerator<GeoFeature> {
  const viewer = await viewerOfRelease(db, asked);
  const signal = new AbortController().signal;
  const estimates = estimateReader();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await patchPage(
      { db, estimates },
      viewer,
      { ...asked, limit: 1000, ...(cursor === undefined ? {} : { cursor }) },
      signal,
    );
    for (const patch of page.patches) yield patchFeature(patch, page.view);
    cursor = page.next;
  }
}
