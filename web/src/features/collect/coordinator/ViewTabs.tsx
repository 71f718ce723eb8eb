import type { MouseEvent } from 'react';
import { goTo } from '../address.ts';
import { addressOf, type Place, VIEWS, type View } from '../place.ts';

const VIEW_WORDS: Record<View, string> = {
  districts: 'Districts',
  answers: 'Answers',
  kit: 'Survey kit',
  disclosures: 'Disclosure log',
};

/** Links, so that a view can be sent to a colleague and opened beside another. */
export function ViewTabs({ place }: { readonly place: Place }) {
  const follow = (event: MouseEvent, view: View) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo({ ...place, view });
  };
  return (
    <nav className="view-tabs" aria-label="Of the collection">
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <a
              href={addressOf({ ...place, view })}
              aria-current={place.view === view ? 'page' : undefined}
              onClick={(event) => follow(event, view)}
            >
              {VIEW_WORDS[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
