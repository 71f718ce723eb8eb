/** People who have signed in, for tests of what they may ask. */
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../server/deps.ts';
import type { PersonRole } from '../../server/domain/actor.ts';
import { secretHash } from '../../server/features/accounts/index.ts';
import { giveRole } from '../../server/features/people/roles.ts';
import { OWN_PAGE } from './enter.ts';

interface Person {
  readonly role: PersonRole;
  /** @default '54' */
  readonly stateFips?: string;
  readonly leaId?: string;
  readonly providerId?: number;
  readonly name?: string;
  readonly organization?: string;
}

/** @returns headers of a request from one of our pages, in the person's session, with the numbers that the database gave */
export async function signedInAs({ db }: Pick<Deps, 'db'>, { role, stateFips = '54', ...person }: Person) {
  const id = randomBytes(24).toString('base64url');
  const { name = `A ${role}`, organization = `Office of ${role} ${person.leaId ?? person.providerId ?? ''}` } = person;
  const given = { role, stateFips, organization, leaId: person.leaId, providerId: person.providerId };
  const numbers = await db.asOwner(async (tx) => {
    const { id: personId } = await tx.one<{ id: number }>(
      'insert into accounts.people (name) values ($1) returning id',
      [name],
    );
    const { id: membershipId } = await giveRole(tx, personId, given, { source: 'invitation' });
    const { id: sessionId } = await tx.one<{ id: number }>(
      `insert into accounts.sessions (hash, browser, expires_at, idle, person_id, membership_id)
       values ($1, 'Firefox/Windows', now() + interval '12 hours', interval '30 minutes', $2, $3)
       returning id`,
      [secretHash(id), personId, membershipId],
    );
    return { personId, membershipId, sessionId };
  });
  return { headers: { cookie: `gapmap=${id}`, ...OWN_PAGE }, ...numbers };
}
