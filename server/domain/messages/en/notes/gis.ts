/** Notes on geographic files: how they were read, and what was passed over, repaired or at fault. */
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('en');

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

const OF_GEOMETRY = { areas: ' of areas', lines: ' of lines', points: ' of points', unknown: '' } as const;
const WANTED = { areas: 'areas', lines: 'lines', points: 'points' } as const;

interface LayerOfFile {
  readonly layer: string;
  readonly featureCount: number;
  readonly geometry: keyof typeof OF_GEOMETRY;
}

export const gisNotes = {
  'gis.feature': ({ number }: { number: number }) => `feature ${number}`,
  'gis.feature/of-layer': ({ number, layer }: { number: number; layer: string }) =>
    `feature ${number} of layer "${layer}"`,
  'gis.feature/line': ({ line }: { line: number }) => `line ${line}`,
  'gis.fault': ({ feature, fault }: { feature: string; fault: string }) => `${feature}: ${fault}`,

  'gis.layer-empty': ({ layer }: { layer: string }) =>
    `Layer "${layer}" has no features with a place and was passed over.`,
  'gis.layer-of-file': ({ layer, featureCount, geometry }: LayerOfFile) =>
    `Layer "${layer}" (${plural(featureCount, 'feature', 'features')}${OF_GEOMETRY[geometry]})`,
  'gis.layer-in-full': ({
    layer,
    featureCount,
    fields,
  }: {
    layer: string;
    featureCount: number;
    fields: readonly string[];
  }) => `"${layer}": ${plural(featureCount, 'feature', 'features')}, columns ${fields.join(', ')}`,
  'gis.layers-passed-over/asked': ({ layers }: { layers: readonly string[] }) =>
    `${layers.join(', ')}: passed over, as other layers were asked for.`,
  'gis.layers-passed-over/wanted': ({
    layers,
    geometry,
  }: {
    layers: readonly string[];
    geometry: keyof typeof WANTED;
  }) => `${layers.join(', ')}: passed over, as ${WANTED[geometry]} are wanted.`,
  'gis.layers-passed-over/named': ({ layers }: { layers: readonly string[] }) =>
    `${layers.join(', ')}: passed over, as the names of others fit better.`,
  'gis.layers-passed-over/copy': ({ layers }: { layers: readonly string[] }) =>
    `${layers.join(', ')}: passed over, as the file holds it in another format too.`,
  'gis.archive-passed-over': ({ names, more }: { names: readonly string[]; more: number }) =>
    `Passed over in the archive: ${names.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}.`,

  'gis.layer-read': ({
    layer,
    featureCount,
    projection,
  }: {
    layer: string;
    featureCount: number;
    projection: string;
  }) => `Layer "${layer}": ${plural(featureCount, 'feature', 'features')} in ${projection}.`,
  'gis.layer-read/degrees': ({ layer }: { layer: string }) =>
    `Layer "${layer}" names no projection; its coordinates look like degrees and were taken as longitude and latitude.`,
  'gis.full-page': ({ layer, featureCount }: { layer: string; featureCount: number }) =>
    `Layer "${layer}" has exactly ${grouped(featureCount)} features, as a download has that stopped at a page. Make sure that it is whole.`,
  'gis.beyond-180': ({ layer, featureCount }: { layer: string; featureCount: number }) =>
    `Layer "${layer}": ${plural(featureCount, 'feature', 'features')} went beyond 180 degrees of longitude; what lies beyond was brought back, and outlines were cut there.`,

  'gis.text/windows-1252': ({ layer, featureCount }: { layer: string; featureCount: number }) =>
    `Layer "${layer}": the text of ${plural(featureCount, 'feature', 'features')} is not in UTF-8 and no other code page is named; it was read as Windows-1252.`,
  'gis.text/lost': ({ layer, columns }: { layer: string; columns: readonly string[] }) =>
    `Layer "${layer}": ${quoted(columns)} ${agree(columns.length, 'has', 'have')} letters that were lost before it came here (the replacement character stands for them). Export it anew in UTF-8.`,
  'gis.text/misread': ({ layer, columns }: { layer: string; columns: readonly string[] }) =>
    `Layer "${layer}": ${quoted(columns)} ${agree(columns.length, 'has', 'have')} text that was read in a wrong code page before it came here (as "Ã±" for "ñ"). Export it anew in UTF-8.`,
  'gis.text/dos': ({ file }: { file: string }) =>
    `${file} does not say what its text is in; by its letters it is in the code page of DOS (850), and was read so.`,
  'gis.text/declared': ({ file, page }: { file: string; page: string }) =>
    `${file} says that its text is in ${page}, but it is in UTF-8 and was read so.`,
  'gis.text/half-letters': ({ file, valueCount }: { file: string; valueCount: number }) =>
    `${file}: ${plural(valueCount, 'text ends', 'texts end')} in the middle of a letter, as ${agree(valueCount, 'its', 'their')} column is too short; the half letter was left out.`,

  'gis.repaired': ({ feature, what }: { feature: string; what: string }) => `Repaired ${feature}: ${what}.`,
  'gis.repair/ring-closed': 'a ring left open was closed',
  'gis.repair/ring-left-out': 'a ring of fewer than three corners was left out',
  'gis.repair/area': ({
    flawFound,
    drawnSquareMiles,
    leftSquareMiles,
  }: {
    flawFound: string;
    drawnSquareMiles: number;
    leftSquareMiles: number;
  }) => `${flawFound}, area ${drawnSquareMiles} square miles as drawn, ${leftSquareMiles} after repair`,
  'gis.repair/nothing-left': ({ flawFound }: { flawFound: string }) => `${flawFound}, and no area is left after repair`,
  'gis.repair/too-much-lost': ({ what }: { what: string }) => `too much is lost in repair (${what})`,

  'gis.shape/none': 'it has no geometry',
  'gis.shape/point': 'it is a point, and areas are wanted',
  'gis.shape/line': 'it is a line, and areas are wanted',
  'gis.shape/collection': 'it is a collection without areas, and areas are wanted',
  'gis.shape/off-earth': 'it has coordinates outside the earth',
  'gis.shape/no-area': 'it has no area',
};
