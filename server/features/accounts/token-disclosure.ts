/** A token in the log of disclosures. */
import { stateOf } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { BASIS, type OwnDisclosure } from '../disclosures/index.ts';
import type { TokenRequest } from './token-request.ts';

export async function disclosureOf(tx: Tx, request: TokenRequest, days: number): Promise<OwnDisclosure> {
  const { role, label } = request;
  const entry = { kind: 'access' as const, who: label.trim(), audience: role, stateFips: stateOf(request) ?? '' };
  const time = days === 1 ? '1 day' : `${days} days`;
  switch (role) {
    case 'coordinator':
      return { ...entry, what: `a link to run collections, ${time}`, basis: BASIS.operational };
    case 'district':
      return {
        ...entry,
        what: `a link for ${named('district', request.leaId, await districtNamed(tx, request.leaId))}, ${time}`,
        basis: BASIS.own,
      };
    case 'agency':
      return { ...entry, what: `a link to the agency view, ${time}`, basis: BASIS.deIdentified };
    case 'provider':
      return {
        ...entry,
        what: `a link to the view of ${named('provider', request.providerId, await providerNamed(tx, request.providerId))}, ${time}`,
        basis: BASIS.deIdentified,
      };
  }
}

/** "Ash County Schools (district 5400030)", or "district 5400030" where no name is known. */
function named(kind: string, id: string | number, name: string | undefined): string {
  return name ? `${name} (${kind} ${id})` : `${kind} ${id}`;
}

async function districtNamed(tx: Tx, leaId: string): Promise<string | undefined> {
  const place = await tx.maybe<{ name: string }>(
    "select name from places.places where kind = 'school_district' and id = $1",
    [leaId],
  );
  return place?.name;
}

async function providerNamed(tx: Tx, providerId: number): Promise<string | undefined> {
  const provider = await tx.maybe<{ name: string }>('select name from coverage.providers where provider_id = $1', [
    providerId,
  ]);
  return provider?.name;
}
