/** People of a demo: made up, and entered with one click where nobody but this computer can reach the server. */
import type { PersonRole } from '../../domain/actor.ts';
import type { Db, OwnerDb } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { callerIn } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import type { LetIn } from './doors.ts';
import { type GivenRole, giveRole, type RoleRow } from './roles.ts';

export interface DemoPerson {
  readonly membershipId: number;
  readonly name: string;
  readonly organization: string;
  readonly role: PersonRole;
}

/** Makes those that there are not yet. */
export function makeDemoPersons({ db }: { db: OwnerDb }, persons: readonly (GivenRole & { readonly name: string })[]) {
  return db.asOwner(async (tx) => {
    for (const { name, ...given } of persons) {
      const known = await tx.maybe(
        "select from accounts.people p join accounts.memberships m on m.person_id = p.id where p.name = $1 and m.source = 'demo'",
        [name],
      );
      if (known) continue;
      const { id } = await tx.one<{ id: number }>('insert into accounts.people (name) values ($1) returning id', [
        name,
      ]);
      await giveRole(tx, id, given, { source: 'demo' });
    }
  });
}

export function demoPersons(db: Db): Promise<DemoPerson[]> {
  return db.as({ role: 'doorkeeper' }, (tx) =>
    tx.rows<DemoPerson>(
      `select m.id as "membershipId", p.name, o.name as organization, m.role
       from accounts.memberships m
       join accounts.people p on p.id = m.person_id
       join accounts.organizations o on o.id = m.organization_id
       where m.source = 'demo'
         and m.ended_at is null
       order by m.id`,
    ),
  );
}

/** @throws Refusal 404 when there is no such demo person */
export function letInDemo(db: Db, membershipId: number): Promise<LetIn> {
  return db.as({ role: 'doorkeeper' }, async (tx) => {
    const row = await tx.maybe<RoleRow & { person_id: number; name: string; organization: string }>(
      `select m.person_id, m.role, m.state_fips, m.lea_id, m.provider_id, p.name, o.name as organization
       from accounts.memberships m
       join accounts.people p on p.id = m.person_id
       join accounts.organizations o on o.id = m.organization_id
       where m.id = $1
         and m.source = 'demo'
         and m.ended_at is null`,
      [membershipId],
    );
    if (!row) throw refusal('sign-in.not-demo', 404);
    const { person_id: personId, name: who, organization: forWhom, role, state_fips: stateFips } = row;
    const doer = { stateFips, who, forWhom, role, personId, membershipId, tokenId: undefined };
    await recordAct(tx, doer, { did: 'people.signed-in', thing: `role ${membershipId}, ${role}` });
    return { personId, membershipId, issuer: undefined, caller: callerIn(row) };
  });
}
