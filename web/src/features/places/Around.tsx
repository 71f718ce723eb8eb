/** Schools and towns of a place, and other places on its ground and beside it. */

import { placeName } from '../../lib/place-name.ts';
import type { Route } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { placeMessages } from './messages.ts';
import type { PlaceProfile } from './queries.ts';

interface AroundProps {
  readonly profile: PlaceProfile;
  readonly route: Extract<Route, { page: 'place' }>;
}

export function Landmarks({ profile: { schools, towns, kind } }: { readonly profile: PlaceProfile }) {
  const { place: said } = useCatalog(placeMessages);
  return (
    <section aria-labelledby="landmarks">
      <h2 id="landmarks">{said.schools}</h2>
      {towns.length > 0 && (
        <p>
          {said.townsAre} <span translate="no">{towns.join(', ')}</span>.
        </p>
      )}
      {schools.count === 0 && <p className="note">{said.noSchools}</p>}
      {schools.count > 0 && (
        <details open={schools.count <= 12 && kind !== 'state'}>
          <summary>{said.schoolCount({ count: schools.count })}</summary>
          <p translate="no">{schools.names.join(', ')}</p>
        </details>
      )}
    </section>
  );
}

/** The overlapping places of each kind that are listed by name. */
const LISTED = 8;

export function Around({ profile, route }: AroundProps) {
  const messages = useCatalog(placeMessages);
  const { place: said } = messages;
  const { overlapping, neighbors, sharesGroundWith, kind, edition } = profile;
  const kinds = [...new Set(overlapping.map((other) => other.kind))];
  const to = (place: { kind: string; id: string }): Route => ({ page: 'place', reading: route.reading, place });
  return (
    <section aria-labelledby="around">
      <h2 id="around">{said.around}</h2>
      {kinds.length > 0 && <p>{said.overlapExplained}</p>}
      <dl className="place-around">
        {kinds.map((other) => (
          <div key={other}>
            <dt>{messages.manyKinds[other]}</dt>
            <dd>
              {overlapping
                .filter((place) => place.kind === other)
                .slice(0, LISTED)
                .map((place, at) => (
                  <span key={place.id}>
                    {at > 0 && ', '}
                    <PageLink to={to(place)} translate="no">
                      {placeName(place)}
                    </PageLink>{' '}
                    <span className="note">({said.inPart(place)})</span>
                  </span>
                ))}
            </dd>
          </div>
        ))}
        {kind !== 'state' && (
          <div>
            <dt>{messages.kinds.state}</dt>
            <dd>
              <PageLink to={to({ kind: 'state', id: edition.state.fips })} translate="no">
                {edition.state.name}
              </PageLink>
            </dd>
          </div>
        )}
        {neighbors.length > 0 && (
          <div>
            <dt>{said.neighbors}</dt>
            <dd>
              {neighbors.map((place, at) => (
                <span key={place.id}>
                  {at > 0 && ', '}
                  <PageLink to={to(place)} translate="no">
                    {placeName(place)}
                  </PageLink>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {sharesGroundWith.length > 0 && <p>{said.gradesApart({ names: sharesGroundWith.map(({ name }) => name) })}</p>}
      <p>
        <PageLink
          to={{
            page: 'places',
            reading: route.reading,
            asked: { ...(kind === 'state' ? {} : { kind }), q: '', compared: [] },
          }}
        >
          {kind === 'state'
            ? messages.index.title
            : said.allOfKind({ what: (messages.manyKinds[kind] ?? kind).toLowerCase() })}
        </PageLink>
      </p>
    </section>
  );
}
