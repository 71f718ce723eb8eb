/** The frame of every page of text and tables: its title, its links, one column. */
import './document.css';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { isSealedAt, pageAt } from '../../../server/domain/pages.ts';
import { ABOUT } from '../lib/route.ts';
import { useIsSynthetic } from '../lib/session.ts';
import { aboutRoute, STARTS } from '../lib/starts.ts';
import { useMessages } from '../lib/use-messages.ts';
import { useView } from '../lib/views.ts';
import { PageLink } from './PageLink.tsx';
import { PageLinks } from './PageLinks.tsx';
import { RoomLinks } from './RoomLinks.tsx';
import { SignedIn } from './SignedIn.tsx';

const StateLine = lazy(() => import('./StateLine.tsx').then(({ StateLine: made }) => ({ default: made })));
/** Pages of a whole state; those of a place say where it is. */
const OF_A_STATE: readonly (string | undefined)[] = ['places', 'change', 'privacy', 'method', 'devices'];

export interface DocumentPageProps {
  readonly title: string;
  /** The title is a name, to be left untranslated. */
  readonly isName?: boolean;
  /** One or two sentences under the title: the purpose of the page. */
  readonly lead: ReactNode;
  readonly children: ReactNode;
  /** True: the content is synthetic, as in the demo. Without it, as what is published. */
  readonly synthetic?: boolean;
}

export function DocumentPage({ title, isName = false, lead, children, synthetic }: DocumentPageProps) {
  const messages = useMessages();
  useEffect(() => {
    document.title = `${title} · Gapmap`;
  }, [title]);
  const { state } = useView();
  // A sealed page sends nothing, not even the question who is here.
  const isSealed = isSealedAt(location.pathname);
  const isSynthetic = useIsSynthetic(isSealed || synthetic !== undefined);
  return (
    <div className="document">
      <a className="skip" href="#content">
        {messages.skipToContent}
      </a>
      <header className="document-head">
        <PageLink className="document-home" to={STARTS.map} translate="no">
          Gapmap
        </PageLink>
        <PageLinks />
        {(synthetic ?? isSynthetic) && <p className="document-synthetic">{messages.synthetic}</p>}
        {!isSealed && (
          <>
            <RoomLinks />
            <SignedIn />
          </>
        )}
      </header>
      <main id="content" className="document-main">
        {state && OF_A_STATE.includes(pageAt(location.pathname)) && (
          <Suspense>
            <StateLine state={state} />
          </Suspense>
        )}
        <h1 translate={isName ? 'no' : undefined}>{title}</h1>
        {typeof lead === 'string' ? <p className="lead">{lead}</p> : <div className="lead">{lead}</div>}
        {children}
      </main>
      <footer className="document-foot">
        <nav aria-label={messages.about.label}>
          <ul>
            {ABOUT.map((page) => (
              <li key={page}>
                <PageLink to={aboutRoute(page, state)}>{messages.about[page]}</PageLink>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </div>
  );
}
