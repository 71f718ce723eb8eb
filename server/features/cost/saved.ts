/** Saved scenarios, under the role `planner`: of one state, and nothing else to read. */
import type { Tx } from '../../platform/db.ts';
import type { SaveBody, Saved, SavedList } from './contract.ts';

interface SavedRow {
  readonly id: string;
  readonly name: string;
  readonly release_id: number;
  readonly saved_at: Date;
  readonly saved_by: string;
}

export async function saveScenario(
  tx: Tx,
  { name, scenario, releaseId, by }: SaveBody & { readonly releaseId: number; readonly by: string },
): Promise<string> {
  const { id } = await tx.one<{ id: string }>(
    `insert into cost.scenarios (name, release_id, scenario, saved_by)
     values ($1, $2, $3::jsonb, $4)
     returning id`,
    [name.trim(), releaseId, JSON.stringify(scenario), by],
  );
  return id;
}

/** The newest first, up to a limit. */
export async function savedScenarios(tx: Tx): Promise<SavedList['scenarios']> {
  const rows = await tx.rows<SavedRow>(
    `-- one row: a scenario of the state
     select id, name, release_id, saved_at, saved_by
     from cost.scenarios
     order by saved_at desc, id
     limit 200`,
  );
  return rows.map(described);
}

export async function savedScenario(tx: Tx, id: string): Promise<Saved | undefined> {
  const row = await tx.maybe<SavedRow & { scenario: Saved['scenario'] }>(
    'select id, name, release_id, saved_at, saved_by, scenario from cost.scenarios where id = $1',
    [id],
  );
  return row && { ...described(row), scenario: row.scenario };
}

/** @returns whether there was one */
export async function deleteScenario(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('delete from cost.scenarios where id = $1', [id])) > 0;
}

function described({ id, name, release_id, saved_at, saved_by }: SavedRow) {
  return { id, name, release: release_id, savedAt: saved_at.toISOString(), savedBy: saved_by };
}
