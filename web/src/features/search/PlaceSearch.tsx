/** Find a county, a district or a town: a combobox after the ARIA Authoring Practices, list below the field. */
import './search.css';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { isChamberDistrict, memberTitle } from '../../../../server/domain/chamber.ts';
import type { PanelMessages } from '../../../../server/domain/messages/en/map/panel.ts';
import type { MemberTitles } from '../../../../server/domain/messages/en/member-titles.ts';
import type { PlaceFound } from '../../lib/api.ts';
import { type StateShown, useStates } from '../../lib/edition.ts';
import { mapMessages } from '../../lib/messages.ts';
import { placeName } from '../../lib/place-name.ts';
import { usePlaceSearch } from '../../lib/queries.ts';
import { useAskedAgain } from '../../lib/query-client.ts';
import { useLate } from '../../lib/use-late.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { placeKind } from '../../lib/words.ts';
import { type MapSession, useMapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';

/** Answers that come sooner need no word. */
const NOTICED_MS = 800;

export function PlaceSearch() {
  const session = useMapSession();
  const { search: messages } = useCatalog(mapMessages);
  const { askedAgain } = useMessages();
  const isAskedAgain = useAskedAgain();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(text.trim());
  const { data, isError, isFetching } = usePlaceSearch(asked);
  const isSearching = useLate(asked !== '' && isFetching, NOTICED_MS);
  const states = useStates();
  const id = useId();
  const places = asked && data ? data.places : [];

  const choose = (place: PlaceFound) => {
    setText(placeName(place));
    setOpen(false);
    void showPlace(session, place, states.length > 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + by + places.length) % Math.max(1, places.length));
    } else if (event.key === 'Enter') {
      const place = places[active];
      if (place) choose(place);
    } else if (event.key === 'Escape' && (isOpen || text)) {
      event.stopPropagation();
      if (!isOpen) setText('');
      setOpen(false);
    }
  };
  return (
    <search className="search">
      <label className="sr-only" htmlFor={`${id}-field`}>
        {messages.find}
      </label>
      <input
        id={`${id}-field`}
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder={messages.find}
        aria-expanded={isOpen && places.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && places[active] ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={messages.found} hidden={!isOpen || places.length === 0}>
        {places.map((place, number) => (
          // biome-ignore lint/a11y/useFocusableInteractive: see the list
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field
          <div
            key={`${place.kind}:${place.id}`}
            id={`${id}-${number}`}
            role="option"
            aria-selected={number === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <span translate="no">{[placeName(place), ...membersOf(place, messages.titles)].join(', ')}</span>
            <span className="option-kind">{kindOf(place, messages, states)}</span>
          </div>
        ))}
      </div>
      <p className="note" role="status">
        {isOpen && asked && !isFetching && data?.places.length === 0 && messages.noneCalled({ text: asked })}
        {isSearching && messages.searching({ text: asked })}
        {isSearching && isAskedAgain && ` ${askedAgain}`}
        {asked && isError && messages.failed}
      </p>
    </search>
  );
}

/** "town, Ash County"; where the map shows several states, "town, Ash County, Ohio" */
function kindOf(
  { kind, in: county, state }: PlaceFound,
  messages: PanelMessages['search'],
  states: readonly StateShown[],
): string {
  const within = [county, states.find(({ fips }) => fips === state)?.name].filter((name) => name !== undefined);
  return within.length > 0 ? messages.kindIn({ what: placeKind(kind), place: within.join(', ') }) : placeKind(kind);
}

/** "Senator Ana Ramírez" */
function membersOf({ kind, id, members = [] }: PlaceFound, titles: MemberTitles): string[] {
  return isChamberDistrict(kind) ? members.map((name) => titles[memberTitle(kind, id.slice(0, 2))]({ name })) : [];
}

/** A place's numbers are its state's: where the map shows several, it then shows that one. */
async function showPlace({ views, commands }: MapSession, place: PlaceFound, isOneOfMany: boolean): Promise<void> {
  views.change({
    ...(place.outlined ? { place: { kind: place.kind, id: place.id } } : {}),
    ...(place.outlined && isOneOfMany ? { state: place.state, selection: undefined } : {}),
    page: 'map',
  });
  const bounds = boundsFrom(await boundsShown(place));
  commands.withMap((map) => map.fly(bounds, 10.5));
}

async function boundsShown({ bbox, center }: PlaceFound): Promise<readonly number[]> {
  const [west, , east] = boundsFrom(bbox);
  if (east - west >= 0.02) return bbox;
  return import('./around.ts').then(({ around }) => around(center)).catch(() => bbox);
}
