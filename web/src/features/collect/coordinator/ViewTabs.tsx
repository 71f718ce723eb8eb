import { COLLECT_VIEWS, type CollectPlace, type CollectView } from '../../../lib/collect-place.ts';
import { PageLink } from '../../../ui/PageLink.tsx';

const VIEW_WORDS: Record<CollectView, string> = {
  districts: 'Districts',
  answers: 'Answers',
  kit: 'Survey kit',
  disclosures: 'Disclosure log',
};

/** Links, so that a view can be sent to a colleague and opened beside another. */
export function ViewTabs({ place }: { readonly place: CollectPlace }) {
  return (
    <nav className="view-tabs" aria-label="Of the collection">
      <ul>
        {COLLECT_VIEWS.map((view) => (
          <li key={view}>
            <PageLink
              to={{ page: 'collect', place: { ...place, view } }}
              aria-current={place.view === view ? 'page' : undefined}
            >
              {VIEW_WORDS[view]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
