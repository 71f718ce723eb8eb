import { COLLECT_VIEWS, type CollectPlace } from '../../../lib/collect-place.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { PageLink } from '../../../ui/PageLink.tsx';
import { collectMessages } from '../messages.ts';

/** Links, not buttons, so that a view can be shared and opened beside another. */
export function ViewTabs({ place }: { readonly place: CollectPlace }) {
  const messages = useCatalog(collectMessages).coordinator;
  return (
    <nav className="view-tabs" aria-label={messages.viewsOf}>
      <ul>
        {COLLECT_VIEWS.map((view) => (
          <li key={view}>
            <PageLink
              to={{ page: 'collect', place: { ...place, view } }}
              aria-current={place.view === view ? 'page' : undefined}
            >
              {messages.views[view]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
