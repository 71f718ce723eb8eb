/**
 * From data to a ready layer on the page's thread, in a real browser: the arrays a worker hands over become a deck.gl
 * layer on a WebGL2 context. Built into a page of its own by the bench, so that nothing else runs beside it.
 */
import { Deck, MapView } from '@deck.gl/core';
import { HexLayer, hexData } from '../src/map/hex-layer.ts';

declare global {
  interface Window {
    measureHexes(count: number): Promise<{ layerMs: number; firstFrameMs: number }>;
  }
}

/** Arrays as the worker hands them over; where the hexes lie does not matter to the cost. */
function drawing(count: number) {
  const centers = new Float32Array(count * 2);
  const corners = [0, 1, 2].map(() => new Float32Array(count * 4)) as [Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < count; i++) {
    centers[2 * i] = -82 + 4 * ((i * 0.6180339) % 1);
    centers[2 * i + 1] = 37.5 + 3 * ((i * 0.7548776) % 1);
    for (let corner = 0; corner < 6; corner++) {
      const part = corners[corner >> 1];
      if (!part) continue;
      part[4 * i + 2 * (corner & 1)] = 0.006 * Math.cos((corner * Math.PI) / 3);
      part[4 * i + 2 * (corner & 1) + 1] = 0.005 * Math.sin((corner * Math.PI) / 3);
    }
  }
  const shapes = new Float32Array(count * 2).map((_, i) => (i % 2 === 0 ? 0 : 0.006));
  const fills = new Uint8Array(count * 4).fill(120);
  return { level: 8, geometry: { length: count, centers, corners, shapes }, fills, inks: new Uint8Array(count * 4) };
}

window.measureHexes = async (count) => {
  const parent = document.body.appendChild(document.createElement('div'));
  const deck = new Deck({
    parent,
    width: 800,
    height: 600,
    views: new MapView({ id: 'map' }),
    initialViewState: { longitude: -80, latitude: 39, zoom: 7 },
    layers: [],
  });
  await until(() => deck.isInitialized);
  // The shader is compiled once a visit, by a first small layer.
  await show(deck, 10, 'warm');
  return show(deck, count, 'measured');
};

async function show(
  deck: Deck<MapView>,
  count: number,
  id: string,
): Promise<{ layerMs: number; firstFrameMs: number }> {
  const data = drawing(count);
  await pause();
  const startedAt = performance.now();
  const layer = new HexLayer({ id, data: hexData(data), anchor: [-80, 39], gap: [255, 255, 255] });
  deck.setProps({ layers: [layer] });
  // Updates the layers now rather than in the next frame: attributes are uploaded when this returns.
  deck.redraw('bench');
  await until(() => layer.isLoaded);
  const layerMs = performance.now() - startedAt;
  await pause();
  return { layerMs, firstFrameMs: performance.now() - startedAt };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
