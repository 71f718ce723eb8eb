/** The log of releases: what is read, and what is current, follow from it alone (migrations/0033). */
import type { Tx } from '../../platform/db.ts';

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
  const { current } = await tx.one<{ current: number | null }>(
    `insert into published.steps (release_id, standing, by, reason, current_release)
     values ($1, $2, $3, $4, $5)
     returning current_release as current`,
    [releaseId, standing, by, reason ?? null, becomesCurrent ? releaseId : null],
  );
  return current;
}
