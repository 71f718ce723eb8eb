/** From the number of a place to all that is said of it, and to the index of places. */
import type { Release } from '../../lib/api.ts';
import { mapMessages } from '../../lib/messages.ts';
import { placeName } from '../../lib/place-name.ts';
import { usePlace } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { PageLink } from '../../ui/PageLink.tsx';

export function AllAbout({ release: { state } }: { readonly release: Release }) {
  const { figure: messages } = useCatalog(mapMessages);
  const reading = useView();
  const chosen = usePlace(reading.place).data;
  const place = reading.place ?? { kind: 'state', id: state.fips };
  const name = reading.place ? (chosen ? placeName(chosen) : messages.thisPlace) : state.name;
  return (
    <p className="note">
      <PageLink to={{ page: 'place', reading, place }}>{messages.allAbout({ place: name })}</PageLink>
      {' · '}
      <PageLink
        to={{
          page: 'places',
          reading,
          asked: { ...(place.kind === 'state' ? {} : { kind: place.kind }), q: '', compared: [] },
        }}
      >
        {messages.allPlaces}
      </PageLink>
    </p>
  );
}
