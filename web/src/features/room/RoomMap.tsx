/** The room's map: the students' hexes of the provider's view, what it serves in blue, the clusters of the list outlined. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useReleasesShown } from '../../lib/edition.ts';
import type { RoomChoice } from '../../lib/room-choice.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { viewOf } from '../../lib/view.ts';
import { useView, viewsInMemory } from '../../lib/views.ts';
import { firstScene } from '../../map/first-scene.ts';
import { MapSessionProvider } from '../../map/MapSessionProvider.tsx';
import { useMapSession } from '../../map/session.ts';
import { type Bounds, boundsFrom } from '../../map/tiles.ts';
import { Message } from '../../ui/Message.tsx';
import { ZoomButtons } from '../../ui/ZoomButtons.tsx';
import { roomMessages } from './messages.ts';
import { type Demand, joined, useDemandShapes, useFootprint } from './queries.ts';

const MapCanvas = lazy(() => import('../../map/MapCanvas.tsx'));

interface RoomMapProviderProps {
  readonly choice: RoomChoice;
  readonly children: ReactNode;
}

export function RoomMapProvider({ choice: { release }, children }: RoomMapProviderProps) {
  const [views] = useState(() => {
    const asked = new URLSearchParams({ audience: 'provider', ...(release ? { release } : {}) });
    return viewsInMemory(viewOf(new URL(`/?${asked}`, location.href)));
  });
  return <MapSessionProvider views={views}>{children}</MapSessionProvider>;
}

/** Flies to a cluster and puts the map in sight. */
export function useShowOnMap(): (row: Demand) => void {
  const { commands, views } = useMapSession();
  return ({ id, bbox }) => {
    views.change({ selection: { kind: 'cluster', id } });
    document.querySelector('.room-map')?.scrollIntoView({ block: 'center' });
    commands.withMap((map) => map.fly(boundsFrom(bbox), 11));
  };
}

/** About what a room's map has on a desk; the map corrects it once loaded. */
const ROOM = { width: 1100, height: 420 };

export function RoomMap({ choice }: { readonly choice: RoomChoice }) {
  const { map: messages } = useCatalog(roomMessages);
  const { hexes, views, commands } = useMapSession();
  const keys = useId();
  const [said, setSaid] = useState('');
  const [isBroken, setBroken] = useState(false);
  const releases = useReleasesShown();
  const [release] = releases;
  const { data: footprint } = useFootprint(choice.release);
  const { data: shapes } = useDemandShapes(choice);
  useEffect(() => {
    if (releases.length > 0 && hexes.get().loading.state === 'starting')
      hexes.show(firstScene(releases, views.get(), ROOM));
  }, [releases, hexes, views]);
  useEffect(() => {
    hexes.start();
  }, [hexes]);
  const { selection } = useView();
  const served = useMemo(() => footprint && joined(footprint.features), [footprint]);
  const demand = useMemo(() => shapes && joined(shapes.features), [shapes]);
  const all = useMemo(() => boundsOf(demand, served), [demand, served]);
  const outlines = useMemo(() => {
    const isSelected = ({ id }: { readonly id: string }) => selection?.kind === 'cluster' && id === selection.id;
    return { footprint: served, demand, cluster: shapes?.features.find(({ properties }) => isSelected(properties)) };
  }, [served, demand, shapes, selection]);
  useEffect(() => {
    if (all) commands.withMap((map) => map.fly(all, 11));
  }, [all, commands]);
  const onFailure = useCallback(() => setBroken(true), []);
  if (isBroken) return <Message title={messages.broken} />;
  return (
    <figure className="room-figure">
      <div className="room-map">
        <p id={keys} className="sr-only">
          {messages.keys}
        </p>
        {release ? (
          <Suspense fallback={<p className="note">{messages.drawing}</p>}>
            <MapCanvas
              releases={releases}
              outlines={outlines}
              describedBy={keys}
              announce={setSaid}
              onFailure={onFailure}
            />
          </Suspense>
        ) : (
          <p className="note">{messages.drawing}</p>
        )}
        <ZoomButtons zoomBy={(levels) => commands.withMap((map) => map.zoomBy(levels))} />
      </div>
      <figcaption className="note">
        {messages.key}{' '}
        {all && (
          <button type="button" className="link" onClick={() => commands.withMap((map) => map.fly(all, 11))}>
            {messages.all}
          </button>
        )}
      </figcaption>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </figure>
  );
}

/** Of the longer side, so that nothing lies on the edge. */
const MARGIN = 0.08;

/** Around the first of the shapes that has any. */
function boundsOf(...features: readonly (ReturnType<typeof joined> | undefined)[]): Bounds | undefined {
  for (const feature of features) {
    if (feature?.geometry.type !== 'MultiPolygon') continue;
    const points = feature.geometry.coordinates.flat(2);
    if (points.length === 0) continue;
    const along = (axis: 0 | 1) => points.map((point) => point[axis] ?? 0);
    const [lng, lat] = [along(0), along(1)];
    const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
    const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
    const [west, south, east, north] = [least(lng), least(lat), most(lng), most(lat)];
    const room = MARGIN * Math.max(east - west, north - south);
    return [west - room, south - room, east + room, north + room];
  }
  return undefined;
}
