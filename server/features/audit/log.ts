/** The log of acts: who did what to which thing, when, and on whose behalf. An entry is made in the transaction of its act. */
import type { acts } from '../../domain/messages/en/acts.ts';
import type { Tx } from '../../platform/db.ts';

/** Code of an act; `domain/messages/en/acts.ts` has its words. */
export type ActCode = keyof typeof acts.did;

export interface Doer {
  /** FIPS code of the state whose administrators read the entry; null: of none. */
  readonly stateFips: string | null;
  readonly who: string;
  /** Organization on whose behalf; undefined: none is known. */
  readonly forWhom: string | undefined;
  readonly role: string;
  readonly personId: number | undefined;
  readonly membershipId: number | undefined;
  readonly tokenId: number | undefined;
}

export interface Act {
  readonly did: ActCode;
  /** What it was done to, such as "invitation 12". Names no student and no home. */
  readonly thing: string;
  /** In the person's words, such as a reason. */
  readonly note?: string;
}

/** Whoever works on the machine itself, for a state. */
export const COMMAND_LINE = (stateFips: string | null): Doer => ({
  stateFips,
  who: 'command line',
  forWhom: undefined,
  role: 'operator',
  personId: undefined,
  membershipId: undefined,
  tokenId: undefined,
});

/** @param tx of the act itself: both are kept, or neither */
export async function recordAct(tx: Tx, doer: Doer, { did, thing, note }: Act): Promise<void> {
  const { stateFips, who, forWhom, role, personId, membershipId, tokenId } = doer;
  await tx.run('select audit.record($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    stateFips,
    who.slice(0, 200),
    forWhom ?? null,
    role,
    personId ?? null,
    membershipId ?? null,
    tokenId ?? null,
    did,
    thing.slice(0, 300),
    note?.slice(0, 1000) ?? null,
  ]);
}
