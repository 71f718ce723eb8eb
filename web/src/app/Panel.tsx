/** The one panel: at the left on a desk, a sheet at the bottom on a phone. */
import './panel.css';
import { Suspense, useState } from 'react';
import { BriefLink } from '../features/brief-link/index.ts';
import { ClusterList } from '../features/clusters/index.ts';
import { accuracyRoute, Breakdown, Figure, StateFigures } from '../features/figure/index.ts';
import { Legend } from '../features/legend/index.ts';
import { Options, TakeAlong } from '../features/options/index.ts';
import { PlaceSearch } from '../features/search/index.ts';
import { Sentence } from '../features/sentence/index.ts';
import { useReleasesShown, useStates } from '../lib/edition.ts';
import { mapMessages } from '../lib/messages.ts';
import { askReleaseAnew } from '../lib/query-client.ts';
import { sessionsHref, useMe } from '../lib/session.ts';
import { changeRoute } from '../lib/starts.ts';
import { useCatalog, useLanguage, useMessages } from '../lib/use-messages.ts';
import { useView } from '../lib/views.ts';
import { DraftMark } from '../ui/DraftMark.tsx';
import { PageLinks } from '../ui/PageLinks.tsx';
import { RoomLinks } from '../ui/RoomLinks.tsx';
import { SessionEnded } from '../ui/SessionEnded.tsx';
import { SignedIn } from '../ui/SignedIn.tsx';
import { StateChoice } from './StateChoice.tsx';
import { ClusterLists } from './several-states.ts';

export interface PanelProps {
  readonly isNarrow: boolean;
  readonly hasCard: boolean;
}

export function Panel({ isNarrow, hasCard }: PanelProps) {
  const { stage: messages, edition } = useCatalog(mapMessages);
  const isAlone = useStates().length === 0;
  const releases = useReleasesShown();
  const release = isAlone ? releases[0] : undefined;
  const view = useView();
  const { audience } = view;
  const { sessions } = useMessages();
  const language = useLanguage();
  const isPerson = useMe().data?.person !== undefined;
  const [isTall, setTall] = useState(false);
  const figure = isAlone ? (
    <Figure />
  ) : (
    <Suspense>
      <StateFigures />
    </Suspense>
  );
  return (
    <aside
      className="panel"
      aria-label={messages.panel}
      data-covers-map={isNarrow ? 'bottom' : 'left'}
      data-tall={isTall || undefined}
      data-under-card={(isNarrow && hasCard) || undefined}
    >
      {isNarrow && (
        <button type="button" className="sheet-handle" aria-expanded={isTall} onClick={() => setTall(!isTall)}>
          <span className="grip" aria-hidden="true" />
          {isTall ? messages.moreMap : messages.moreWords}
        </button>
      )}
      <div className="panel-scroll">
        <header>
          <h1 translate="no">
            Gapmap{' '}
            <span className="state-name">{edition.named({ stateNames: releases.map(({ state }) => state.name) })}</span>
          </h1>
          <StateChoice />
          <PageLinks
            without="map"
            routes={release ? { privacy: accuracyRoute(release, view), change: changeRoute(view) } : {}}
          />
          <RoomLinks isFolded={!isNarrow} />
          {release?.standing === 'draft' && <DraftMark />}
          {audience !== 'public' && (
            <p className="audience">
              {messages.viewFor[audience]}
              {!isPerson && (
                <>
                  {' '}
                  · <a href={sessionsHref(language)}>{sessions}</a>
                </>
              )}
            </p>
          )}
          <SignedIn />
          {releases.some(({ ended }) => ended) && audience === 'public' && (
            <SessionEnded onRead={() => void askReleaseAnew()} />
          )}
        </header>
        {isNarrow && figure}
        <PlaceSearch />
        <Sentence />
        {!isNarrow && figure}
        <Suspense>
          {isNarrow && <Legend />}
          {isAlone ? (
            <>
              <BriefLink />
              <Breakdown />
              <ClusterList />
            </>
          ) : (
            <ClusterLists />
          )}
          <Options />
          <TakeAlong />
        </Suspense>
      </div>
    </aside>
  );
}
