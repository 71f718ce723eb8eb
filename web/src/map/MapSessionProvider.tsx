import { type ReactNode, useEffect, useState } from 'react';
import { type ViewStore, ViewsProvider } from '../lib/views.ts';
import { createMapSession, SessionContext } from './session.ts';

/** Provides one map session to everything inside. Its worker ends when the map leaves the page. */
export function MapSessionProvider({ views, children }: { readonly views: ViewStore; readonly children: ReactNode }) {
  const [session] = useState(() => createMapSession(views));
  useEffect(() => () => session.hexes.end(), [session]);
  return (
    <ViewsProvider value={session.views}>
      <SessionContext value={session}>{children}</SessionContext>
    </ViewsProvider>
  );
}
