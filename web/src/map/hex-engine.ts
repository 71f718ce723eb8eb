/**
 * The hexes of one map: fetches and decodes tiles, builds outlines and colors, answers questions. A change of measure,
 * source, speed or profile repaints from memory, without a request. Each state's release is a picture of its own, cut at its
 * own border: a hex on the border has other students in each. Runs in the worker.
 */
import { isAboutBuild } from '../lib/choice.ts';
import { stylesOf } from '../lib/scale.ts';
import type { Work } from '../lib/worker-rpc.ts';
import { type Border, borderOf } from './border.ts';
import { type Classed, type Composition, classesOf, compose, paint, summaryOf } from './composition.ts';
import { joinedBytes, joinedGeometry, summed } from './joined.ts';
import { PaidLand, type Percents, withoutPaid } from './paid-land.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import { printPicture } from './print-picture.ts';
import type { Drawing, Exchanges, News, Scene, SceneRelease } from './protocol.ts';
import { hexAt, hexesInView, hexOf, nearestHex, nextHex, outlineOf, type Picture } from './questions.ts';
import { TileCache, type TileState } from './tile-cache.ts';
import { levelOf, tilesFor, tileZoomFor } from './tiles.ts';

type Tell = (news: News, handOver?: Transferable[]) => void;

/** What the scene needs of one release. */
interface Wanted {
  readonly of: SceneRelease;
  readonly addresses: readonly string[];
  readonly tiles: readonly TileState[];
  /** Undefined where it makes no difference. */
  readonly paid: Percents | 'coming' | 'failed' | undefined;
}

/** What is drawn of one release. */
interface Part {
  readonly of: SceneRelease;
  readonly composition: Composition;
  readonly pieces: Pieces;
  /** The composition with the numbers that the colors show. */
  readonly shown: Composition;
  readonly classed: Classed;
}

