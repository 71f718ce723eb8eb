/** One map on a page: its view, its hexes, its commands, and the hex pointed at. A page may hold several. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ViewStore } from '../lib/views.ts';
import { AreasSeen } from './areas-seen.ts';
import { Commands } from './commands.ts';
import { type HexState, HexStore } from './hex-store.ts';
import { Pointed } from './pointed.ts';
import type { HexInfo } from './protocol.ts';

export interface MapSession {
  readonly views: ViewStore;
  readonly hexes: HexStore;
  readonly commands: Commands;
  readonly pointed: Pointed;
  readonly areasSeen: AreasSeen;
}

export function createMapSession(views: ViewStore): MapSession {
  return { views, hexes: new HexStore(), commands: new Commands(), pointed: new Pointed(), areasSeen: new AreasSeen() };
}

export const SessionContext = createContext<MapSession | undefined>(undefined);

/** @throws Error outside of a `MapSessionProvider` */
export function useMapSession(): MapSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No map session here.');
  return session;
}

export function useHexes(): HexState {
  const { subscribe, get } = useMapSession().hexes;
  return useSyncExternalStore(subscribe, get);
}

export function usePointed(): HexInfo | undefined {
  const { subscribe, get } = useMapSession().pointed;
  return useSyncExternalStore(subscribe, get);
}

export function useAreasSeen(): readonly string[] | undefined {
  const { subscribe, get } = useMapSession().areasSeen;
  return useSyncExternalStore(subscribe, get);
}
