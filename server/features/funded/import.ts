import { basename } from 'node:path';
import type { Deps } from '../../deps.ts';
import { cellFromText, HOME_RESOLUTION, parentOf } from '../../domain/cell.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { stateFipsOf } from '../../domain/states.ts';
import type { Tx } from '../../platform/db.ts';
import { featuresAtFault } from '../../platform/gis/errors.ts';
import { polygonsOf } from '../../platform/gis/geometry.ts';
import { cellsInside } from '../../platform/gis/inside.ts';
import { readGis } from '../../platform/gis/read.ts';
import { type Mended, mendPolygons, repairNotes, stageMended } from '../../platform/gis/repair.ts';
import { refusal } from '../../platform/problem.ts';
import type { Progress } from '../../platform/progress.ts';
import { readerOn } from '../../platform/reader.ts';
import { type Award, awardOf, fundedColumns } from './columns.ts';

export interface FundedImportOptions {
  /** A zipped Shapefile, GeoPackage, GeoJSON or any other format of `import places`. */
  readonly path: string;
  /** FIPS code, letters or name. */
  readonly state: string;
  readonly layers?: readonly string[] | undefined;
  /** Made up, for a demo. */
  readonly illustrative?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Loads areas that a program pays for. Areas of a file of the same name are replaced, so that a program's next list takes the place of
 * the last.
 *
 * @throws Refusal
 */
export async function importFunded({ db }: Deps, options: FundedImportOptions, progress: Progress): Promise<number> {
  const stateFips = stateFipsOf(options.state);
  if (stateFips === undefined) throw refusal('places.state', 400, { text: options.state });
  const name = basename(options.path);
  const step = progress.begin(phrase('step.funded', { file: name }));
  const { awards, mended, notes } = await readFunded(db, options, progress);
  for (const note of notes) step.note(note);
  if (!options.dryRun)
    await db.as({ role: 'intake' }, (tx) =>
      write(tx, awards, mended, { stateFips, name, illustrative: options.illustrative ?? false }),
    );
  step.done(phrase(options.dryRun ? 'done.funded/dry-run' : 'done.funded', { areaCount: awards.length }));
  return awards.length;
}

async function readFunded(db: Deps['db'], options: FundedImportOptions, progress: Progress) {
  using file = await readGis(options.path, { layers: options.layers, progress });
  const columns = fundedColumns(file.fields);
  const program = basename(options.path).replace(/\.[^.]*$/, '');
  const awards: Award[] = [];
  const labels: Phrase[] = [];
  const faults: Phrase[] = [];
  async function* staged() {
    for await (const { properties, geometry, label } of file.features()) {
      const outline = polygonsOf(geometry);
      if (!('polygons' in outline)) {
        faults.push(phrase('gis.fault', { feature: label, fault: outline.refused }));
        continue;
      }
      awards.push(awardOf(properties, columns, program));
      labels.push(label);
      yield { polygons: outline.polygons };
    }
  }
  const mended = await mendPolygons(readerOn(db, { role: 'intake' }), staged(), { inPieces: true });
  const repairs = repairNotes(mended.repairs, labels);
  const all = [...faults, ...repairs.faults];
  if (all.length > 0) throw featuresAtFault(all);
  if (awards.length === 0) throw refusal('funded.empty', 422);
  const columnsRead = Object.entries(columns).map(([meaning, column]) => ({ meaning, column }));
  const read = columnsRead.length === 0 ? phrase('funded.columns/none') : phrase('funded.columns', { columnsRead });
  return { awards, mended, notes: [...file.notes, read, ...repairs.notes] };
}

async function write(
  tx: Tx,
  awards: readonly Award[],
  mended: Mended,
  { stateFips, name, illustrative }: { stateFips: string; name: string; illustrative: boolean },
): Promise<void> {
  await stageMended(tx, mended);
  await tx.run('delete from coverage.funded where state_fips = $1 and source_file = $2', [stateFips, name]);
  const pieces = await tx.rows<{ position: number; shape: string }>(
    'select position, st_asgeojson(geom, 9) as shape from gis_pieces order by position',
  );
  for (const [position, award] of awards.entries()) {
    const parts = partsOf(pieces.filter((piece) => piece.position === position).map(({ shape }) => shape));
    await tx.run(
      `insert into coverage.funded (state_fips, program, holder, technology, download_mbps, upload_mbps, due_on, illustrative,
         source_file, cells, parts, geom)
       select $1, $2, $3, $4, $5, $6, $7::date, $8, $9, $10::bigint[], $11::smallint[], geom
       from gis_staging
       where position = $12`,
      [
        stateFips,
        award.program,
        award.holder,
        award.technology,
        award.download,
        award.upload,
        award.due,
        illustrative,
        name,
        [...parts.keys()],
        [...parts.values()],
        position,
      ],
    );
  }
}

/** Of each res-8 hex the number of its children inside, hexes ascending. */
function partsOf(shapes: readonly string[]): Map<bigint, number> {
  const children = new Set(shapes.flatMap((shape) => cellsInside(shape, HOME_RESOLUTION + 1)));
  const parts = new Map<bigint, number>();
  for (const hex of [...children].map((child) => parentOf(cellFromText(child), HOME_RESOLUTION)).sort())
    parts.set(hex, (parts.get(hex) ?? 0) + 1);
  return parts;
}
