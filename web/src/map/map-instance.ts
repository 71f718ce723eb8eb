/** One MapLibre map with deck.gl's hexes inside, held outside React: the page says what to show, this shows it. */
import { MapboxOverlay } from '@deck.gl/mapbox';
import { type GeoJSONSource, Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { GeoJSON } from 'geojson';
import type { GroundLoaded } from '../lib/api.ts';
import { rgbOf } from '../lib/color.ts';
import { GROUNDS, type Theme } from '../lib/theme.ts';
import type { Camera } from '../lib/view.ts';
import { basemap, EMPTY, GROUND_BEFORE, type Ground, HEXES_BEFORE, idsOf } from './basemap.ts';
import { fly } from './camera.ts';
import { AREA_LAYERS } from './filed-areas.ts';
import { drawGround } from './ground.ts';
import { HexLayer, hexData } from './hex-layer.ts';
import type { HexStore } from './hex-store.ts';
import type { Bounds } from './tiles.ts';

setWorkerUrl(workerUrl);

export type Overlay =
  | 'funded'
  | 'committed'
  | 'states'
  | 'stateBorders'
  | 'stateNames'
  | 'countyNames'
  | 'cluster'
  | 'demand'
  | 'place'
  | 'footprint'
  | 'hex'
  | 'hover';

export interface MapSetup {
  readonly container: HTMLElement;
  /** Of one state each. */
  readonly releases: readonly Ground[];
  readonly bounds: Bounds;
  readonly theme: Theme;
  readonly camera: Camera | undefined;
  readonly hexes: HexStore;
}

/** @throws Error when the browser has no WebGL2 */
export class MapInstance {
  readonly map: MapLibre;
  readonly #deck: MapboxOverlay;
  readonly #overlays = new Map<Overlay, GeoJSON>();
  readonly #stop: () => void;
  readonly #bounds: Bounds;
  readonly #hexes: HexStore;
  #theme: Theme;
  #areas = false;
  readonly #areaLayers: readonly string[];
  readonly #grounds = new Map<string, GroundLoaded>();

  constructor({ container, releases, bounds, theme, camera, hexes }: MapSetup) {
    this.#theme = theme;
    this.#bounds = bounds;
    this.#hexes = hexes;
    this.#areaLayers = AREA_LAYERS.flatMap((id) => idsOf(id, releases));
    this.map = new MapLibre({
      container,
      style: basemap(theme, releases, location.origin),
      ...(camera ? { center: [camera.lng, camera.lat], zoom: camera.zoom } : { center: middleOf(bounds), zoom: 6 }),
      minZoom: 3.5,
      maxZoom: 13.5,
      // North stays up and the map flat: readers decide about places and must not get lost.
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      keyboard: false,
      attributionControl: false,
      fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    if (!camera) fly(this.map, bounds, 9, 'at once');
    // deck.gl 9.4 reads `map.transform.height`, a property that MapLibre 6 removed.
    Object.defineProperty(this.map, 'transform', { get: () => ({ height: container.clientHeight }) });
    this.#deck = new MapboxOverlay({ interleaved: true, layers: [] });
    this.map.addControl(this.#deck);
    this.map.addControl(new ScaleControl({ unit: 'imperial', maxWidth: 120 }), 'bottom-left');
    this.map.on('style.load', () => this.#restore());
    this.#stop = hexes.subscribe(() => this.#draw());
    this.#draw();
  }

  setTheme(theme: Theme, releases: readonly Ground[]): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.map.setStyle(basemap(theme, releases, location.origin), { diff: false });
  }

  showAreas(visible: boolean): void {
    this.#areas = visible;
    for (const layer of this.#areaLayers.filter((id) => this.map.getLayer(id)))
      this.map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
  }

  /** Whose filed areas are in view, in order of their names; undefined while they are not shown. */
  areasInView(): readonly string[] | undefined {
    if (!this.#areas) return undefined;
    const found = this.map.queryRenderedFeatures({ layers: [...this.#areaLayers] });
    return [...new Set(found.map(({ properties }) => String(properties.provider)))].sort((a, b) => a.localeCompare(b));
  }

  /** Draws GeoJSON over or under the hexes; undefined removes it. */
  overlay(name: Overlay, data: GeoJSON | undefined): void {
    this.#overlays.set(name, data ?? EMPTY);
    this.map.getSource<GeoJSONSource>(name)?.setData(data ?? EMPTY);
  }

  /** @param source a name for the state's roads and water */
  showGround(source: string, ground: GroundLoaded): void {
    this.#grounds.set(source, ground);
    // A style that comes later draws it when it is there.
    if (this.map.getLayer(GROUND_BEFORE)) this.#drawGround(source, ground);
  }

  #drawGround(source: string, ground: GroundLoaded): void {
    drawGround(this.map, { theme: this.#theme, ground, origin: location.origin, source });
  }

  fly(bounds: Bounds, furthestZoom: number): void {
    fly(this.map, bounds, furthestZoom);
  }

  remove(): void {
    this.#stop();
    this.map.remove();
  }

  #draw(): void {
    const { drawing } = this.#hexes.get();
    if (!drawing) return;
    const layer = new HexLayer({
      id: 'hexes',
      data: hexData(drawing),
      anchor: middleOf(this.#bounds),
      gap: rgbOf(GROUNDS[this.#theme].land),
      pickable: false,
      parameters: { depthCompare: 'always', depthWriteEnabled: false, cullMode: 'none' },
      ...{ beforeId: HEXES_BEFORE },
    });
    this.#deck.setProps({ layers: [layer] });
    const container = this.map.getContainer();
    // Tells tests and benches that hexes are on screen.
    if (!container.dataset.drawn) this.map.once('render', () => Object.assign(container.dataset, { drawn: 'yes' }));
  }

  #restore(): void {
    for (const [name, data] of this.#overlays) this.map.getSource<GeoJSONSource>(name)?.setData(data);
    this.showAreas(this.#areas);
    for (const [source, ground] of this.#grounds) this.#drawGround(source, ground);
    this.#draw();
  }
}

function middleOf([west, south, east, north]: Bounds): [number, number] {
  const lng = (west + east) / 2;
  return [lng > 180 ? lng - 360 : lng, (south + north) / 2];
}
