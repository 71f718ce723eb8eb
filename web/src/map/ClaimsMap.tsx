/** A map of what filings claim for one provider: hexagons by who claims them, and the filed areas with their names. */
import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Release } from '../lib/api.ts';
import { CLAIM_COLORS } from '../lib/claim-colors.ts';
import { viewOf } from '../lib/view.ts';
import { viewsInMemory } from '../lib/views.ts';
import { HEXES_BEFORE } from './basemap.ts';
import { FONT } from './fonts.ts';
import { MapSessionProvider } from './MapSessionProvider.tsx';
import { MapInstance } from './map-instance.ts';
import { useMapSession } from './session.ts';
import { surroundings } from './surroundings.ts';
import { boundsFrom } from './tiles.ts';

export interface ClaimsMapProps {
  readonly release: Release;
  readonly label: string;
  readonly hexes: FeatureCollection;
  /** With `label`: the words drawn on each. */
  readonly areas: FeatureCollection;
  readonly onFailure: () => void;
}

export default function ClaimsMap(props: ClaimsMapProps) {
  return (
    <MapSessionProvider views={viewsInMemory(viewOf(new URL('http://localhost/')))}>
      <Canvas {...props} />
    </MapSessionProvider>
  );
}

function Canvas({ release, label, hexes, areas, onFailure }: ClaimsMapProps) {
  const session = useMapSession();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!container.current) return;
    let made: MapInstance;
    try {
      made = new MapInstance({
        container: container.current,
        releases: [release],
        bounds: boundsFrom(release.state.bounds),
        theme: 'light',
        camera: undefined,
        hexes: session.hexes,
      });
    } catch {
      return onFailure();
    }
    const { map } = made;
    map.getCanvas().setAttribute('aria-label', label);
    map.keyboard.enable();
    map.once('style.load', () => drawClaims(map, hexes, areas));
    map.once('idle', () => Object.assign(container.current?.dataset ?? {}, { claims: 'drawn' }));
    void surroundings([release.state.fips]).then(({ outlines, borders }) => {
      made.overlay('states', outlines);
      made.overlay('stateBorders', borders);
    });
    return () => made.remove();
  }, [release, hexes, areas, label, onFailure, session]);
  return <div ref={container} className="claims-canvas" />;
}

const SAYS: ExpressionSpecification = ['get', 'says'];

function drawClaims(map: MapLibre, hexes: FeatureCollection, areas: FeatureCollection): void {
  map.addSource('claims', { type: 'geojson', data: hexes });
  map.addSource('filed', { type: 'geojson', data: areas });
  map.addImage('claims-stripes', stripes(CLAIM_COLORS.puc), { pixelRatio: 2 });
  map.addLayer(
    {
      id: 'claims',
      type: 'fill',
      source: 'claims',
      filter: ['!=', SAYS, 'puc'],
      paint: {
        'fill-color': ['match', SAYS, 'fcc', CLAIM_COLORS.fcc, CLAIM_COLORS.both],
        'fill-opacity': ['match', SAYS, 'both', 0.45, 0.85],
        'fill-antialias': false,
      },
    },
    HEXES_BEFORE,
  );
  map.addLayer(
    {
      id: 'claims-puc',
      type: 'fill',
      source: 'claims',
      filter: ['==', SAYS, 'puc'],
      paint: { 'fill-pattern': 'claims-stripes' },
    },
    HEXES_BEFORE,
  );
  map.addLayer({
    id: 'filed-lines',
    type: 'line',
    source: 'filed',
    paint: { 'line-color': CLAIM_COLORS.puc, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.1, 10, 2] },
  });
  map.addLayer({
    id: 'filed-names',
    type: 'symbol',
    source: 'filed',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': FONT,
      'text-size': 11.5,
      'text-max-width': 9,
      'text-padding': 8,
    },
    paint: { 'text-color': '#12394a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
  });
}

const STRIPE = 16;

/** Slanted stripes: a second cue beside the color. */
function stripes(color: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = STRIPE;
  canvas.height = STRIPE;
  const context = canvas.getContext('2d');
  if (!context) return new ImageData(STRIPE, STRIPE);
  context.strokeStyle = color;
  context.lineWidth = 7;
  for (const start of [-STRIPE, 0, STRIPE]) {
    context.beginPath();
    context.moveTo(start, STRIPE);
    context.lineTo(start + STRIPE, 0);
    context.stroke();
  }
  return context.getImageData(0, 0, STRIPE, STRIPE);
}
