/** The page's end of the worker: what is drawn, what is coming, and questions with answers. */
import { useSyncExternalStore } from 'react';
import type {
  Answers,
  Drawing,
  FromWorker,
  HexGeometry,
  News,
  Question,
  Scene,
  Summary,
  ToWorker,
} from './protocol.ts';

export type Loading =
  | { readonly state: 'starting' }
  | { readonly state: 'loading'; readonly arrived: number; readonly wanted: number }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly failed: number; readonly wanted: number; readonly message: string };

export interface HexState {
  readonly loading: Loading;
  readonly summary: Summary | undefined;
  /** The picture last drawn; `geometry` is always there. */
  readonly drawing: (Drawing & { geometry: HexGeometry }) | undefined;
}

let state: HexState = { loading: { state: 'starting' }, summary: undefined, drawing: undefined };
const listeners = new Set<() => void>();
const waiting = new Map<number, (answer: Answers[keyof Answers]) => void>();
let asked = 0;
let worker: Worker | undefined;

export function useHexes(): HexState {
  return useSyncExternalStore(subscribeHexes, getHexes);
}

export function getHexes(): HexState {
  return state;
}

export function subscribeHexes(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function showScene(scene: Scene): void {
  tell({ type: 'show', scene });
}

export function retryTiles(): void {
  tell({ type: 'retry' });
}

export function ask<What extends Question['what']>(
  question: Extract<Question, { what: What }>,
): Promise<Answers[What]> {
  const id = ++asked;
  return new Promise((resolve) => {
    // The worker answers each question with the answer of its kind (questions.ts), which postMessage cannot say in types.
    waiting.set(id, resolve as (answer: Answers[keyof Answers]) => void);
    tell({ type: 'ask', id, question });
  });
}

/** Ahead of the first scene, so that its script is there when the map is. */
export function startWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./hexes.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  return worker;
}

function tell(message: ToWorker): void {
  startWorker().postMessage(message);
}

function hear(message: FromWorker): void {
  if (message.type === 'answer') {
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  } else change(after(state, message));
}

function after(before: HexState, message: News): HexState {
  switch (message.type) {
    case 'drawing': {
      const geometry = message.drawing.geometry ?? before.drawing?.geometry;
      if (!geometry) return before;
      return { loading: { state: 'ready' }, summary: message.summary, drawing: { ...message.drawing, geometry } };
    }
    case 'moved':
      return { ...before, loading: { state: 'ready' }, summary: message.summary };
    case 'loading':
      return { ...before, loading: { state: 'loading', arrived: message.arrived, wanted: message.wanted } };
    case 'failed':
      return { ...before, loading: { state: 'failed', ...message } };
  }
}

function change(next: HexState): void {
  state = next;
  for (const listener of listeners) listener();
}
