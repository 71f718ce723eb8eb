/** Invitations: a link by which one person takes up one role, once, within some days. */
import { randomBytes } from 'node:crypto';
import { Value } from 'typebox/value';
import { PERSON_ROLES, type PersonRole } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { RowId } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import { secretHash } from '../accounts/index.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { type GivenRole, organizationNamed, type RoleRow } from './roles.ts';

export interface Invitation extends GivenRole {
  readonly id: number;
  /** Whom it is for. */
  readonly label: string;
  readonly expiresAt: Date;
}

export interface Wish extends GivenRole {
  readonly label: string;
}

export interface NewInvitation {
  readonly id: number;
  /** Path of the page that asks whether to take it up. Available only now: the database keeps its hash. */
  readonly link: string;
  readonly expiresAt: Date;
}

/** Makes ours recognizable to scanners for leaked secrets. */
const PREFIX = 'gapmap_invitation_';
const SECRET = /^gapmap_invitation_[\w-]{43}$/;
const DAYS = 14;

/** @throws Refusal 422 invitation.* for what no role has */
export async function invite(tx: Tx, wish: Wish, doer: Doer): Promise<NewInvitation> {
  refuseUnlikely(wish);
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const organizationId = await organizationNamed(tx, wish);
  const { id, expires_at: expiresAt } = await tx.one<{ id: number; expires_at: Date }>(
    `insert into accounts.invitations (hash, organization_id, role, state_fips, lea_id, provider_id, label, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))
     returning id, expires_at`,
    [
      secretHash(secret),
      organizationId,
      wish.role,
      wish.stateFips,
      wish.leaId ?? null,
      wish.providerId ?? null,
      wish.label.trim(),
      DAYS,
    ],
  );
  await recordAct(tx, doer, { did: 'people.invited', thing: `invitation ${id}, as ${wish.role}`, note: wish.label });
  return { id, link: `/invite/${secret}`, expiresAt };
}

function refuseUnlikely({ role, stateFips, leaId, providerId, label, organization }: Wish): void {
  const isLeaId = leaId !== undefined && /^\d{7}$/.test(leaId) && leaId.startsWith(stateFips);
  const isProvider = Value.Check(RowId, providerId);
  if (role === 'district' ? !isLeaId : leaId !== undefined) throw refusal('invitation.lea-id', 422);
  if (role === 'provider' ? !isProvider : providerId !== undefined) throw refusal('invitation.provider-id', 422);
  if (label.trim() === '' || label.length > 100) throw refusal('invitation.label', 422);
  if (organization.trim() === '' || organization.length > 200) throw refusal('invitation.organization', 422);
}

/** @throws Refusal 422 for text that is no role */
export function personRole(text: string): PersonRole {
  const role = PERSON_ROLES.find((one) => one === text);
  if (role) return role;
  throw refusal('invitation.role', 422, { roles: PERSON_ROLES.join(', ') });
}

/** Hash of an invitation's secret. @throws Refusal 410 for what cannot be one */
export function invitationHash(secret: string): Buffer {
  if (!SECRET.test(secret)) throw refusal('invitation.dead', 410);
  return secretHash(secret);
}

interface InvitationRow extends RoleRow {
  readonly id: number;
  readonly organization: string;
  readonly label: string;
  readonly expires_at: Date;
}

const OPEN = 'accepted_at is null and revoked_at is null and expires_at > now()';

/** What an invitation offers. @throws Refusal 410 when it is no longer open */
export async function openInvitation(db: Db, hash: Buffer): Promise<Invitation> {
  const row = await db.as({ role: 'doorkeeper' }, (tx) =>
    tx.maybe<InvitationRow>(
      `select i.id, i.role, i.state_fips, i.lea_id, i.provider_id, o.name as organization, i.label, i.expires_at
       from accounts.invitations i
       join accounts.organizations o on o.id = i.organization_id
       where i.hash = $1
         and ${OPEN}`,
      [hash],
    ),
  );
  if (!row) throw refusal('invitation.dead', 410);
  return invitationOf(row);
}

/** Takes it up: nobody else can. @throws Refusal 410 when it is no longer open */
export async function takeInvitation(tx: Tx, hash: Buffer): Promise<Invitation> {
  const row = await tx.maybe<InvitationRow>(
    `update accounts.invitations i
     set accepted_at = now()
     from accounts.organizations o
     where i.hash = $1
       and o.id = i.organization_id
       and ${OPEN}
     returning i.id, i.role, i.state_fips, i.lea_id, i.provider_id, o.name as organization, i.label, i.expires_at`,
    [hash],
  );
  if (!row) throw refusal('invitation.dead', 410);
  return invitationOf(row);
}

function invitationOf({ state_fips, lea_id, provider_id, expires_at, ...row }: InvitationRow): Invitation {
  return {
    ...row,
    stateFips: state_fips,
    leaId: lea_id ?? undefined,
    providerId: provider_id ?? undefined,
    expiresAt: expires_at,
  };
}