export class HexEngine {
  #scene: Scene | undefined;
  #parts: readonly Part[] | undefined;
  #composed = '';
  #drawnLevel = -1;
  #painted = '';
  readonly #borders = new Map<string, Border>();
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
    outline: (hex) => outlineOf(this.#pictures(), hex),
    border: ({ state, outline }) => {
      this.#borders.set(state, borderOf(outline));
      this.#composed = '';
      this.#update();
    },
    at: ({ lng, lat }) => hexAt(this.#pictures(), lng, lat),
    hex: (hex) => hexOf(this.#pictures(), hex),
    nearest: ({ lng, lat }) => nearestHex(this.#pictures(), lng, lat),
    step: ({ bearing, ...hex }) => nextHex(this.#pictures(), hex, bearing),
    inView: ({ limit }) => hexesInView(this.#pictures(), limit),
    print: () => (this.#parts ? printPicture(this.#pictures()) : undefined),
  };

  /** None until there is something to see. */
  #pictures(): Picture[] {
    const scene = this.#scene;
    if (!scene) return [];
    return (this.#parts ?? []).map(({ of: { state, choice }, shown, classed }) => ({
      state,
      composition: shown,
      classed,
      choice,
      bounds: scene.seen,
      border: this.#borders.get(state),
    }));
  }

  #update(): void {
    const scene = this.#scene;
    if (!scene) return;
    const finest = scene.choice.layer === 'coverage' ? 8 : scene.finest;
    const z = tileZoomFor(scene.zoom, finest);
    const level = levelOf(z, finest);
    const places = tilesFor(scene.bounds, z).map((tile) => `${tile.z}/${tile.x}/${tile.y}`);
    const wanted = scene.releases.map((of) => this.#want(scene, of, places, level));
    const states = wanted.flatMap(({ tiles, paid }) => (typeof paid === 'string' ? [...tiles, paid] : tiles));
    const coming = states.filter((state) => state === 'coming').length;
    const failed = states.filter((state) => state === 'failed').length;
    // While finer hexes load, the old picture stays; tiles of the same level join it as they arrive.
    const mayDraw = coming === 0 || (level === this.#drawnLevel && this.#composed.startsWith(prefixOf(scene)));
    if (mayDraw && wanted.every(({ paid }) => paid !== 'coming')) this.#draw(scene, level, wanted);
    if (coming > 0) this.#tell({ type: 'loading', arrived: states.length - coming, wanted: states.length, level });
    else if (failed > 0) this.#tell({ type: 'failed', failed, wanted: states.length });
  }

  #want({ audience, paid }: Scene, of: SceneRelease, places: readonly string[], level: number): Wanted {
    const { release, choice } = of;
    const asked = audience === 'public' ? '' : `audience=${audience}`;
    const query = asked && `?${asked}`;
    const addresses = places.map((place) => `/tiles/${release}/${choice.layer}/${place}.arrow${query}`);
    const funded = `/api/v1/funded/hexes?release=${release}&level=${level}${asked && `&${asked}`}`;
    return {
      of,
      addresses,
      paid: paid || !isAboutBuild(choice) ? undefined : this.#paidLand.want(funded),
      tiles: addresses.map((address) => this.#cache.want(address, choice.layer)),
    };
  }

  #draw(now: Scene, level: number, wanted: readonly Wanted[]): void {
    const names = wanted.map(({ addresses, tiles }) =>
      addresses
        .filter((_, i) => typeof tiles[i] === 'object')
        .sort()
        .join(),
    );
    const name = `${prefixOf(now)}${level}:${names.join(';')}`;
    const known = name === this.#composed ? this.#parts : undefined;
    const composed = known ?? wanted.map((one) => this.#compose(one, level));
    this.#composed = name;
    if (!known) this.#drawnLevel = level;
    const choices = wanted.map(({ of, paid }) => [of.choice, typeof paid === 'object']);
    const look = JSON.stringify([now.choice, now.theme, now.only, now.floor, choices]);
    const isPainted = known && look === this.#painted;
    this.#painted = look;
    const parts = isPainted ? known : composed.map((part, i) => classedPart(part, wanted[i], now.floor));
    this.#parts = parts;
    const summary = summed(
      level,
      parts.map(({ composition, classed }) => summaryOf(composition, classed, now.seen)),
    );
    if (isPainted) {
      this.#tell({ type: 'moved', summary });
      return;
    }
    const styles = stylesOf(now.choice, now.theme, new Set(now.only));
    const colors = parts.map(({ classed, pieces }) => paint(classed.classes, pieces.hexOf, styles));
    const drawing: Drawing = {
      level,
      fills: joinedBytes(colors.map(({ fills }) => fills)),
      inks: joinedBytes(colors.map(({ inks }) => inks)),
      ...(known ? {} : { geometry: joinedGeometry(parts.map(({ pieces }) => pieces.geometry)) }),
    };
    const buffers = [drawing.fills.buffer, drawing.inks.buffer];
    if (drawing.geometry)
      buffers.push(
        drawing.geometry.centers.buffer,
        drawing.geometry.shapes.buffer,
        ...drawing.geometry.corners.map((corners) => corners.buffer),
      );
    this.#tell({ type: 'drawing', drawing, summary }, buffers as ArrayBuffer[]);
  }

  #compose({ of, tiles }: Wanted, level: number): Pick<Part, 'of' | 'composition' | 'pieces'> {
    const ready = tiles.filter((tile) => typeof tile === 'object');
    const composition = compose(ready, level);
    return { of, composition, pieces: piecesOf(composition, this.#borders.get(of.state)) };
  }
}

function classedPart(
  part: Pick<Part, 'of' | 'composition' | 'pieces'>,
  wanted: Wanted | undefined,
  floor: number,
): Part {
  const { of = part.of, paid } = wanted ?? {};
  const { composition, pieces } = part;
  const shown = typeof paid === 'object' ? withoutPaid(composition, of.choice, paid) : composition;
  return { of, composition, pieces, shown, classed: classesOf(shown, of.choice, floor) };
}

function prefixOf({ releases, audience, choice }: Scene): string {
  return `${releases.map(({ release }) => release).join('+')}/${audience}/${choice.layer}/`;
}
