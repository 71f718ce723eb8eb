/** The address of this page, as React state. */
import { useMemo } from 'react';
import { goToAddress, type How, useAddress } from '../../lib/location.ts';
import { addressWith, type Wanted, wantedOf } from './wanted.ts';

export function useWanted(): Wanted {
  const address = useAddress();
  return useMemo(() => wantedOf(new URL(address)), [address]);
}

export function want(change: Partial<Wanted>, how?: How): void {
  goToAddress(addressWith(new URL(location.href), change), how);
}
