/** Lets a recognized person in: finds or makes the person, takes up an invitation, keeps the roles to the claims, and says in which one to act. */
import type { Caller } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { callerIn } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { takeInvitation } from './invitations.ts';
import { type GivenRole, giveRole, keepToClaims, type RoleRow } from './roles.ts';

/** Someone at the door. */
export interface Arrival {
  /** Undefined: by a passkey, or a demo person. */
  readonly issuer: string | undefined;
  /** Known before, if the person is. */
  readonly find: (tx: Tx) => Promise<number | undefined>;
  /** Ties what recognizes the person to a new person. */
  readonly tie: (tx: Tx, personId: number) => Promise<void>;
  readonly name: string;
  /** What the issuer's claims give; undefined: it is not asked. */
  readonly claimed: readonly GivenRole[] | undefined;
  /** Hash of an invitation to take up. */
  readonly invitation: Buffer | undefined;
}

export interface LetIn {
  readonly personId: number;
  readonly membershipId: number;
  readonly issuer: string | undefined;
  readonly caller: Caller;
}

/** @throws Refusal 403 sign-in.no-role, 410 invitation.dead; nothing is kept then */
export function letIn(db: Db, arrival: Arrival): Promise<LetIn> {
  return db.as({ role: 'doorkeeper' }, async (tx) => {
    const { issuer, name, claimed = [], invitation } = arrival;
    const known = await arrival.find(tx);
    const invited = invitation && (await takeInvitation(tx, invitation));
    if (known === undefined && !invited && claimed.length === 0) throw refusal('sign-in.no-role', 403);
    const personId = known ?? (await makePerson(tx, arrival, invited?.label ?? name));
    if (issuer !== undefined && arrival.claimed) await keepToClaims(tx, personId, issuer, claimed);
    const taken = invited && (await giveRole(tx, personId, invited, { source: 'invitation' }));
    if (invited) await tx.run('update accounts.invitations set accepted_by = $1 where id = $2', [personId, invited.id]);
    const role = await roleOf(tx, personId, taken?.id);
    const doer = doerIn(role, personId);
    if (invited)
      await recordAct(tx, doer, { did: 'people.joined', thing: `invitation ${invited.id}, as ${role.role}` });
    await recordAct(tx, doer, { did: 'people.signed-in', thing: `role ${role.id}, ${role.role}` });
    return { personId, membershipId: role.id, issuer, caller: callerIn(role) };
  });
}

/** @param label of the invitation, where the door itself knows no name */
async function makePerson(tx: Tx, { name, tie }: Arrival, label: string): Promise<number> {
  const { id } = await tx.one<{ id: number }>('insert into accounts.people (name) values ($1) returning id', [
    (name || label).slice(0, 200),
  ]);
  await tie(tx, id);
  return id;
}

interface ActingRow extends RoleRow {
  readonly id: number;
  readonly name: string;
  readonly organization: string;
}

/** The role just taken up, or the person's first. @throws Refusal 403 without any */
async function roleOf(tx: Tx, personId: number, taken: number | undefined): Promise<ActingRow> {
  const role = await tx.maybe<ActingRow>(
    `select m.id, m.role, m.state_fips, m.lea_id, m.provider_id, p.name, o.name as organization
     from accounts.memberships m
     join accounts.people p on p.id = m.person_id
     join accounts.organizations o on o.id = m.organization_id
     where m.person_id = $1
       and m.ended_at is null
     order by m.id = $2 desc nulls last, m.id
     limit 1`,
    [personId, taken ?? null],
  );
  if (!role) throw refusal('sign-in.no-role', 403);
  return role;
}

function doerIn({ id, name, organization, role, state_fips: stateFips }: ActingRow, personId: number) {
  return { stateFips, who: name, forWhom: organization, role, personId, membershipId: id, tokenId: undefined };
}
