import type { Edition } from './api.ts';
import { useAddress } from './location.ts';
import { useEdition } from './queries.ts';
import { ownAudience, useMe } from './session.ts';

/** The edition in the address; where it names no view, in the finest that the reader may have. Undefined while that is asked. */
export function useOwnEdition(): Edition | undefined {
  const edition = useEdition();
  const isNamed = new URL(useAddress()).searchParams.has('audience');
  const { data: me, isError } = useMe();
  if (isNamed || isError) return edition;
  return me && { ...edition, audience: ownAudience(me) };
}
