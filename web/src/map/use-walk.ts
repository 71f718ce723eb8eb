/** Arrow keys walk from hex to hex, Home jumps to the darkest in view, Enter selects, plus and minus zoom. Each step is spoken. */
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import type { Release } from '../lib/api.ts';
import { choiceIn } from '../lib/heard.ts';
import { mapMessages } from '../lib/messages.ts';
import { useTowns } from '../lib/queries.ts';
import { useView } from '../lib/views.ts';
import { whereabouts } from '../lib/whereabouts.ts';
import type { HexStore } from './hex-store.ts';
import { hexInWords } from './hex-words.ts';
import type { HexInfo } from './protocol.ts';
import { selectionOf } from './selection.ts';
import { type MapSession, useMapSession } from './session.ts';

const BEARINGS: Record<string, number> = { ArrowUp: 0, ArrowRight: 90, ArrowDown: 180, ArrowLeft: 270 };

export function useWalk(
  announce: (text: string) => void,
  releases: readonly Release[],
): (event: KeyboardEvent) => void {
  const session = useMapSession();
  const at = useRef<HexInfo>(undefined);
  const towns = useTowns();
  const { selection } = useView();
  useEffect(() => {
    if (selection?.kind !== 'hex') return;
    void session.hexes.ask('hex', selection).then((hex) => {
      if (!hex) return;
      at.current = hex;
      // The card that opens with it, and the legend that makes room, may lie over it.
      session.commands.withMap((map) => map.reveal(...hex.center, 0));
    });
  }, [session, selection]);

  return useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const { views, commands, pointed } = session;
      const arrive = (hex: HexInfo | undefined) => {
        if (!hex) return announce(mapMessages.get().stage.noFurther);
        at.current = hex;
        pointed.at(hex);
        commands.withMap((map) => map.reveal(...hex.center));
        const said = hexInWords(hex, choiceIn(releases, views.get().choice, hex.state));
        announce(mapMessages.get().stage.hex.spoken({ said, nearby: whereabouts(hex.center, towns) }));
      };
      const bearing = BEARINGS[event.key];
      if (bearing !== undefined) {
        event.preventDefault();
        void step(session, at.current, bearing).then(arrive);
      } else if (event.key === 'Home') {
        event.preventDefault();
        void session.hexes.ask('inView', { limit: 1 }).then(([darkest]) => arrive(darkest));
      } else if (event.key === 'Enter') {
        const hex = pointed.get() ?? at.current;
        if (hex) views.change({ selection: selectionOf(hex, releases.length === 1) });
      } else if (event.key === '+' || event.key === '=') commands.withMap((map) => map.zoomBy(1));
      else if (event.key === '-') commands.withMap((map) => map.zoomBy(-1));
    },
    [announce, releases, session, towns],
  );
}

async function step(
  { hexes, views }: MapSession,
  from: HexInfo | undefined,
  bearing: number,
): Promise<HexInfo | undefined> {
  // Zooming may remove the current hex: continue at the one nearest to it, or at the center.
  const standing = from && (await hexes.ask('hex', from));
  if (standing) return hexes.ask('step', { h3: standing.h3, state: standing.state, bearing });
  const { camera } = views.get();
  const middle = from?.center ?? (camera ? [camera.lng, camera.lat] : middleOfPicture(hexes));
  return hexes.ask('nearest', { lng: middle[0] ?? 0, lat: middle[1] ?? 0 });
}

function middleOfPicture(hexes: HexStore): readonly [number, number] {
  const centers = hexes.get().drawing?.geometry.centers;
  if (!centers?.length) return [0, 0];
  let lng = 0;
  let lat = 0;
  for (let i = 0; i < centers.length; i += 2) {
    lng += centers[i] ?? 0;
    lat += centers[i + 1] ?? 0;
  }
  return [(2 * lng) / centers.length, (2 * lat) / centers.length];
}
