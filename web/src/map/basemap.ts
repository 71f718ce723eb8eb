/**
 * The base map under the hexes, with no request outside our own server: neighboring states from us-atlas, county lines,
 * towns and the state's outline from our tiles, names in the page's own font. Labels and lines lie above the hexes.
 */
import type { FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl';
import type { Release } from '../lib/api.ts';
import { COMMITTED, CONFIRMED, GROUNDS, type Theme } from '../lib/theme.ts';
import { AREA, areaNames, areaShapes } from './filed-areas.ts';
import { FONT } from './fonts.ts';
import { manyShapes } from './many-shapes.ts';

/** deck.gl draws hexes right under this layer. */
export const HEXES_BEFORE = 'county-lines';
/** Roads, water and a state's own basemap come right under this layer, which draws nothing (`ground.ts`). */
export const GROUND_BEFORE = 'ground-end';
export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

const BOLD = ['Public Sans Semibold', 'Public Sans Variable'];

/** A draft's outlines are read by its state's agency alone. */
export type Ground = Pick<Release, 'id' | 'standing'>;

/** Ids of a layer or a source of tiles for each release: the first has the plain one. */
export function idsOf(id: string, releases: readonly Ground[]): string[] {
  return releases.map((release, number) => (number === 0 ? id : `${id}-${release.id}`));
}

/** @param releases of one state each */
export function basemap(theme: Theme, releases: readonly Ground[], origin: string): StyleSpecification {
  const ground = GROUNDS[theme];
  const halo = { 'text-halo-color': ground.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 };
  const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];
  const isConfirmed: ExpressionSpecification = ['==', ['get', 'standing'], 'seen'];
  const tiles = (layer: string) =>
    Object.fromEntries(
      idsOf(layer, releases).map((source, number) => [source, tilesOf(layer, releases[number], origin)]),
    );
  return {
    version: 8,
    sources: {
      states: { type: 'geojson', data: EMPTY },
      stateBorders: { type: 'geojson', data: EMPTY },
      stateNames: { type: 'geojson', data: EMPTY },
      countyNames: { type: 'geojson', data: EMPTY },
      ...tiles('places'),
      ...tiles('areas'),
      funded: { type: 'geojson', data: EMPTY },
      committed: { type: 'geojson', data: EMPTY },
      cluster: { type: 'geojson', data: EMPTY },
      demand: { type: 'geojson', data: EMPTY },
      place: { type: 'geojson', data: EMPTY },
      footprint: { type: 'geojson', data: EMPTY },
      hex: { type: 'geojson', data: EMPTY },
      hover: { type: 'geojson', data: EMPTY },
    },
    layers: ofEach(releases, [
      { id: 'water', type: 'background', paint: { 'background-color': ground.water } },
      { id: 'around', type: 'fill', source: 'states', paint: { 'fill-color': ground.around, 'fill-antialias': false } },
      {
        id: 'land',
        type: 'fill',
        source: 'places',
        'source-layer': 'places',
        filter: kind('state'),
        paint: { 'fill-color': ground.land, 'fill-antialias': false },
      },
      { id: GROUND_BEFORE, type: 'background', layout: { visibility: 'none' } },
      {
        id: 'county-lines',
        type: 'line',
        source: 'places',
        'source-layer': 'places',
        filter: kind('county'),
        paint: {
          'line-color': ground.line,
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 5, 0.5, 8, 0.6, 11, 0.7],
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.6, 10, 1.2],
        },
      },
      ...areaShapes(theme),
      { id: 'footprint', type: 'fill', source: 'footprint', paint: { 'fill-color': AREA, 'fill-opacity': 0.35 } },
      {
        id: 'footprint-line',
        type: 'line',
        source: 'footprint',
        paint: { 'line-color': AREA, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.5, 10, 1.4] },
      },
      outline('funded-lines', 'funded', ground.label, 1.4, [3, 2]),
      {
        id: 'committed-areas',
        type: 'fill',
        source: 'committed',
        paint: {
          'fill-color': ['case', isConfirmed, CONFIRMED[theme], COMMITTED[theme]],
          'fill-opacity': 0.5,
        },
      },
      { ...outline('committed-lines', 'committed', COMMITTED[theme], 2, [2, 1.2]), filter: ['!', isConfirmed] },
      { ...outline('confirmed-lines', 'committed', CONFIRMED[theme], 2.4), filter: isConfirmed },
      {
        id: 'committed-names',
        type: 'symbol',
        source: 'committed',
        minzoom: 8,
        layout: { 'text-field': ['get', 'provider'], 'text-font': FONT, 'text-size': 11.5, 'text-padding': 10 },
        paint: { 'text-color': ground.label, ...halo },
      },
      {
        id: 'funded-names',
        type: 'symbol',
        source: 'funded',
        minzoom: 7,
        layout: { 'text-field': ['get', 'program'], 'text-font': FONT, 'text-size': 11.5, 'text-padding': 10 },
        paint: { 'text-color': ground.label, ...halo },
      },
      {
        id: 'state-lines',
        type: 'line',
        source: 'stateBorders',
        paint: { 'line-color': ground.stateLine, 'line-width': 0.7, 'line-opacity': 0.45 },
      },
      {
        id: 'own-line',
        type: 'line',
        source: 'places',
        'source-layer': 'places',
        filter: kind('state'),
        paint: { 'line-color': ground.stateLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 10, 1.8] },
      },
      outline('place-line', 'place', ground.selection, 1.6, [5, 3]),
      ...manyShapes('demand', ground.selection),
      casing('cluster-casing', 'cluster', ground.halo),
      outline('cluster-line', 'cluster', ground.selection, 2.2),
      outline('hover-line', 'hover', ground.selection, 1.4),
      casing('hex-casing', 'hex', ground.halo),
      outline('hex-line', 'hex', ground.selection, 2.6),
      areaNames(theme),
      {
        id: 'state-names',
        type: 'symbol',
        source: 'stateNames',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': FONT,
          'text-size': 12,
          'text-letter-spacing': 0.22,
          'text-transform': 'uppercase',
          'text-max-width': 7,
        },
        paint: { 'text-color': ground.quietLabel, 'text-halo-color': ground.around, 'text-halo-width': 1.2 },
      },
      {
        id: 'towns',
        type: 'symbol',
        source: 'places',
        'source-layer': 'place_points',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': BOLD,
          'text-size': [
            'interpolate',
            ['linear'],
            ['to-number', ['get', 'population'], 0],
            500,
            11,
            5000,
            12,
            50000,
            14.5,
          ],
          'symbol-sort-key': ['-', 0, ['to-number', ['get', 'population'], 0]],
          'text-padding': ['interpolate', ['linear'], ['zoom'], 6, 22, 9, 6, 11, 2],
          'text-max-width': 8,
        },
        paint: { 'text-color': ground.label, ...halo },
        // Few towns when zoomed out: the hexes are the picture.
        filter: [
          'all',
          kind('town'),
          ['>=', ['to-number', ['get', 'population'], 0], ['step', ['zoom'], 20000, 7, 9000, 8, 3000, 9, 1000, 10, 0]],
        ],
      },
      {
        id: 'county-names',
        type: 'symbol',
        source: 'countyNames',
        minzoom: 7.6,
        maxzoom: 11.5,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': FONT,
          'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10.5, 10, 13],
          'text-letter-spacing': 0.12,
          'text-transform': 'uppercase',
          'text-max-width': 7,
          'text-padding': 8,
        },
        paint: { 'text-color': ground.label, 'text-opacity': 0.8, ...halo },
      },
    ]),
  };
}

