/**
 * The hexes of one map: fetches and decodes tiles, builds outlines and colors, answers questions. A change of measure,
 * source, speed or profile repaints from memory, without a request. Runs in the worker.
 */
import { isAboutBuild } from '../lib/choice.ts';
import { stylesOf } from '../lib/scale.ts';
import type { Work } from '../lib/worker-rpc.ts';
import { type Border, borderOf } from './border.ts';
import { type Classed, type Composition, classesOf, compose, paint, summaryOf } from './composition.ts';
import { PaidLand, type Percents, withoutPaid } from './paid-land.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import { printPicture } from './print-picture.ts';
import type { Drawing, Exchanges, News, Scene } from './protocol.ts';
import { hexAt, hexesInView, hexOf, nearestHex, nextHex, outlineOf, type Picture } from './questions.ts';
import { type HexTile, TileCache, type TileState } from './tile-cache.ts';
import { levelOf, tilesFor, tileZoomFor } from './tiles.ts';

type Tell = (news: News, handOver?: Transferable[]) => void;

export class HexEngine {
  #scene: Scene | undefined;
  #composition: Composition | undefined;
  /** The composition with the numbers that the colors show. */
  #shown: Composition | undefined;
  #pieces: Pieces | undefined;
  #border: Border | undefined;
  #composed = '';
  #drawnLevel = -1;
  #painted = '';
  #classed: Classed = { classes: new Uint8Array(), values: new Uint32Array() };
  readonly #cache = new TileCache(() => this.#update());
  readonly #paidLand = new PaidLand(() => this.#update());
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  readonly work: Work<Exchanges> = {
    show: (scene) => {
      this.#scene = scene;
      this.#update();
    },
    retry: () => {
      this.#cache.forgetFailures();
      this.#paidLand.forgetFailures();
      this.#update();
    },
    outline: ({ h3 }) => outlineOf(this.#composition, h3),
    border: (outline) => {
      this.#border = borderOf(outline);
      this.#composed = '';
      this.#update();
    },
    at: ({ lng, lat }) => this.#ask((picture) => hexAt(picture, lng, lat)),
    hex: ({ h3 }) => this.#ask((picture) => hexOf(picture, h3)),
    nearest: ({ lng, lat }) => this.#ask((picture) => nearestHex(picture, lng, lat)),
    step: ({ h3, bearing }) => this.#ask((picture) => nextHex(picture, h3, bearing)),
    inView: ({ limit }) => this.#ask((picture) => hexesInView(picture, limit)) ?? [],
    print: () => this.#ask(printPicture),
  };

  /** Undefined until there is a picture. */
  #ask<T>(question: (picture: Picture) => T): T | undefined {
    const scene = this.#scene;
    if (!scene || !this.#shown) return undefined;
    const { choice, seen } = scene;
    return question({
      composition: this.#shown,
      classed: this.#classed,
      choice,
      bounds: seen,
      border: this.#border,
    });
  }

  #update(): void {
    const scene = this.#scene;
    if (!scene) return;
    const { choice, audience, release } = scene;
    const finest = choice.layer === 'coverage' ? 8 : scene.finest;
    const z = tileZoomFor(scene.zoom, finest);
    const level = levelOf(z, finest);
    const asked = audience === 'public' ? '' : `?audience=${audience}`;
    const addresses = tilesFor(scene.bounds, z).map(
      (tile) => `/tiles/${release}/${choice.layer}/${tile.z}/${tile.x}/${tile.y}.arrow${asked}`,
    );
    const paid = this.#paidAt(scene, level);
    const tiles = addresses.map((address) => this.#cache.want(address, choice.layer));
    const states = typeof paid === 'string' ? [...tiles, paid] : tiles;
    const coming = states.filter((state) => state === 'coming').length;
    const failed = states.filter((state) => state === 'failed').length;
    // While finer hexes load, the old picture stays; tiles of the same level join it as they arrive.
    const mayDraw = coming === 0 || (level === this.#drawnLevel && this.#composed.startsWith(prefixOf(scene)));
    if (mayDraw && paid !== 'coming')
      this.#draw(scene, level, addresses, tiles, typeof paid === 'string' ? undefined : paid);
    if (coming > 0) this.#tell({ type: 'loading', arrived: states.length - coming, wanted: states.length, level });
    else if (failed > 0) this.#tell({ type: 'failed', failed, wanted: states.length });
  }

  /** Undefined where it makes no difference. */
  #paidAt({ choice, paid, audience, release }: Scene, level: number): Percents | 'coming' | 'failed' | undefined {
    if (paid || !isAboutBuild(choice)) return undefined;
    const asked = audience === 'public' ? '' : `&audience=${audience}`;
    return this.#paidLand.want(`/api/v1/funded/hexes?release=${release}&level=${level}${asked}`);
  }

  #draw(
    now: Scene,
    level: number,
    addresses: readonly string[],
    states: readonly TileState[],
    paid: Percents | undefined,
  ): void {
    const ready: HexTile[] = [];
    const names: string[] = [];
    states.forEach((state, i) => {
      if (typeof state === 'string') return;
      ready.push(state);
      names.push(addresses[i] ?? '');
    });
    const name = `${prefixOf(now)}${level}:${names.sort().join()}`;
    const isNew = !this.#composition || name !== this.#composed;
    const composition = isNew || !this.#composition ? compose(ready, level) : this.#composition;
    const pieces = isNew || !this.#pieces ? piecesOf(composition, this.#border) : this.#pieces;
    this.#composition = composition;
    this.#pieces = pieces;
    this.#composed = name;
    if (isNew) this.#drawnLevel = level;
    const look = JSON.stringify([now.choice, now.theme, now.only, now.floor, paid !== undefined]);
    if (!isNew && look === this.#painted) {
      this.#tell({ type: 'moved', summary: summaryOf(composition, this.#classed, now.seen) });
      return;
    }
    this.#painted = look;
    this.#shown = paid ? withoutPaid(composition, now.choice, paid) : composition;
    this.#classed = classesOf(this.#shown, now.choice, now.floor);
    const colors = paint(this.#classed.classes, pieces.hexOf, stylesOf(now.choice, now.theme, new Set(now.only)));
    const drawing: Drawing = { level, ...colors, ...(isNew ? { geometry: pieces.geometry } : {}) };
    const buffers = [drawing.fills.buffer, drawing.inks.buffer];
    if (drawing.geometry)
      buffers.push(
        drawing.geometry.centers.buffer,
        drawing.geometry.shapes.buffer,
        ...drawing.geometry.corners.map((corners) => corners.buffer),
      );
    const summary = summaryOf(composition, this.#classed, now.seen);
    this.#tell({ type: 'drawing', drawing, summary }, buffers as ArrayBuffer[]);
  }
}

function prefixOf({ release, audience, choice }: Scene): string {
  return `${release}/${audience}/${choice.layer}/`;
}
