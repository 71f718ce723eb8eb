/** The log of releases: what is read, and what is current, follow from it alone (migrations/0033). */
import type { Tx } from '../../platform/db.ts';
import { COMMAND_LINE, recordAct } from '../audit/index.ts';

export type Standing = 'draft' | 'published' | 'withdrawn' | 'discarded';

/** Who took a step when the command was not told. */
export const OPERATOR = 'whoever runs the server';

export interface Step {
  readonly releaseId: number;
  readonly standing: Standing;
  readonly by: string;
  /** Of what is withdrawn or discarded. */
  readonly reason?: string | undefined;
  /** For published ones. @default false */
  readonly becomesCurrent?: boolean | undefined;
}

/** @returns id of the state's current release after it; null = none */
export async function takeStep(
  tx: Tx,
  { releaseId, standing, by, reason, becomesCurrent = false }: Step,
): Promise<number | null> {
  const { current, state } = await tx.one<{ current: number | null; state: string }>(
    `insert into published.steps (release_id, standing, by, reason, current_release)
     values ($1, $2, $3, $4, $5)
     returning current_release as current, (select state_fips from published.releases where id = release_id) as state`,
    [releaseId, standing, by, reason ?? null, becomesCurrent ? releaseId : null],
  );
  await recordAct(
    tx,
    { ...COMMAND_LINE(state), who: by },
    {
      did: `releases.${standing}`,
      thing: `release ${releaseId}`,
      ...(reason && { note: reason }),
    },
  );
  return current;
}
