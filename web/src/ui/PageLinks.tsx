/** Where one can go from any page: the pages there are, and the same page in another language. */
import { useMessages } from '../lib/use-messages.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

const PAGES = [
  { href: '/', name: 'map' },
  { href: '/collect/prepare', name: 'prepare' },
  { href: '/collect', name: 'collection' },
  { href: '/privacy', name: 'privacy' },
] as const;

export type PagePath = (typeof PAGES)[number]['href'];

export interface PageLinksProps {
  /** A page that one is on anyway. */
  readonly without?: PagePath;
  /** Addresses that say more than which page. */
  readonly addresses?: Partial<Record<PagePath, string>>;
}

export function PageLinks({ without, addresses = {} }: PageLinksProps) {
  const messages = useMessages();
  return (
    <nav className="page-links" aria-label={messages.pages}>
      <ul>
        {PAGES.filter(({ href }) => href !== without).map(({ href, name }) => (
          <li key={href}>
            <a href={addresses[href] ?? href} aria-current={location.pathname === href ? 'page' : undefined}>
              {messages[name]}
            </a>
          </li>
        ))}
        <li>
          <LanguageSwitch />
        </li>
      </ul>
    </nav>
  );
}
