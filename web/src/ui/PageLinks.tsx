/** Where one can go from any page: the pages there are. */
const PAGES = [
  { href: '/', words: 'Map' },
  { href: '/collect/prepare', words: 'Prepare a file' },
  { href: '/collect', words: 'Collection' },
  { href: '/privacy', words: 'How accurate is this' },
] as const;

export type PagePath = (typeof PAGES)[number]['href'];

export interface PageLinksProps {
  /** A page that one is on anyway. */
  readonly without?: PagePath;
  /** Addresses that say more than which page. */
  readonly addresses?: Partial<Record<PagePath, string>>;
}

export function PageLinks({ without, addresses = {} }: PageLinksProps) {
  return (
    <nav className="page-links" aria-label="Pages">
      <ul>
        {PAGES.filter(({ href }) => href !== without).map(({ href, words }) => (
          <li key={href}>
            <a href={addresses[href] ?? href} aria-current={location.pathname === href ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