function tilesOf(layer: string, release: Ground | undefined, origin: string): VectorSourceSpecification {
  const asked = release?.standing === 'draft' ? '?audience=agency' : '';
  return { type: 'vector', tiles: [`${origin}/tiles/${release?.id}/${layer}/{z}/{x}/{y}.mvt${asked}`], maxzoom: 12 };
}

/** Layers of a release's tiles once for each, those of further releases right above the first's. */
function ofEach(releases: readonly Ground[], layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.flatMap((layer) => {
    if (!('source' in layer) || !['places', 'areas'].includes(layer.source)) return [layer];
    const sources = idsOf(layer.source, releases);
    return idsOf(layer.id, releases).map((id, number) => ({ ...layer, id, source: sources[number] ?? layer.source }));
  });
}

function outline(id: string, source: string, color: string, width: number, dash?: number[]) {
  return {
    id,
    type: 'line' as const,
    source,
    layout: { 'line-join': 'round' as const },
    paint: { 'line-color': color, 'line-width': width, ...(dash ? { 'line-dasharray': dash } : {}) },
  };
}

/** A pale line under a dark one, visible on every color. */
function casing(id: string, source: string, color: string) {
  return {
    id,
    type: 'line' as const,
    source,
    layout: { 'line-join': 'round' as const },
    paint: { 'line-color': color, 'line-width': 5.5, 'line-opacity': 0.9 },
  };
}
