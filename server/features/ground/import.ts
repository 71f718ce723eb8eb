import { basename } from 'node:path';
import type { Deps } from '../../deps.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { stateFipsOf } from '../../domain/states.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import type { GroundFeature } from './cut.ts';
import type { GroundKind } from './kinds.ts';
import { readGround } from './read.ts';
import { hasRoads, putRoads } from './roads.ts';
import { cutOf, putGround } from './store.ts';

export interface GroundImportOptions {
  /** A zipped Shapefile, GeoPackage, GeoJSON or any other format of `import places`. */
  readonly path: string;
  readonly kind: GroundKind;
  /** FIPS code, letters or name. */
  readonly state: string;
  readonly layers?: readonly string[] | undefined;
  readonly nameColumn?: string | undefined;
  /** Made up, for a demo. */
  readonly illustrative?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

export interface GroundImport {
  readonly features: number;
  /** True: the same was there before. */
  readonly unchanged: boolean;
  readonly notes: readonly Phrase[];
}

/** Beyond the state's bounds, in degrees: a road does not end at the border. */
const MARGIN = 0.05;

/**
 * Replaces a state's roads, water or libraries by those of a file.
 *
 * @throws Refusal
 */
export async function importGround(
  { db }: Deps,
  options: GroundImportOptions,
  progress: Progress,
): Promise<GroundImport> {
  const stateFips = stateFipsOf(options.state);
  if (stateFips === undefined) throw refusal('places.state', 400, { text: options.state });
  const step = progress.begin(phrase('step.ground', { file: basename(options.path) }));
  const within = await db.as({ role: 'intake' }, (tx) => boundsOf(tx, stateFips));
  const { features, notes } = await readGround({ ...options, within }, progress);
  for (const note of notes) step.note(note);
  const { kind, illustrative = false } = options;
  const cut = cutOf({ stateFips, kind }, features, illustrative);
  const isNew =
    !options.dryRun &&
    (await db.as({ role: 'intake' }, async (tx) => {
      const isChanged = await putGround(tx, cut);
      // Tiles of before the lines were kept are the same again.
      if (kind === 'road' && (isChanged || !(await hasRoads(tx, stateFips)))) await putRoads(tx, stateFips, features);
      return isChanged;
    }));
  const counted = { featureCount: features.length };
  if (options.dryRun) step.done(phrase('done.dry-run', { said: phrase('done.ground', counted) }));
  else step.done(phrase(isNew ? 'done.ground' : 'done.ground/unchanged', counted));
  return { features: features.length, unchanged: !isNew, notes };
}

async function boundsOf(tx: Tx, stateFips: string): Promise<[number, number, number, number] | undefined> {
  const found = await tx.maybe<{ west: number; south: number; east: number; north: number }>(
    `select ST_XMin(e) as west, ST_YMin(e) as south, ST_XMax(e) as east, ST_YMax(e) as north
     from (select ST_Extent(geom)::geometry as e from places.places where kind = 'state' and state_fips = $1) as state
     where e is not null`,
    [stateFips],
  );
  // Across 180 degrees an extent spans the earth and so leaves nothing out.
  return found && [found.west - MARGIN, found.south - MARGIN, found.east + MARGIN, found.north + MARGIN];
}

/** Draws a state's schools from the places loaded: after an import of schools. */
export async function drawSchools(db: Db, stateFips: string): Promise<void> {
  const rows = await db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ name: string; lng: number; lat: number; illustrative: boolean }>(
      `select name, ST_X(label_point) as lng, ST_Y(label_point) as lat, illustrative
       from places.places
       where kind = 'school' and state_fips = $1
       order by id`,
      [stateFips],
    ),
  );
  const features = rows.map(
    ({ name, lng, lat }): GroundFeature => ({ rank: 3, name, geometry: { type: 'Point', coordinates: [lng, lat] } }),
  );
  const isIllustrative = rows.some(({ illustrative }) => illustrative);
  const cut = cutOf({ stateFips, kind: 'school' }, features, isIllustrative);
  await db.as({ role: 'intake' }, (tx) => putGround(tx, cut));
}
