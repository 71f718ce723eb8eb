/** Two maps under one camera with a divider between them: two releases, or one by the filings of two sources. */
import './swipe.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SOURCES } from '../../../../server/domain/verdict.ts';
import { useAddress } from '../../lib/location.ts';
import { usePlace } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { type Camera, viewOf } from '../../lib/view.ts';
import { type ViewStore, viewsInMemory } from '../../lib/views.ts';
import { MapSessionProvider } from '../../map/MapSessionProvider.tsx';
import type { MapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { ZoomButtons } from '../../ui/ZoomButtons.tsx';
import { Legend } from '../legend/index.ts';
import { Divider } from './Divider.tsx';
import { MapSide } from './MapSide.tsx';
import { changeMessages } from './messages.ts';
import type { TrendPoint } from './queries.ts';
import { useWanted, want } from './use-wanted.ts';
import type { Side } from './wanted.ts';

const SIDES = ['left', 'right'] as const;
type Which = (typeof SIDES)[number];

export function Swipe({ points }: { readonly points: readonly TrendPoint[] }) {
  const messages = useCatalog(changeMessages);
  const wanted = useWanted();
  const [percent, setPercent] = useState(50);
  const sides = { left: wanted.left ?? firstOf(points), right: wanted.right ?? lastOf(points) };
  const names = { left: nameOf(sides.left), right: nameOf(sides.right) };
  const maps = useTwoMaps(sides);
  const isSame = sides.left.release === sides.right.release && sides.left.source === sides.right.source;

  function nameOf({ release, source }: Side): string {
    const name = points.find((point) => String(point.release.id) === release)?.release.name ?? release;
    return messages.side({ release: name, source });
  }

  const frameOf = (which: Which) => (
    <section
      aria-label={`${messages[which]}: ${names[which]}`}
      className="swipe-side"
      style={which === 'right' ? { clipPath: `inset(0 0 0 ${percent}%)` } : undefined}
      onPointerDownCapture={() => maps.lead(which)}
      onWheelCapture={() => maps.lead(which)}
      onFocusCapture={() => maps.lead(which)}
    >
      <MapSide onSession={maps.sessions[which]} onMove={maps.moved[which]} />
    </section>
  );

  return (
    <section aria-labelledby="swipe" className="swipe">
      <h2 id="swipe">{messages.swipe}</h2>
      <p>{messages.swipeLead}</p>
      {SIDES.map((which) => (
        <SideChoice key={which} which={which} side={sides[which]} points={points} />
      ))}
      {isSame && <p className="note">{messages.sameSides}</p>}
      {areOtherwiseMade(points, sides.left, sides.right) && <p className="note">{messages.otherMethod}</p>}
      <MapSessionProvider key={keyOf(sides.left)} views={maps.stores.left}>
        <div className="swipe-maps">
          {frameOf('left')}
          <MapSessionProvider key={keyOf(sides.right)} views={maps.stores.right}>
            {frameOf('right')}
          </MapSessionProvider>
          {SIDES.map((which) => (
            <p key={which} className={`swipe-name ${which}`} aria-hidden="true" translate="no">
              {names[which]}
            </p>
          ))}
          <Divider
            percent={percent}
            label={messages.divider}
            words={messages.dividerAt({ percent, ...names })}
            onChange={setPercent}
          />
          <ZoomButtons zoomBy={(levels) => maps.zoomBy(levels)} />
        </div>
        <Legend />
      </MapSessionProvider>
      <p className="note">{messages.swipeLegend}</p>
    </section>
  );
}

function keyOf({ release, source }: Side): string {
  return `${release} ${source}`;
}

function firstOf(points: readonly TrendPoint[]): Side {
  return { release: String(points[0]?.release.id ?? ''), source: 'agreed' };
}

function lastOf(points: readonly TrendPoint[]): Side {
  return { release: String(points.at(-1)?.release.id ?? ''), source: 'agreed' };
}

/** Whether a step between the two releases, in the order of time, breaks the method. */
function areOtherwiseMade(points: readonly TrendPoint[], left: Side, right: Side): boolean {
  const at = ({ release }: Side) => points.findIndex((point) => String(point.release.id) === release);
  const [first = 0, last = 0] = [at(left), at(right)].sort((a, b) => a - b);
  return points.slice(first + 1, last + 1).some(({ breaks }) => breaks.length > 0);
}

interface SideChoiceProps {
  readonly which: Which;
  readonly side: Side;
  readonly points: readonly TrendPoint[];
}

function SideChoice({ which, side, points }: SideChoiceProps) {
  const messages = useCatalog(changeMessages);
  return (
    <p className="side-choice">
      {messages[which]}{' '}
      <InlineSelect
        label={messages[which]}
        value={side.release}
        options={points.map(({ release }) => ({ value: String(release.id), words: release.name, isName: true }))}
        onChange={(release) => want({ [which]: { ...side, release } }, 'replace')}
      />{' '}
      {messages.by}{' '}
      <InlineSelect
        label={which === 'left' ? messages.leftSource : messages.rightSource}
        value={side.source}
        options={[...SOURCES].reverse().map((source) => ({ value: source, words: messages.source({ source }) }))}
        onChange={(source) => want({ [which]: { ...side, source } }, 'replace')}
      />
    </p>
  );
}

/** The map that is touched leads; the other follows. */
function useTwoMaps(sides: Readonly<Record<Which, Side>>) {
  const { place, camera } = useWanted();
  const found = usePlace(place).data;
  const theme = viewOf(new URL(useAddress())).theme;
  const leading = useRef<Which>('left');
  const sessions = useRef<Partial<Record<Which, MapSession>>>({});
  const left = useStore(sides.left, theme, camera);
  const right = useStore(sides.right, theme, camera);
  const stores = useMemo(() => ({ left, right }), [left, right]);
  const follow = useCallback(
    (which: Which, to: Camera) => {
      if (leading.current === which) stores[which === 'left' ? 'right' : 'left'].change({ camera: to }, 'replace');
    },
    [stores],
  );
  const moved = useMemo(
    () => ({ left: (to: Camera) => follow('left', to), right: (to: Camera) => follow('right', to) }),
    [follow],
  );
  useEffect(() => {
    const stops = SIDES.map((which) =>
      stores[which].subscribe(() => {
        const { camera: to, only } = stores[which].get();
        if (which === 'left' && only !== stores.right.get().only) stores.right.change({ only });
        if (to && leading.current === which) want({ camera: to }, 'replace');
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [stores]);
  useEffect(() => {
    if (!found) return;
    leading.current = 'left';
    sessions.current.left?.commands.withMap((map) => map.fly(boundsFrom(found.bbox), 11));
  }, [found]);
  return {
    stores,
    moved,
    lead: (which: Which) => {
      leading.current = which;
    },
    sessions: {
      left: useCallback((session: MapSession) => void Object.assign(sessions.current, { left: session }), []),
      right: useCallback((session: MapSession) => void Object.assign(sessions.current, { right: session }), []),
    },
    zoomBy: (levels: number) => sessions.current[leading.current]?.commands.withMap((map) => map.zoomBy(levels)),
  };
}

/** The view of one map: the address's, but for the release, the source and the camera, which is its own once it is made. */
function useStore({ release, source }: Side, theme: string, camera: Camera | undefined): ViewStore {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a moved camera makes no new map
  const store = useMemo(() => {
    const { choice, camera: _, place: __, ...view } = viewOf(new URL(location.href));
    return viewsInMemory({
      ...view,
      release,
      choice: { ...choice, layer: 'hexes', source },
      ...(camera ? { camera } : {}),
    });
  }, [release, source]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme says when
  useEffect(() => store.change({ theme: viewOf(new URL(location.href)).theme }), [store, theme]);
  return store;
}
