import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../server/platform/migrate.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const FIRST = '0001_create_roles_and_schemas.sql';

const checksum = () =>
  database.deps.db.asOwner((tx) =>
    tx.one<{ checksum: string | null }>('select checksum from public.gapmap_migrations where name = $1', [FIRST]),
  );
const setChecksum = (value: string | null) =>
  database.deps.db.asOwner((tx) =>
    tx.run('update public.gapmap_migrations set checksum = $2 where name = $1', [FIRST, value]),
  );

describe('migrating a database', () => {
  it('keeps the checksum of every migration that ran', async () => {
    const file = readFileSync(new URL(`../../migrations/${FIRST}`, import.meta.url), 'utf8');
    expect((await checksum()).checksum).toBe(createHash('sha256').update(file).digest('hex'));
    const { missing } = await database.deps.db.asOwner((tx) =>
      tx.one<{ missing: number }>(
        'select count(*)::integer as missing from public.gapmap_migrations where checksum is null',
      ),
    );
    expect(missing).toBe(0);
  });

  it('from before checksums were kept records them', async () => {
    const { checksum: kept } = await checksum();
    await setChecksum(null);
    expect(await migrate(database.deps.db)).toEqual([]);
    expect((await checksum()).checksum).toBe(kept);
  });

  it('is refused where a migration was changed after it ran', async () => {
    const { checksum: kept } = await checksum();
    await setChecksum('of another text');
    await expect(migrate(database.deps.db)).rejects.toThrow(`The migration ${FIRST} was changed after it ran`);
    await setChecksum(kept);
    expect(await migrate(database.deps.db)).toEqual([]);
  });
});
