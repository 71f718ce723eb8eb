/** The frame of every page of text and tables: its title, its links, one column. */
import './document.css';
import { type ReactNode, useEffect } from 'react';
import { isSealedAt } from '../../../server/domain/pages.ts';
import { ABOUT } from '../lib/route.ts';
import { useIsSynthetic } from '../lib/session.ts';
import { aboutRoute, STARTS } from '../lib/starts.ts';
import { useMessages } from '../lib/use-messages.ts';
import { PageLink } from './PageLink.tsx';
import { PageLinks } from './PageLinks.tsx';
import { RoomLinks } from './RoomLinks.tsx';
import { SignedIn } from './SignedIn.tsx';

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
        <h1 translate={isName ? 'no' : undefined}>{title}</h1>
        {typeof lead === 'string' ? <p className="lead">{lead}</p> : <div className="lead">{lead}</div>}
        {children}
      </main>
      <footer className="document-foot">
        <nav aria-label={messages.about.label}>
          <ul>
            {ABOUT.map((page) => (
              <li key={page}>
                <PageLink to={aboutRoute(page)}>{messages.about[page]}</PageLink>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </div>
  );
}
