/** The roles that an issuer's claims give. */
import type { ClaimedRole } from './setting.ts';

/** @param claims of the ID token and of the issuer's answer about the person */
export function rolesClaimed(roles: readonly ClaimedRole[], claims: Readonly<Record<string, unknown>>): ClaimedRole[] {
  return roles.filter(({ claim, value }) => has(claims[claim], value));
}

function has(claimed: unknown, value: string): boolean {
  if (Array.isArray(claimed)) return claimed.includes(value);
  return claimed === value;
}
