/** Steps that make a release, publish or withdraw it, and write what it publishes. */
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';

const { grouped, plural, size } = wordingIn('en');

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish' };

interface ReleaseMade {
  readonly release: string;
  readonly students: number;
  readonly publicPatches: number;
  readonly unservedCount: number;
  readonly underservedCount: number;
  readonly speed: string;
}

const made = ({ students, publicPatches, unservedCount, underservedCount, speed }: ReleaseMade) =>
  `${plural(students, 'student', 'students')} in ${plural(publicPatches, 'public patch', 'public patches')}; ${plural(unservedCount, 'cluster', 'clusters')} without service, ${grouped(underservedCount)} without ${speed}.`;

export const releaseProgress = {
  'step.homes-read': 'Homes read',
  'done.homes-read': ({
    students,
    districtCount,
    collection,
  }: {
    students: number;
    districtCount: number;
    collection: string;
  }) =>
    `${plural(students, 'student', 'students')} of ${plural(districtCount, 'district', 'districts')} in "${collection}"`,
  'step.patches': 'Patches',
  'done.patches': ({ patches, publicPatches }: { patches: number; publicPatches: number }) =>
    `${grouped(patches)} (for the public ${grouped(publicPatches)})`,
  'step.verdicts': 'Verdicts and places of their land',
  'done.verdicts': ({ hexes }: { hexes: number }) => plural(hexes, 'hex', 'hexes'),
  'step.protection': 'Protection',
  'step.proof': 'Proof',
  'done.proof': ({ hiddenCount, oneSided }: { hiddenCount: number; oneSided: number }) =>
    `${plural(hiddenCount, 'number', 'numbers')} more hidden, and of ${grouped(oneSided)} whether they are few or nearly all`,
  'step.composing': 'Rows and clusters composed',
  'step.writing': 'Published rows written',
  'done.writing': ({ rows }: { rows: number }) => grouped(rows),
  'step.clusters': 'Clusters',
  'done.clusters': ({ unservedCount, underservedCount }: { unservedCount: number; underservedCount: number }) =>
    `${grouped(unservedCount)} unserved, ${grouped(underservedCount)} underserved`,
  'release.no-area': ({ filing }: { filing: string }) =>
    `${filing} has no area of home service in the state: the release does not rest on it. Import it again with the right --state.`,
  'release.tables-not-counted': ({ message }: { message: string }) =>
    `The release is made, but the database did not count its tables: ${message}`,
  'release.queued': 'The release is in the queue: a worker makes it. `gapmap status` shows when it is there.',
  'release.made': (facts: ReleaseMade) => `Release "${facts.release}" is current: ${made(facts)}`,
  'release.made/draft': (facts: ReleaseMade & { number: number }) =>
    `Release "${facts.release}" is a draft, number ${facts.number}, which holders of an agency link read at /?audience=agency&release=${facts.number}: ${made(facts)}`,
  'release.published': ({ release }: { release: string }) => `Release "${release}" is published and current.`,
  'release.taken-back': ({ release }: { release: string }) =>
    `Release "${release}" is withdrawn. Browsers and networks in between may show tiles of it for up to an hour, and nobody can call back what was saved.`,
  'release.taken-back/draft': ({ release }: { release: string }) =>
    `The draft "${release}" is discarded. Its numbers still bind later releases, because it may have been read.`,
  'release.current': ({ release }: { release: string }) => `"${release}" is current.`,
  'release.current/none': 'No release is current now, and the pages say so.',
  'release.file-removed': ({ path }: { path: string }) => `Removed ${path}.`,

  'step.archive': 'Tile archive',
  'done.archive': ({ tiles, bytes, path }: { tiles: number; bytes: number; path: string }) =>
    `${plural(tiles, 'tile', 'tiles')}, ${size(bytes)}, in ${path}`,
  'archive.outlines': ({ said }: { said: string }) => `Outlines ${said}.`,
  'archive.cut': ({ program }: { program: string }) => `cut by ${program}`,
  'archive.cut/gapmap': 'cut by Gapmap, crowded tiles not thinned: tippecanoe is not installed',

  'step.briefs': ({ kind, languageTag }: { kind: string; languageTag: string }) =>
    `Briefs of ${kinds[kind] ?? kind}, in ${LANGUAGES[languageTag] ?? languageTag}`,
  'done.briefs': ({ briefCount, path }: { briefCount: number; path: string }) => `${grouped(briefCount)} in ${path}`,

  'step.export/patches': 'Export of patches',
  'step.export/clusters': 'Export of clusters',
  'done.export': ({ rows, path }: { rows: number; path: string }) => `${plural(rows, 'row', 'rows')} in ${path}`,
  'export.never-shown': ({ hiddenCount }: { hiddenCount: number }) =>
    `${plural(hiddenCount, 'count', 'counts')} hidden in every row: instead of a column of numbers, only how each is hidden`,
};
