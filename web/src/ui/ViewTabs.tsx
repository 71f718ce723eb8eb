import './view-tabs.css';
import type { Route } from '../lib/route.ts';
import { PageLink } from './PageLink.tsx';

interface ViewTabsProps<View extends string> {
  readonly label: string;
  readonly views: readonly View[];
  readonly shown: View;
  readonly words: Readonly<Record<View, string>>;
  readonly to: (view: View) => Route;
}

/** Views of a page: links, not buttons, so that one can be shared and opened beside another. */
export function ViewTabs<View extends string>({ label, views, shown, words, to }: ViewTabsProps<View>) {
  return (
    <nav className="view-tabs" aria-label={label}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <PageLink to={to(view)} aria-current={view === shown ? 'page' : undefined}>
              {words[view]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
