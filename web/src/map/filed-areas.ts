/** Areas filed with the commission, which the reader switches on: outlined and named, and a point each where they are too small to see. */
import type { LayerSpecification } from 'maplibre-gl';
import { GROUNDS, type Theme } from '../lib/theme.ts';
import { FONT } from './fonts.ts';

export const AREA_LAYERS = ['areas', 'area-lines', 'area-points', 'area-names'];

/** What filings claim. */
export const AREA = '#2d6a8a';

export function areaShapes(theme: Theme): LayerSpecification[] {
  const ground = GROUNDS[theme];
  return [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      'source-layer': 'areas',
      layout: { visibility: 'none' },
      paint: { 'fill-color': AREA, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 6, 0.16, 10, 0.05] },
    },
    {
      id: 'area-lines',
      type: 'line',
      source: 'areas',
      'source-layer': 'areas',
      layout: { visibility: 'none' },
      paint: { 'line-color': AREA, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1.4, 10, 0.9] },
    },
    {
      id: 'area-points',
      type: 'circle',
      source: 'areas',
      'source-layer': 'area_points',
      layout: { visibility: 'none' },
      // Closer, the outline itself can be seen.
      maxzoom: 9,
      paint: {
        'circle-color': AREA,
        'circle-radius': 2.6,
        'circle-stroke-color': ground.halo,
        'circle-stroke-width': 1,
      },
    },
  ];
}

export function areaNames(theme: Theme): LayerSpecification {
  const ground = GROUNDS[theme];
  const halo = { 'text-halo-color': ground.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 };
  return {
    id: 'area-names',
    type: 'symbol',
    source: 'areas',
    'source-layer': 'area_points',
    // Every provider once where the state is in view, then its smaller areas too.
    filter: ['<=', ['get', 'of_provider'], ['step', ['zoom'], 1, 8, 3, 10, 1000]],
    layout: {
      visibility: 'none',
      'text-field': ['get', 'provider'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 10, 12.5],
      'text-max-width': 9,
      'text-padding': 4,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.5,
      'symbol-sort-key': ['get', 'of_provider'],
    },
    paint: { 'text-color': theme === 'dark' ? ground.label : AREA, ...halo },
  };
}
