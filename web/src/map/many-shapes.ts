import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

/** Hundreds of small outlines: tinted from afar, where lines would run together, and lined close by. */
export function manyShapes(source: string, color: string): LayerSpecification[] {
  const byZoom = (...stops: number[]) => ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
  return [
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      paint: { 'fill-color': color, 'fill-opacity': byZoom(5, 0.4, 9, 0.08), 'fill-antialias': false },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': byZoom(6, 0.3, 8, 1, 11, 2.2) },
    },
  ];
}
