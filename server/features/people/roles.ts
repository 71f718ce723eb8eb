/** Roles of people in the database: organizations, memberships, and what an invitation or an issuer's claims make of them. */
import type { PersonRole } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';

/** A role, the organization it is held for, and its scope. */
export interface GivenRole {
  readonly role: PersonRole;
  readonly stateFips: string;
  readonly organization: string;
  /** For a district. */
  readonly leaId: string | undefined;
  /** For a provider. */
  readonly providerId: number | undefined;
}

export interface RoleRow {
  readonly role: PersonRole;
  readonly state_fips: string;
  readonly lea_id: string | null;
  readonly provider_id: number | null;
}

/** Number of an organization of that name in the state; makes it when it is new. @throws Refusal 422 when it is another district or provider */
export async function organizationNamed(tx: Tx, { organization, stateFips, leaId, providerId }: GivenRole) {
  const name = organization.trim();
  await tx.run(
    `insert into accounts.organizations (state_fips, name, lea_id, provider_id)
     values ($1, $2, $3, $4)
     on conflict do nothing`,
    [stateFips, name, leaId ?? null, providerId ?? null],
  );
  const found = await tx.one<{ id: number; lea_id: string | null; provider_id: number | null }>(
    'select id, lea_id, provider_id from accounts.organizations where state_fips = $1 and lower(name) = lower($2)',
    [stateFips, name],
  );
  const isOther =
    (leaId !== undefined && found.lea_id !== leaId) || (providerId !== undefined && found.provider_id !== providerId);
  if (isOther) throw refusal('invitation.other-scope', 422, { organization: name });
  return found.id;
}

interface Given {
  readonly source: 'invitation' | 'claims' | 'demo';
  /** Of claims. */
  readonly issuer?: string;
}

/** Gives a person a role, once. @returns number of the membership, and whether it is new */
export async function giveRole(tx: Tx, personId: number, given: GivenRole, { source, issuer }: Given) {
  const values = [
    personId,
    await organizationNamed(tx, given),
    given.role,
    given.stateFips,
    given.leaId ?? null,
    given.providerId ?? null,
    source,
    issuer ?? null,
  ];
  const added = await tx.run(
    `insert into accounts.memberships (person_id, organization_id, role, state_fips, lea_id, provider_id, source, issuer)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing`,
    values,
  );
  const { id } = await tx.one<{ id: number }>(
    `select id
     from accounts.memberships
     where person_id = $1
       and organization_id = $2
       and role = $3
       and state_fips = $4
       and lea_id is not distinct from $5
       and provider_id is not distinct from $6
       and source = $7
       and issuer is not distinct from $8
       and ended_at is null`,
    values,
  );
  return { id, isNew: added > 0 };
}

/** Gives what an issuer's claims give now, and ends what they gave before. */
export async function keepToClaims(tx: Tx, personId: number, issuer: string, roles: readonly GivenRole[]) {
  const good: number[] = [];
  for (const given of roles) good.push((await giveRole(tx, personId, given, { source: 'claims', issuer })).id);
  await tx.run(
    `update accounts.memberships
     set ended_at = now()
     where person_id = $1
       and source = 'claims'
       and issuer = $2
       and ended_at is null
       and not id = any ($3)`,
    [personId, issuer, good],
  );
}
