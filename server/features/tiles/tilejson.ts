/** TileJSON 3.0: all that readers such as QGIS or MapLibre need for a layer. */
import { type Static, Type } from 'typebox';
import { type Provenance, provenanceInWords } from '../../domain/provenance.ts';
import { filersOf } from '../../domain/verdict.ts';
import type { Layer } from './contract.ts';
import { MAX_ZOOM } from './contract.ts';
import { vectorLayers } from './fields.ts';

export const TileJson = Type.Object({
  tilejson: Type.Literal('3.0.0'),
  name: Type.String(),
  description: Type.String(),
  version: Type.String({ description: 'Release the tiles are of; they never change.' }),
  scheme: Type.Literal('xyz'),
  tiles: Type.Array(Type.String(), { description: 'Address of the tiles, as Mapbox Vector Tiles.' }),
  minzoom: Type.Integer(),
  maxzoom: Type.Integer({ description: 'Closer in, draw the tiles of this zoom larger.' }),
  bounds: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'West, south, east, north.' }),
  center: Type.Array(Type.Number(), { minItems: 3, maxItems: 3 }),
  attribution: Type.String(),
  vector_layers: Type.Array(
    Type.Object({
      id: Type.String(),
      description: Type.String(),
      minzoom: Type.Integer(),
      maxzoom: Type.Integer(),
      fields: Type.Record(Type.String(), Type.String()),
    }),
  ),
});
export type TileJson = Static<typeof TileJson>;

export interface TileJsonOf {
  readonly layer: Layer;
  readonly release: {
    readonly id: number;
    readonly name: string;
    readonly stateName: string;
    readonly synthetic: boolean;
  };
  readonly sources: readonly SourceLine[];
  readonly audience: string;
  /** West, south, east, north in degrees; west exceeds east across 180 degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Public address of the server, without a trailing slash. */
  readonly baseUrl: string;
  /** With its question mark, or empty. */
  readonly query: string;
}

export interface SourceLine extends Provenance {
  readonly source: string;
  readonly synthetic: boolean;
}

export function tileJson({ layer, release, sources, audience, bounds, baseUrl, query }: TileJsonOf): TileJson {
  const layers = vectorLayers(layer, { filers: filersOf(sources), audience });
  const [west, south, east, north] = bounds;
  // TileJSON's bounds must not wrap: where west exceeds east they span the whole band.
  const isAcross = west > east;
  const middle = (west + east + (isAcross ? 360 : 0)) / 2;
  return {
    tilejson: '3.0.0',
    name: `Gapmap ${layer}, ${release.stateName}, ${release.name}`,
    description: layers.map(({ description }) => description).join(' '),
    version: `${release.id}.0.0`,
    scheme: 'xyz',
    tiles: [`${baseUrl}/tiles/${release.id}/${layer}/{z}/{x}/{y}.mvt${query}`],
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    bounds: isAcross ? [-180, south, 180, north] : [...bounds],
    center: [middle > 180 ? middle - 360 : middle, (south + north) / 2, 7],
    attribution: attributionOf(release, sources),
    vector_layers: layers,
  };
}

/** Every source with its vintage. Escapes texts of filings, because readers render this as HTML. */
export function attributionOf(
  release: { readonly name: string; readonly synthetic: boolean },
  sources: readonly SourceLine[],
): string {
  const lines = sources.map(
    (line) => `${provenanceInWords(line, (date) => date)}${line.synthetic ? ' (synthetic)' : ''}`,
  );
  const title = `Gapmap release ${release.name}${release.synthetic ? ' (synthetic data)' : ''}`;
  return escapeHtml([title, ...new Set(lines)].join('; '));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
