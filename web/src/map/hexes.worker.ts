/**
 * Keeps the hexes: fetches and decodes tiles, builds outlines and colors, answers questions. The page's thread only hands
 * buffers to the graphics card. A change of measure, source, speed or profile repaints from what is here, with no request.
 */
import { stylesOf } from '../lib/scale.ts';
import { type Classed, type Composition, classesOf, compose, geometryOf, paint, summaryOf } from './composition.ts';
import { printPicture } from './print-picture.ts';
import type { Answers, Drawing, FromWorker, Question, Scene, ToWorker } from './protocol.ts';
import { hexAt, hexesInView, hexOf, nearestHex, nextHex, outlineOf, type Picture } from './questions.ts';
import { type HexTile, isFailed, TileCache, type TileState } from './tile-cache.ts';
import { levelOf, tilesFor, tileZoomFor } from './tiles.ts';

let scene: Scene | undefined;
let composition: Composition | undefined;
let composed = '';
let drawnLevel = -1;
let painted = '';
let classed: Classed = { classes: new Uint8Array(), values: new Uint32Array() };

const cache = new TileCache(() => update());

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'show':
      scene = data.scene;
      return update();
    case 'retry':
      cache.forgetFailures();
      return update();
    case 'ask':
      return send({ type: 'answer', id: data.id, answer: answer(data.question) });
  }
});

function update(): void {
  if (!scene) return;
  const { choice, audience, release } = scene;
  const finest = choice.layer === 'coverage' ? 8 : scene.finest;
  const z = tileZoomFor(scene.zoom, finest);
  const level = levelOf(z, finest);
  const asked = audience === 'public' ? '' : `?audience=${audience}`;
  const addresses = tilesFor(scene.bounds, z).map(
    (tile) => `/tiles/${release}/${choice.layer}/${tile.z}/${tile.x}/${tile.y}.arrow${asked}`,
  );
  const states = addresses.map((address) => cache.want(address, choice.layer));
  const coming = states.filter((state) => state === 'coming').length;
  const failures = states.filter(isFailed);
  // While finer hexes are on their way the old picture stays; tiles of the same level join it as they come.
  const mayDraw = coming === 0 || (level === drawnLevel && composed.startsWith(prefixOf(scene)));
  if (mayDraw) draw(scene, level, addresses, states);
  if (coming > 0) send({ type: 'loading', arrived: states.length - coming, wanted: states.length, level });
  else if (failures[0])
    send({ type: 'failed', failed: failures.length, wanted: states.length, message: failures[0].failed });
}

function prefixOf({ release, audience, choice }: Scene): string {
  return `${release}/${audience}/${choice.layer}/`;
}

function draw(now: Scene, level: number, addresses: readonly string[], states: readonly TileState[]): void {
  const ready: HexTile[] = [];
  const names: string[] = [];
  states.forEach((state, i) => {
    if (typeof state === 'string' || isFailed(state)) return;
    ready.push(state);
    names.push(addresses[i] ?? '');
  });
  const name = `${prefixOf(now)}${level}:${names.sort().join()}`;
  const isNew = !composition || name !== composed;
  if (isNew) {
    composition = compose(ready, level);
    composed = name;
    drawnLevel = level;
  }
  if (!composition) return;
  const look = JSON.stringify([now.choice, now.theme, now.only, now.floor]);
  if (!isNew && look === painted) {
    send({ type: 'moved', summary: summaryOf(composition, classed, now.seen) });
    return;
  }
  painted = look;
  classed = classesOf(composition, now.choice, now.floor);
  const colors = paint(classed.classes, stylesOf(now.choice, now.theme, new Set(now.only)));
  const drawing: Drawing = { level, ...colors, ...(isNew ? { geometry: geometryOf(composition) } : {}) };
  const buffers = [drawing.fills.buffer, drawing.inks.buffer];
  if (drawing.geometry)
    buffers.push(drawing.geometry.centers.buffer, ...drawing.geometry.corners.map((corners) => corners.buffer));
  send({ type: 'drawing', drawing, summary: summaryOf(composition, classed, now.seen) }, buffers as ArrayBuffer[]);
}

function answer(question: Question): Answers[keyof Answers] {
  if (!scene || !composition) return withoutPicture(question);
  const picture: Picture = { composition, classed, choice: scene.choice, bounds: scene.seen };
  switch (question.what) {
    case 'outline':
      return outlineOf(question.h3);
    case 'at':
      return hexAt(picture, question.lng, question.lat);
    case 'hex':
      return hexOf(picture, question.h3);
    case 'nearest':
      return nearestHex(picture, question.lng, question.lat);
    case 'step':
      return nextHex(picture, question.h3, question.bearing);
    case 'inView':
      return hexesInView(picture, question.limit);
    case 'print':
      return printPicture(picture);
  }
}

function withoutPicture(question: Question): Answers[keyof Answers] {
  if (question.what === 'outline') return outlineOf(question.h3);
  return question.what === 'inView' ? [] : undefined;
}

function send(message: FromWorker, handOver: Transferable[] = []): void {
  postMessage(message, { transfer: handOver });
}
