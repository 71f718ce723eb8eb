/** What an administrator sees of the people of a state, and ends. Row level security keeps each query within the state. */
import type { Admin, PersonRole } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';

export interface OpenInvitation {
  readonly id: number;
  readonly label: string;
  readonly organization: string;
  readonly role: PersonRole;
  readonly expiresAt: Date;
}

export interface HeldRole {
  readonly id: number;
  readonly name: string;
  readonly organization: string;
  readonly role: PersonRole;
  readonly source: 'invitation' | 'claims' | 'demo';
  readonly since: Date;
}

export interface OpenSession {
  readonly id: number;
  readonly name: string;
  readonly organization: string;
  /** What `browserKind` returned. */
  readonly browser: string;
  readonly begunAt: Date;
}

export interface People {
  readonly invitations: readonly OpenInvitation[];
  readonly roles: readonly HeldRole[];
  readonly sessions: readonly OpenSession[];
}

export function peopleOf(db: Db, admin: Admin): Promise<People> {
  return db.as(admin, async (tx) => ({
    invitations: await tx.rows<OpenInvitation>(
      `select i.id, i.label, o.name as organization, i.role, i.expires_at as "expiresAt"
       from accounts.invitations i
       join accounts.organizations o on o.id = i.organization_id
       where i.accepted_at is null
         and i.revoked_at is null
         and i.expires_at > now()
       order by i.id desc`,
    ),
    roles: await tx.rows<HeldRole>(
      `select m.id, p.name, o.name as organization, m.role, m.source, m.made_at as since
       from accounts.memberships m
       join accounts.people p on p.id = m.person_id
       join accounts.organizations o on o.id = m.organization_id
       where m.ended_at is null
       order by lower(o.name), lower(p.name), m.id`,
    ),
    sessions: await tx.rows<OpenSession>(
      `select s.id, p.name, o.name as organization, s.browser, s.begun_at as "begunAt"
       from accounts.sessions s
       join accounts.people p on p.id = s.person_id
       join accounts.memberships m on m.id = s.membership_id
       join accounts.organizations o on o.id = m.organization_id
       where m.ended_at is null
         and s.expires_at > now()
         and (s.idle is null or s.used_at > now() - s.idle)
       order by s.used_at desc, s.id desc`,
    ),
  }));
}

/** @throws Refusal 404 when no such invitation of the state is open */
export function endInvitation(db: Db, admin: Admin, id: number, doer: Doer): Promise<void> {
  return db.as(admin, async (tx) => {
    const ended = await tx.run(
      `update accounts.invitations
       set revoked_at = now()
       where id = $1
         and accepted_at is null
         and revoked_at is null
         and expires_at > now()`,
      [id],
    );
    if (ended === 0) throw refusal('invitation.unknown', 404);
    await recordAct(tx, doer, { did: 'people.invitation-ended', thing: `invitation ${id}` });
  });
}

/** Its sessions end with it. @throws Refusal 404 when no such role of the state is good, 409 for the last administrator's */
export function endRole(db: Db, admin: Admin, id: number, doer: Doer): Promise<void> {
  return db.as(admin, async (tx) => {
    await refuseLastAdmin(tx, id);
    const ended = await tx.maybe<{ role: string; name: string }>(
      `update accounts.memberships m
       set ended_at = now()
       from accounts.people p
       where m.id = $1
         and m.ended_at is null
         and p.id = m.person_id
       returning m.role, p.name`,
      [id],
    );
    if (!ended) throw refusal('membership.unknown', 404);
    await recordAct(tx, doer, {
      did: 'people.role-ended',
      thing: `role ${id}, ${ended.role}, of ${ended.name}`,
    });
  });
}

/** The lock makes two administrators who end each other's role at once take turns. */
async function refuseLastAdmin(tx: Tx, id: number): Promise<void> {
  const admins = await tx.rows<{ id: number }>(
    "select id from accounts.memberships where role = 'admin' and ended_at is null order by id for update",
  );
  if (admins.length === 1 && admins[0]?.id === id) throw refusal('membership.last-admin', 409);
}

/** @throws Refusal 404 when nobody of the state has such a session */
export function endSessionOf(db: Db, admin: Admin, id: number, doer: Doer): Promise<void> {
  return db.as(admin, async (tx) => {
    if ((await tx.run('delete from accounts.sessions where id = $1', [id])) === 0)
      throw refusal('access.no-such-session', 404);
    await recordAct(tx, doer, { did: 'people.session-ended', thing: `session ${id}` });
  });
}
