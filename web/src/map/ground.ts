/**
 * Roads, water, schools and libraries, and the instance's own basemap: what people recognize a place by. Water and roads lie under
 * the hexes; close by, where hexes are large, roads are drawn once more above them, thin enough to read the color beneath.
 */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  Map as MapLibre,
  SourceSpecification,
} from 'maplibre-gl';
import type { GroundLoaded } from '../lib/api.ts';
import { GROUNDS, type Theme } from '../lib/theme.ts';
import { GROUND_BEFORE } from './basemap.ts';
import { FONT } from './fonts.ts';

/** Names of ground give way to names of towns and counties. */
const NAMES_BEFORE = 'state-names';

interface Placed {
  readonly before: string;
  readonly layer: LayerSpecification;
}

/**
 * Adds the sources and layers of the ground to a style that has just loaded. The instance's own basemap is added once.
 *
 * @param source name of the state's roads and water
 */
export function drawGround(
  map: MapLibre,
  { theme, ground, origin, source }: { theme: Theme; ground: GroundLoaded; origin: string; source: string },
): void {
  for (const [id, added] of Object.entries(sourcesOf(ground, origin, source)))
    if (!map.getSource(id)) map.addSource(id, added);
  for (const { before, layer } of layersOf(ground, theme, source))
    if (!map.getLayer(layer.id)) map.addLayer(layer, before);
}

function sourcesOf(
  { tiles, maxZoom, basemap }: GroundLoaded,
  origin: string,
  source: string,
): Record<string, SourceSpecification> {
  return {
    ...(basemap && {
      basemap: {
        type: basemap.encoding === 'vector' ? 'vector' : 'raster',
        tiles: [`${origin}${basemap.tiles}`],
        minzoom: basemap.minZoom,
        maxzoom: basemap.maxZoom,
        ...(basemap.encoding === 'picture' ? { tileSize: 256 } : {}),
      },
    }),
    ...(tiles && { [source]: { type: 'vector', tiles: [`${origin}${tiles}`], minzoom: 5, maxzoom: maxZoom } }),
  };
}

function layersOf(ground: GroundLoaded, theme: Theme, source: string): Placed[] {
  return [...basemapLayers(ground, theme), ...(ground.tiles ? ownLayers(theme, source) : [])];
}

/** Layers of the common schemas (OpenMapTiles, Protomaps, Shortbread) by their names. */
const ROAD_LAYERS = /^(transportation|roads?|streets?|highways?)$/;
const WATER_LAYERS = /^(water|ocean|water_polygons|lakes?)$/;
const STREAM_LAYERS = /^(waterway|water_lines|rivers?|streams?)$/;

function basemapLayers({ basemap }: GroundLoaded, theme: Theme): Placed[] {
  if (!basemap) return [];
  if (basemap.encoding === 'picture')
    return [under({ id: 'basemap', type: 'raster', source: 'basemap', paint: { 'raster-saturation': -0.8 } })];
  const { water, line } = GROUNDS[theme];
  return basemap.layers.flatMap((name): Placed[] => {
    const of = { source: 'basemap', 'source-layer': name } as const;
    if (WATER_LAYERS.test(name))
      return [under({ id: `basemap-${name}`, type: 'fill', ...of, filter: AREAS, paint: { 'fill-color': water } })];
    if (STREAM_LAYERS.test(name))
      return [under({ id: `basemap-${name}`, type: 'line', ...of, paint: { 'line-color': water, 'line-width': 1.4 } })];
    if (ROAD_LAYERS.test(name))
      return [
        under({
          id: `basemap-${name}`,
          type: 'line',
          ...of,
          filter: LINES,
          paint: { 'line-color': line, 'line-opacity': 0.35, 'line-width': THIN },
        }),
      ];
    return [];
  });
}

function ownLayers(theme: Theme, source: string): Placed[] {
  const { line, label, quietLabel, halo, water } = GROUNDS[theme];
  const stream = STREAMS[theme];
  const of = (name: string) => ({ source, 'source-layer': name }) as const;
  const words = { 'text-color': quietLabel, 'text-halo-color': halo, 'text-halo-width': 1.5 };
  return [
    under({ id: `${source}-lakes`, type: 'fill', ...of('water'), filter: AREAS, paint: { 'fill-color': water } }),
    under({
      id: `${source}-streams`,
      type: 'line',
      ...of('water'),
      filter: LINES,
      paint: { 'line-color': stream, 'line-width': BY_RANK },
    }),
    under({
      id: `${source}-roads`,
      type: 'line',
      ...of('road'),
      paint: { 'line-color': line, 'line-opacity': 0.35, 'line-width': BY_RANK },
    }),
    over({
      id: `${source}-streams-near`,
      type: 'line',
      ...of('water'),
      filter: LINES,
      minzoom: 10,
      paint: { 'line-color': stream, 'line-opacity': COMING, 'line-width': 1.2 },
    }),
    over({
      id: `${source}-roads-near`,
      type: 'line',
      ...of('road'),
      minzoom: 10,
      paint: { 'line-color': label, 'line-opacity': COMING, 'line-width': BY_RANK },
    }),
    over({
      id: `${source}-road-names`,
      type: 'symbol',
      ...of('road'),
      minzoom: 11.5,
      layout: { ...NAME, 'symbol-placement': 'line', 'text-size': 10.5 },
      paint: words,
    }),
    over({
      id: `${source}-stream-names`,
      type: 'symbol',
      ...of('water'),
      minzoom: 12,
      layout: { ...NAME, 'symbol-placement': 'line', 'text-size': 10.5 },
      paint: words,
    }),
    ...(['library', 'school'] as const).flatMap((kind) => [
      over({
        id: `${source}-${kind}-dots`,
        type: 'circle',
        ...of(kind),
        minzoom: 10,
        paint: {
          'circle-radius': 2.6,
          'circle-color': kind === 'school' ? label : halo,
          'circle-stroke-color': kind === 'school' ? halo : label,
          'circle-stroke-width': 1,
        },
      }),
      over({
        id: `${source}-${kind}-names`,
        type: 'symbol',
        ...of(kind),
        minzoom: 11,
        layout: { ...NAME, 'text-size': 11, 'text-anchor': 'top', 'text-offset': [0, 0.45], 'text-max-width': 9 },
        paint: { ...words, 'text-color': label },
      }),
    ]),
  ];
}

/** Gray with a breath of blue, so that a creek is no road. */
const STREAMS: Record<Theme, string> = { light: '#aebfc6', dark: '#3b515c', contrast: '#5f8fa8' };

const AREAS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
const THIN: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 6, 0.4, 12, 1.4];
const RANK: ExpressionSpecification = ['to-number', ['get', 'rank'], 3];
const BY_RANK: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  6,
  ['match', RANK, 1, 0.6, 2, 0.3, 0.3],
  10,
  ['match', RANK, 1, 1.4, 2, 0.8, 0.5],
  13,
  ['match', RANK, 1, 2.6, 2, 1.8, 1],
];
/** Fades in while hexes grow. */
const COMING: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 0, 11, 0.4];
const NAME = { 'text-field': ['get', 'name'] as ExpressionSpecification, 'text-font': FONT, 'text-padding': 6 };

function under(layer: LayerSpecification): Placed {
  return { before: GROUND_BEFORE, layer };
}

function over(layer: LayerSpecification): Placed {
  const isName = layer.type === 'symbol' || layer.type === 'circle';
  return { before: isName ? NAMES_BEFORE : 'state-lines', layer };
}
