/** Which page an address opens. The map and its table come with the shell; pages of words come when asked for. */
import { type ComponentType, lazy, Suspense } from 'react';
import { useMessages } from '../lib/use-messages.ts';
import { App } from './App.tsx';

const DOCUMENTS: Readonly<Record<string, ComponentType>> = {
  '/collect': lazy(() => import('../features/collect/CollectPage.tsx')),
  '/collect/prepare': lazy(() => import('../features/prepare/PreparePage.tsx')),
  '/privacy': lazy(() => import('../features/privacy/PrivacyPage.tsx')),
};

export function PageAt({ path }: { readonly path: string }) {
  const messages = useMessages();
  const Document = DOCUMENTS[path];
  if (!Document) return <App />;
  return (
    <Suspense fallback={<p className="document-main note">{messages.onItsWay}</p>}>
      <Document />
    </Suspense>
  );
}
