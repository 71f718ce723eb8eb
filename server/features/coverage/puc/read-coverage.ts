/** Reads a coverage file, writing nothing: its areas, with repaired outlines, or a refusal that names every faulty feature. */
import { basename } from 'node:path';
import { type GisFile, readGis } from '../../../platform/gis/read.ts';
import type { Mended } from '../../../platform/gis/repair.ts';
import type { Progress } from '../../../platform/progress.ts';
import type { Reader } from '../../../platform/reader.ts';
import type { AreaRow, Reading } from './area-row.ts';
import { filedAreas, mendAreas } from './areas.ts';
import { pucErrors } from './errors.ts';
import { layersOf, type ReadAs, readingAssumptions, readingNotes, readingOf } from './reading.ts';
import { plannedName } from './standing.ts';

export interface CoverageFile extends ReadAs {
  /** A zipped Shapefile or FileGDB, GeoPackage or GeoJSON. */
  readonly path: string;
  /** YYYY-MM-DD: what begins later is not service yet. */
  readonly asOf: string;
}

/**
 * @param reader lets PostGIS repair outlines; reads no table
 * @param tell takes notes for the person: mapping, projection, repairs, omissions and assumptions
 * @throws Refusal
 */
export async function readCoverage(
  reader: Reader,
  options: CoverageFile,
  progress: Progress,
  tell: (notes: readonly string[]) => void,
): Promise<{ readonly rows: readonly AreaRow[]; readonly mended: Mended }> {
  using file = await readGis(options.path, { ...layersOf(options), progress });
  tell(file.notes);
  const reading = await readingOf(file, options, options.asOf);
  tell(readingNotes(file, reading));
  tell(calledPlanned(file, reading, options));
  const filed = await filedAreas(file, reading, options.speedUnit !== undefined);
  tell(filed.notes);
  const { rows, mended, notes } = await mendAreas(reader, file, filed, progress);
  tell(notes);
  tell(readingAssumptions(reading));
  return { rows, mended };
}

/** The name of a single-layer file may say what its layer does not. */
function calledPlanned(file: GisFile, { standing }: Reading, { path, includesPlanned }: CoverageFile): string[] {
  const name = basename(path);
  const word = plannedName(name.replace(/\.[^.]*$/, ''));
  if (word === undefined || file.layers.some((layer) => plannedName(layer.name) !== undefined)) return [];
  const isTold = [...standing.values()].includes('words');
  if (!isTold && !includesPlanned) throw pucErrors.calledPlanned(name, word);
  return [
    `The file is called "${word}"; ${isTold ? 'what each area says of itself was followed' : 'it was loaded as service, as asked'}.`,
  ];
}
