/** Where one can go from any page: the pages there are, and the same page in another language. */
import './page-links.css';
import { pageAt } from '../../../server/domain/pages.ts';
import { type Route, STARTS } from '../lib/route.ts';
import { useMessages } from '../lib/use-messages.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PageLink } from './PageLink.tsx';

type Linked = keyof typeof STARTS;

/** In the order they are listed. */
const LINKED = Object.keys(STARTS) as readonly Linked[];

export interface PageLinksProps {
  /** A page that one is on anyway. */
  readonly without?: Linked;
  /** Routes that say more than which page. */
  readonly routes?: { readonly [Page in Linked]?: Route };
}

export function PageLinks({ without, routes = {} }: PageLinksProps) {
  const messages = useMessages();
  const here = pageAt(location.pathname);
  return (
    <nav className="page-links" aria-label={messages.pages}>
      <ul>
        {LINKED.filter((page) => page !== without).map((page) => (
          <li key={page}>
            <PageLink to={routes[page] ?? STARTS[page]} aria-current={here === page ? 'page' : undefined}>
              {messages[page]}
            </PageLink>
          </li>
        ))}
        <li>
          <LanguageSwitch />
        </li>
      </ul>
    </nav>
  );
}
