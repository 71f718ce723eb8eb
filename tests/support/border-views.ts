/** The border state as each of four views reads it over HTTP. */
import type { FastifyInstance } from 'fastify';
import { cellToParent } from 'h3-js';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import type { TokenHolder } from '../../server/domain/actor.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { PlaceTotals } from '../../server/features/places/contract.ts';
import type { Patch, PatchPage } from '../../server/features/releases/contract.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import type { CellVerdict } from '../../server/features/verdicts/contract.ts';
import { DISTRICTS, loadBorderState, TOWNS } from './border-state.ts';

export const VIEWS = ['public', 'provider', 'agency', 'district'] as const;
export type View = (typeof VIEWS)[number];
const HOLDERS: Record<Exclude<View, 'public'>, TokenHolder> = {
  provider: { role: 'provider', stateFips: '54', providerId: 130_001 },
  agency: { role: 'agency', stateFips: '54' },
  district: { role: 'district', leaId: DISTRICTS[0] },
};
export const PLACES = [
  ['county', '54001'],
  ['county', '54003'],
  ['school_district', DISTRICTS[0]],
  ['school_district', DISTRICTS[1]],
  ['senate_district', '54001'],
  ['town', TOWNS.large],
  ['state', '54'],
] as const;

export interface BorderViews {
  /** An answer as it is sent, with all statistics. */
  text(path: string, view: View): Promise<string>;
  get<Body>(path: string, view: View): Promise<Body>;
  patchesOf(view: View, place?: string): Promise<Patch[]>;
  cellOf(h3: string, level: number, view: View): Promise<CellVerdict>;
  placeOf(kind: string, id: string, view: View): Promise<PlaceTotals>;
  /** The application anew, which remembers nothing. */
  reopen(): Promise<void>;
}

/** Loads and releases the state. Call at the top of a test file. */
export function borderViews(database: { readonly deps: Deps }): BorderViews {
  const headers: Partial<Record<View, Record<string, string>>> = {};
  let app: FastifyInstance | undefined;

  beforeAll(async () => {
    await loadBorderState(database.deps.db);
    await createRelease(database.deps, { name: 'border' });
    for (const view of ['provider', 'agency', 'district'] as const) {
      const { token } = await createToken(database.deps, { ...HOLDERS[view], label: 'test', days: 1 });
      headers[view] = { authorization: `Bearer ${token}` };
    }
    await views.reopen();
  }, 240_000);
  afterAll(() => app?.close());

  const views: BorderViews = {
    async text(path, view) {
      if (!app) throw new Error('the application is open only inside tests and hooks');
      const url = `${path}${path.includes('?') ? '&' : '?'}audience=${view}&statistics=all`;
      const { statusCode, body } = await app.inject({ url, headers: headers[view] ?? {} });
      expect(statusCode, `${url}: ${body.slice(0, 300)}`).toBe(200);
      return body;
    },
    get: async <Body>(path: string, view: View) => JSON.parse(await views.text(path, view)) as Body,
    async patchesOf(view, place) {
      const page = await views.get<PatchPage>(`/api/v1/patches?limit=1000${place ? `&place=${place}` : ''}`, view);
      expect(page.next).toBeNull();
      return page.patches;
    },
    cellOf: (h3, level, view) => views.get(`/api/v1/cells/${h3}?level=${level}`, view),
    placeOf: (kind, id, view) => views.get(`/api/v1/places/${kind}/${id}`, view),
    async reopen() {
      await app?.close();
      app = await buildApp(database.deps);
      await app.ready();
    },
  };
  return views;
}

/** Hexes drawn at each level, with the patches drawn there. */
export function hexesOf(view: View, patches: readonly Patch[]): { h3: string; level: number; own: Patch[] }[] {
  if (view === 'district') return [];
  const levels = view === 'public' ? [5, 6, 7] : [5, 6, 7, 8];
  return levels.flatMap((level) => {
    const drawn = new Map<string, Patch[]>();
    for (const patch of patches) {
      const h3 = patch.resolution > level ? cellToParent(patch.h3, level) : patch.h3;
      drawn.set(h3, [...(drawn.get(h3) ?? []), patch]);
    }
    return [...drawn].map(([h3, own]) => ({ h3, level, own }));
  });
}
