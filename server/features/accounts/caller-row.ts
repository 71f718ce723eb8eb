/** Role and scope as tables keep them, and the caller they make. */
import type { Caller, PersonRole, TokenHolder } from '../../domain/actor.ts';

interface Scope {
  /** Null: a token made before tokens had states; it opens nothing. */
  readonly state_fips: string | null;
  readonly lea_id: string | null;
  readonly provider_id: number | null;
}

/** @throws Error for a scope that no table lets in */
export function holderOf({ role, ...scope }: Scope & { readonly role: TokenHolder['role'] }): TokenHolder {
  const { state_fips: stateFips, lea_id: leaId, provider_id: providerId } = scope;
  if (stateFips === null) throw new Error('a token without a state');
  switch (role) {
    case 'agency':
    case 'coordinator':
      return { role, stateFips };
    case 'provider':
      if (providerId === null) throw new Error('a provider without its id');
      return { role, stateFips, providerId };
    case 'district':
      if (leaId === null) throw new Error('a district without its LEAID');
      return { role, leaId };
  }
}

/** Of a link or a person's role. @throws Error for a scope that no table lets in */
export function callerIn({ role, ...scope }: Scope & { readonly role: TokenHolder['role'] | PersonRole }): Caller {
  const { state_fips: stateFips } = scope;
  switch (role) {
    case 'sea':
      return holderOf({ role: 'agency', ...scope });
    case 'puc':
    case 'admin':
    case 'viewer':
      if (stateFips === null) throw new Error('a person without a state');
      return { role, stateFips };
    default:
      return holderOf({ role, ...scope });
  }
}
