import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../server/domain/actor.ts';
import { goneReleases } from '../../../server/features/tiles/gone.ts';
import type { Db } from '../../../server/platform/db.ts';
import { refusal } from '../../../server/platform/problem.ts';

const VIEWER: Viewer = { role: 'public', stateFips: '54' };

/** A database that answers only while it is up. */
function database() {
  const state = { isUp: true };
  const db = {
    as: async () => {
      if (!state.isUp) throw refusal('database.gone', 503);
      return [{ release: 7, reason: 'Wrong file', withdrawnAt: '2026-11-30' }];
    },
  } as unknown as Db;
  return { db, state };
}

describe('what was withdrawn', () => {
  it('is refused as the database refuses, where nothing is known yet', async () => {
    const { db, state } = database();
    state.isUp = false;
    await expect(goneReleases(db).ask(VIEWER)).rejects.toMatchObject({ status: 503 });
  });

  it('is what was known last, while the database does not answer', async () => {
    const { db, state } = database();
    const releases = goneReleases(db);
    const known = await releases.ask(VIEWER);
    state.isUp = false;
    expect(await releases.ask(VIEWER)).toEqual(known);
    expect([...known.keys()]).toEqual([7]);
  });
});
