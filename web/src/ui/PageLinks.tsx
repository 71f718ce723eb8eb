/** Navigation on any page: the other pages, and the same page in another language. */
import './page-links.css';
import { pageAt } from '../../../server/domain/pages.ts';
import { FOR_EVERYBODY } from '../lib/rooms.ts';
import { type Route, START } from '../lib/route.ts';
import { useKnownAudience } from '../lib/session.ts';
import { startsIn } from '../lib/starts.ts';
import { useMessages } from '../lib/use-messages.ts';
import { useView } from '../lib/views.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LinkRow } from './LinkRow.tsx';
import { PageLink } from './PageLink.tsx';

type Linked = (typeof FOR_EVERYBODY)[number];

export interface PageLinksProps {
  /** The page already open. */
  readonly without?: Linked;
  /** Routes with more than the page's name. */
  readonly routes?: { readonly [Page in Linked]?: Route };
}

export function PageLinks({ without, routes = {} }: PageLinksProps) {
  const messages = useMessages();
  const audience = useKnownAudience();
  const { state } = useView();
  const view = { ...START, audience, ...(state ? { state } : {}) };
  const starts: Readonly<Record<Linked, Route>> = { ...startsIn(state), map: { page: 'map', view } };
  const here = pageAt(location.pathname);
  return (
    <LinkRow label={messages.pages} end={<LanguageSwitch />}>
      {FOR_EVERYBODY.filter((page) => page !== without).map((page) => (
        <li key={page}>
          <PageLink to={routes[page] ?? starts[page]} aria-current={here === page ? 'page' : undefined}>
            {messages[page]}
          </PageLink>
        </li>
      ))}
    </LinkRow>
  );
}
