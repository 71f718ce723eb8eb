/** A place on one page: its sentence, its students, where they are, how it stands among others, and according to whom. */
import './places.css';
import { lazy, Suspense } from 'react';
import { useAddress } from '../../lib/location.ts';
import { placeName } from '../../lib/place-name.ts';
import { type Route, routeOf } from '../../lib/route.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { DraftMark } from '../../ui/DraftMark.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Cite, HowSure, Sources } from './According.tsx';
import { Around, Landmarks } from './Around.tsx';
import { Clusters, Providers } from './Inside.tsx';
import { placeMessages } from './messages.ts';
import { type PlaceProfile, usePlaceProfile } from './queries.ts';
import { SegmentList } from './SegmentList.tsx';
import { Ranks, Trend } from './Standing.tsx';
import { sentencesOf } from './words.ts';

const PlaceMap = lazy(() => import('./PlaceMap.tsx'));

type PlaceRoute = Extract<Route, { page: 'place' }>;

export function PlacePage() {
  const route = routeOf(new URL(useAddress()));
  // While another page takes over, the address is already its own.
  return route.page === 'place' ? <Asked route={route} /> : null;
}

/** Asks the server while the words are on their way. */
function Asked({ route }: { readonly route: PlaceRoute }) {
  const { onItsWay } = useMessages();
  const query = usePlaceProfile(route.place);
  return (
    <Suspense fallback={<Coming className="document-main note" words={onItsWay} />}>
      <OnePlace route={route} query={query} />
    </Suspense>
  );
}

interface OnePlaceProps {
  readonly route: PlaceRoute;
  readonly query: ReturnType<typeof usePlaceProfile>;
}

function OnePlace({ route, query: { data: profile, error, isError, refetch } }: OnePlaceProps) {
  const messages = useCatalog(placeMessages);
  const { place: said } = messages;
  if (!profile)
    return (
      // The profile will say whether it is made up: no question of its own about that meanwhile.
      <DocumentPage
        title={messages.kinds[route.place.kind] ?? messages.index.title}
        lead={isError ? '' : said.coming}
        {...(isError ? {} : { synthetic: false })}
      >
        {isError && <NotShown error={error} title={said.failed} again={() => void refetch()} />}
      </DocumentPage>
    );
  return (
    <DocumentPage
      title={placeName(profile)}
      isName
      synthetic={profile.edition.synthetic}
      lead={sentencesOf(messages, profile).join(' ')}
    >
      {profile.edition.standing === 'draft' && <DraftMark />}
      <What profile={profile} route={route} />
      <SegmentList profile={profile} />
      <Suspense fallback={<Coming words={said.mapComing} />}>
        <PlaceMap profile={profile} route={route} />
      </Suspense>
      <Ranks profile={profile} />
      <Clusters profile={profile} route={route} />
      <Trend profile={profile} />
      <Providers profile={profile} />
      <Landmarks profile={profile} />
      <Around profile={profile} route={route} />
      <HowSure profile={profile} route={route} />
      <Sources profile={profile} />
      <Cite profile={profile} route={route} />
    </DocumentPage>
  );
}

/** What kind of place it is, who sits for it, and what one should know of its numbers first. */
function What({ profile, route }: { readonly profile: PlaceProfile; readonly route: PlaceRoute }) {
  const messages = useCatalog(placeMessages);
  const { place: said } = messages;
  const { kind, members, illustrative, togetherWith, edition, level } = profile;
  const { release: _, ...current } = route.reading;
  return (
    <div className="place-what">
      <p>
        {level ? said.levels[level] : messages.kinds[kind]}, <span translate="no">{edition.state.name}</span>
        {illustrative && ` · ${said.illustrative}`}
      </p>
      {members.length > 0 && (
        <p>
          {members.map(({ name, title, illustrative: madeUp }, at) => (
            <span key={name}>
              {at > 0 && ', '}
              <b translate="no">{messages.titles[title]({ name })}</b>
              {madeUp && ` (${messages.madeUp})`}
            </span>
          ))}
        </p>
      )}
      {togetherWith.length > 0 && <p>{said.together({ names: togetherWith.map(({ name }) => name) })}</p>}
      {!edition.isCurrent && (
        <p className="note">
          {said.older} <PageLink to={{ ...route, reading: current }}>{said.showCurrent}</PageLink>
        </p>
      )}
    </div>
  );
}
