/** Addresses that a provider's people want written to: row level security shows them to nobody else. */
import type { Resident } from '../../domain/actor.ts';
import { isMailAddress } from '../../domain/mail-address.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { lockWords } from '../../platform/locks.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import type { Alert, AlertBody } from './contract.ts';

/** Of one provider: enough for its people, and no list to write to strangers by. */
const MOST_ALERTS = 10;

export async function alertsOf(tx: Tx): Promise<Alert[]> {
  const rows = await tx.rows<Omit<Alert, 'addedAt'> & { addedAt: Date }>(
    'select id, email, language, miles, added_at as "addedAt" from rooms.alerts order by id',
  );
  return rows.map(({ addedAt, ...alert }) => ({ ...alert, addedAt: addedAt.toISOString() }));
}

/** @throws Refusal when it is no address, is written to already, or there are enough */
export async function addAlert(db: Db, resident: Resident, { doer, ...body }: AlertBody & { readonly doer: Doer }) {
  const { language, miles } = body;
  const email = body.email.trim();
  if (!isMailAddress(email)) throw refusal('room.alert-address', 422);
  return db.as(resident, async (tx) => {
    await lockWords(tx, 'alert added', `${resident.stateFips} ${resident.providerId}`);
    const known = await alertsOf(tx);
    if (known.some((alert) => alert.email.toLowerCase() === email.toLowerCase()))
      throw refusal('room.alert-known', 409);
    if (known.length >= MOST_ALERTS) throw refusal('room.alerts-enough', 409, { most: MOST_ALERTS });
    const { id } = await tx.one<{ id: number }>(
      'insert into rooms.alerts (email, language, miles) values ($1, $2, $3) returning id',
      [email, language, miles],
    );
    // Never its address: administrators of the state read the log.
    await recordAct(tx, doer, { did: 'rooms.alert-added', thing: `alert ${id}` });
    return alertsOf(tx);
  });
}

/** @throws Refusal 404 */
export function endAlert(db: Db, resident: Resident, id: number, doer: Doer): Promise<Alert[]> {
  return db.as(resident, async (tx) => {
    const gone = await tx.run('delete from rooms.alerts where id = $1', [id]);
    if (gone === 0) throw refusal('room.alert-unknown', 404);
    await recordAct(tx, doer, { did: 'rooms.alert-ended', thing: `alert ${id}` });
    return alertsOf(tx);
  });
}
