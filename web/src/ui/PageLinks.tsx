/** Navigation on any page: the other pages, and the same page in another language. */
import './page-links.css';
import { pageAt } from '../../../server/domain/pages.ts';
import { type Route, STARTS } from '../lib/route.ts';
import { useMessages } from '../lib/use-messages.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PageLink } from './PageLink.tsx';

type Linked = keyof typeof STARTS;

/** In display order. */
const LINKED = Object.keys(STARTS) as readonly Linked[];
/** Rooms of a state's staff: the map's panel leads there in the agency's view, and each to the other. */
const OF_STAFF: readonly string[] = ['workbench', 'devices', 'blueprint'] satisfies Linked[];

export interface PageLinksProps {
  /** The page already open. */
  readonly without?: Linked;
  /** Routes with more than the page's name. */
  readonly routes?: { readonly [Page in Linked]?: Route };
}

export function PageLinks({ without, routes = {} }: PageLinksProps) {
  const messages = useMessages();
  const here = pageAt(location.pathname);
  const isLinked = (page: Linked) => page !== without && (!OF_STAFF.includes(page) || OF_STAFF.includes(here ?? ''));
  return (
    <nav className="page-links" aria-label={messages.pages}>
      <ul>
        {LINKED.filter(isLinked).map((page) => (
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
