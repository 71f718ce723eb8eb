/** Committed land as everybody sees it: who, by when, homes in fives, and no hex finer than the public's own. */

import { cellGeometry } from '../../domain/antimeridian.ts';
import { cellToText } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import type { GeoFeature } from '../../platform/lists.ts';
import { countyNames } from '../places/index.ts';
import { releaseNamed } from '../releases/index.ts';
import type { Committed } from './contract.ts';

interface Asked {
  readonly release: string;
  readonly state?: string;
}

interface PublicRow extends Omit<Committed['commitments'][number], 'counties'> {
  readonly counties: readonly string[];
  readonly cells: readonly string[];
}

export async function committedOf(tx: Tx, asked: Asked): Promise<Committed> {
  const release = await releaseNamed(tx, asked.release, asked.state);
  const rows = await publicRows(tx, release.state_fips);
  const names = await countyNames(tx, [...new Set(rows.flatMap(({ counties }) => counties))]);
  return {
    release: release.id,
    commitments: rows.map(({ cells: _, counties, ...row }) => ({
      ...row,
      counties: counties.map((id) => names.get(id) ?? id),
    })),
    clusters: await tx.rows('select "of", id, percent, confirmed from commitments.of_clusters($1)', [release.id]),
  };
}

/** One feature a commitment that stands. */
export async function committedFeatures(tx: Tx, asked: Asked): Promise<GeoFeature[]> {
  const release = await releaseNamed(tx, asked.release, asked.state);
  const rows = await publicRows(tx, release.state_fips);
  return rows
    .filter(({ standing }) => standing !== 'default')
    .map(({ cells, id, name, provider, standing, dueOn, homes }) => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: cells.flatMap((cell) => polygonsOf(BigInt(cell))) },
      properties: { id, name, provider, standing, due_on: dueOn, homes },
    }));
}

function polygonsOf(cell: bigint) {
  const geometry = cellGeometry(cellToText(cell));
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

async function publicRows(tx: Tx, stateFips: string): Promise<PublicRow[]> {
  await tx.run('select commitments.move_due()');
  return tx.rows(
    `select id, name, provider_name as provider, round_title as round, standing, homes, counties, technology,
       download_mbps as "downloadMbps", upload_mbps as "uploadMbps", signed_on::text as "signedOn", due_on::text as "dueOn", percent,
       case when standing = 'seen' then seen_as_of::text end as "seenAsOf", public_cells::text[] as cells
     from commitments.public_commitments
     where state_fips = $1
     order by provider_name, id`,
    [stateFips],
  );
}
