/** The page's side of a map's worker: the drawing, what is loading, and questions with answers. */
import { WorkerClient } from '../lib/worker-rpc.ts';
import type { Drawing, Exchanges, HexGeometry, News, Question, Scene, StateBorder, Summary } from './protocol.ts';

export type Loading =
  | { readonly state: 'starting' }
  | { readonly state: 'loading'; readonly arrived: number; readonly wanted: number }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly failed: number; readonly wanted: number };

export interface HexState {
  readonly loading: Loading;
  readonly summary: Summary | undefined;
  /** The last picture drawn; always has `geometry`. */
  readonly drawing: (Drawing & { geometry: HexGeometry }) | undefined;
}

const NOTHING: HexState = { loading: { state: 'starting' }, summary: undefined, drawing: undefined };

export class HexStore {
  #state = NOTHING;
  #worker: WorkerClient<Exchanges, News> | undefined;
  readonly #borders = new Map<string, StateBorder>();
  readonly #listeners = new Set<() => void>();

  readonly get = (): HexState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(scene: Scene): void {
    this.start().tell('show', scene);
  }

  cutAt(border: StateBorder): void {
    if (this.#borders.get(border.state)?.outline === border.outline) return;
    this.#borders.set(border.state, border);
    this.start().tell('border', border);
  }

  readonly retry = (): void => {
    this.start().tell('retry', undefined);
  };

  ask<What extends Question>(what: What, ask: Exchanges[What]['ask']): Promise<Exchanges[What]['answer']> {
    return this.start().ask(what, ask);
  }

  /** Starts ahead of the first scene, so that the script is ready when the map is. */
  start(): WorkerClient<Exchanges, News> {
    if (this.#worker) return this.#worker;
    this.#worker = new WorkerClient<Exchanges, News>(
      new Worker(new URL('./hexes.worker.ts', import.meta.url), { type: 'module' }),
      (news) => this.#to(after(this.#state, news)),
    );
    for (const border of this.#borders.values()) this.#worker.tell('border', border);
    return this.#worker;
  }

  end(): void {
    this.#worker?.end();
    this.#worker = undefined;
    this.#to(NOTHING);
  }

  #to(state: HexState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function after(before: HexState, news: News): HexState {
  switch (news.type) {
    case 'drawing': {
      const geometry = news.drawing.geometry ?? before.drawing?.geometry;
      if (!geometry) return before;
      return { loading: { state: 'ready' }, summary: news.summary, drawing: { ...news.drawing, geometry } };
    }
    case 'moved':
      return { ...before, loading: { state: 'ready' }, summary: news.summary };
    case 'loading':
      return { ...before, loading: { state: 'loading', arrived: news.arrived, wanted: news.wanted } };
    case 'failed':
      return { ...before, loading: { state: 'failed', ...news } };
  }
}
