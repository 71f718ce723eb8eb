/** Reads the outline layers: filed areas, clusters, places. Each feature is GeoJSON. */

import type { Feature, Geometry } from 'geojson';
import type { Viewer } from '../../domain/actor.ts';
import { technologyName } from '../../domain/technology.ts';
import type { Tx } from '../../platform/db.ts';
import type { ShapeLayer } from './contract.ts';

/** Features by the name of their vector layer. */
export type Shapes = Record<string, Feature[]>;

export interface ShapesOf {
  readonly releaseId: number;
  readonly viewer: Viewer;
  /** Filings behind the release, as far as this viewer may see them. */
  readonly filingIds: readonly number[];
  readonly stateFips: string;
}

export const LOAD_SHAPES: Record<ShapeLayer, (tx: Tx, of: ShapesOf) => Promise<Shapes>> = {
  areas: loadAreas,
  clusters: loadClusters,
  places: loadPlaces,
};

async function loadAreas(tx: Tx, { filingIds }: ShapesOf): Promise<Shapes> {
  const rows = await tx.rows<
    { shape: string; label: string; technology: number } & Record<string, string | number | boolean>
  >(
    `-- one row: an area filed with a commission; row level security leaves out what the viewer may not know
     select
       st_asgeojson(a.geom, 6) as shape,
       st_asgeojson(st_pointonsurface(a.geom), 6) as label,
       (row_number() over (partition by a.provider_name order by st_area(a.geom) desc, a.id))::integer as of_provider,
       a.provider_name as provider,
       a.technology,
       a.download_mbps,
       a.upload_mbps,
       a.low_latency,
       a.residential,
       f.publisher,
       f.as_of,
       f.revision
     from coverage.areas a
     join coverage.filings f on f.id = a.filing_id
     where a.filing_id = any($1)
       and f.source = 'puc'
     order by a.id`,
    [filingIds],
  );
  return {
    areas: rows.map(({ shape, label, of_provider, technology, ...properties }) =>
      feature(shape, {
        ...properties,
        technology,
        technology_name: technologyName(technology),
      }),
    ),
    area_points: rows.map(({ label, of_provider, provider }) => feature(label, { provider, of_provider })),
  };
}

async function loadClusters(tx: Tx, { releaseId, viewer }: ShapesOf): Promise<Shapes> {
  // A district reads the public's clusters: its neighbors' patches are not its own.
  const audience = viewer.role === 'district' ? 'public' : viewer.role;
  const rows = await tx.rows<{ shape: string; by_source: Record<string, number> } & Record<string, unknown>>(
    `-- one row: a cluster, the highest ranks last so that they are drawn on top
     select
       st_asgeojson(c.outline, 6) as shape,
       of,
       id,
       c.name,
       n.students,
       n.households,
       n.whole_patches,
       c.area_km2,
       n.by_source
     from published.clusters c
     join (
       select
         of,
         id,
         min(students) as students,
         min(households) as households,
         min(cardinality(patches)) as whole_patches,
         min(rank) filter (where source = 'agreed') as rank,
         jsonb_object_agg('rank_' || source, rank)
           || jsonb_object_agg('estimated_' || of || '_' || source, estimated) as by_source
       from published.cluster_standings
       where release_id = $1
         and audience = $2
       group by of, id
     ) as n using (of, id)
     where c.release_id = $1
     order by of, n.rank desc`,
    [releaseId, audience],
  );
  return { clusters: rows.map(({ shape, by_source, ...cluster }) => feature(shape, { ...cluster, ...by_source })) };
}

async function loadPlaces(tx: Tx, { stateFips }: ShapesOf): Promise<Shapes> {
  const rows = await tx.rows<
    { shape: string | null; label: string } & Record<string, string | number | boolean | null>
  >(
    `-- one row: a place of the state, towns by their points; schools are for finding, and too many to draw
     select
       case when kind <> 'town' then st_asgeojson(geom, 6) end as shape,
       st_asgeojson(label_point, 6) as label,
       kind,
       id,
       name,
       population,
       illustrative
     from places.places
     where state_fips = $1
       and kind <> 'school'
     order by population desc nulls first, kind, id`,
    [stateFips],
  );
  return {
    places: rows.flatMap(({ shape, label, ...properties }) => (shape === null ? [] : [feature(shape, properties)])),
    place_points: rows.map(({ shape, label, ...properties }) => feature(label, properties)),
  };
}

/** Omits null properties: a vector tile has no null. */
function feature(geometry: string, properties: Record<string, unknown>): Feature {
  return {
    type: 'Feature',
    geometry: JSON.parse(geometry) as Geometry,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)),
  };
}
