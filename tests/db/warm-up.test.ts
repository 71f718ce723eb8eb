/** What many readers need is read once: before the first of them asks, and once for all who ask meanwhile. */
import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/domain/actor.ts';
import { estimateReader } from '../../server/features/estimates/index.ts';
import { releaseNamed, warmUp } from '../../server/features/releases/index.ts';
import type { Tx } from '../../server/platform/db.ts';
import { smallStateDatabase } from '../support/database.ts';

const database = smallStateDatabase();
const PUBLIC: Viewer = { role: 'public' };

const release = () => database.deps.db.as(PUBLIC, (tx) => releaseNamed(tx, 'current'));

/** Counts the questions to the table of patches. */
function counting(tx: Tx, asked: string[]): Tx {
  const rows: Tx['rows'] = (text, parameters) => {
    if (text.includes('published.patches')) asked.push(text);
    return tx.rows(text, parameters);
  };
  return { ...tx, rows, one: tx.one.bind(tx), maybe: tx.maybe.bind(tx) };
}

describe('the estimates of a current release', () => {
  it('are there for the first reader once the server has warmed up', async () => {
    const estimates = estimateReader();
    await warmUp(database.deps.db, estimates);
    const asked: string[] = [];
    const found = await database.deps.db.as(PUBLIC, async (tx) =>
      estimates.of(counting(tx, asked), await release(), PUBLIC),
    );
    expect(found.ofState().length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  it('are read once for all who ask meanwhile', async () => {
    const estimates = estimateReader();
    const asked: string[] = [];
    const now = await release();
    const read = () => database.deps.db.as(PUBLIC, (tx) => estimates.of(counting(tx, asked), now, PUBLIC));
    const [one, other] = await Promise.all([read(), read()]);
    expect(one).toBe(other);
    expect(asked).toHaveLength(1);
  });

  it('are read by each for himself when the first reading fails', async () => {
    const estimates = estimateReader();
    const now = await release();
    const failing = { rows: () => Promise.reject(new Error('gone')) } as unknown as Tx;
    const [first, second] = await Promise.allSettled([
      estimates.of(failing, now, PUBLIC),
      database.deps.db.as(PUBLIC, (tx) => estimates.of(tx, now, PUBLIC)),
    ]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('fulfilled');
  });
});
