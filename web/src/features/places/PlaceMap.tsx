/** The place on a small map of its own. Its code comes after the words of the page, and the map's after it. */
import type { Feature, Geometry } from 'geojson';
import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useReleasesShown } from '../../lib/edition.ts';
import { filingsMessages, mapMessages } from '../../lib/messages.ts';
import { usePlace } from '../../lib/queries.ts';
import type { Route } from '../../lib/route.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import type { View } from '../../lib/view.ts';
import { viewsInMemory } from '../../lib/views.ts';
import { firstScene } from '../../map/first-scene.ts';
import { MapSessionProvider } from '../../map/MapSessionProvider.tsx';
import { useMapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';
import { Coming } from '../../ui/Coming.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Legend } from '../legend/index.ts';
import { placeMessages } from './messages.ts';
import type { PlaceProfile } from './queries.ts';

const MapCanvas = lazy(() => import('../../map/MapCanvas.tsx'));

interface PlaceMapProps {
  readonly profile: PlaceProfile;
  readonly route: Extract<Route, { page: 'place' }>;
}

export default function PlaceMap({ profile, route }: PlaceMapProps) {
  const { place: said } = useCatalog(placeMessages);
  const box = useRef<HTMLElement>(null);
  const isNear = useIsNear(box);
  const view = useMemo(() => viewOfPlace(profile, route), [profile, route]);
  const [views] = useState(() => viewsInMemory(view));
  return (
    <section ref={box} aria-labelledby="map" className="place-map-section">
      <h2 id="map">{said.map}</h2>
      <p>{said.mapWhat}</p>
      <div className="place-map">
        {isNear && (
          <Suspense fallback={<Coming words={said.mapComing} />}>
            <MapSessionProvider views={views}>
              <Drawn profile={profile} />
            </MapSessionProvider>
          </Suspense>
        )}
      </div>
      <p>
        <PageLink to={{ page: 'map', view }}>{said.openMap}</PageLink>
      </p>
    </section>
  );
}

function Drawn({ profile }: { readonly profile: PlaceProfile }) {
  const { place: said } = useCatalog(placeMessages);
  const { stage } = useCatalog(mapMessages);
  const { synthetic } = useMessages();
  useCatalog(filingsMessages);
  const { hexes, views } = useMapSession();
  const releases = useReleasesShown();
  const [release] = releases;
  const outline = usePlace(views.get().place).data?.outline;
  const [hasFailed, setFailed] = useState(false);
  const [spoken, setSpoken] = useState('');
  const keys = useId();
  useEffect(() => {
    if (releases.length === 0) return;
    hexes.show(firstScene(releases, views.get(), SIZE));
    hexes.start();
  }, [releases, hexes, views]);
  const outlines = useMemo(() => ({ cluster: undefined, place: featureOf(outline) }), [outline]);
  const onFailure = useCallback(() => setFailed(true), []);
  if (!release) return <Coming words={said.mapComing} />;
  if (hasFailed) return <p className="note">{said.mapFailed}</p>;
  return (
    <>
      <div className="place-map-frame">
        <p id={keys} className="sr-only">
          {stage.keys}
        </p>
        <MapCanvas
          releases={releases}
          outlines={outlines}
          describedBy={keys}
          announce={setSpoken}
          onFailure={onFailure}
        />
        <p className="sr-only" role="status">
          {spoken}
        </p>
        {profile.edition.synthetic && <p className="place-map-mark">{synthetic}</p>}
      </div>
      <Legend />
    </>
  );
}

/** Pixels of the frame, about: the first picture is fetched for it. */
const SIZE = { width: 640, height: 420 };

/** The map's view of the place: where it lies, as large as the frame. */
function viewOfPlace({ kind, id, bbox, center, edition }: PlaceProfile, { reading }: PlaceMapProps['route']): View {
  const [west, south, east, north] = boundsFrom(bbox);
  const tall = (north - south) / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const zoom = Math.log2((Math.min(SIZE.width / (east - west), SIZE.height / tall) * 360) / 512) - 0.2;
  const [lng = 0] = center;
  const middle = west <= east ? (west + east) / 2 : lng;
  return {
    ...STARTS.map.view,
    ...reading,
    release: String(edition.release),
    place: { kind, id },
    camera: { lng: middle, lat: (south + north) / 2, zoom: Math.min(11, Math.max(4, zoom)) },
  };
}

function featureOf(outline: object | undefined): Feature | undefined {
  return outline && { type: 'Feature', geometry: outline as Geometry, properties: {} };
}

/** Whether the map is about to be seen: words first. */
function useIsNear(box: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '200px',
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [box]);
  return isNear;
}
