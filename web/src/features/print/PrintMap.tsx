/** The hexes in view as vectors, for print: prepared once the map rests, because printing does not wait. */

import { useEffect, useState } from 'react';
import { cssOf } from '../../lib/color.ts';
import { useReleasesShown } from '../../lib/edition.ts';
import { choiceIn } from '../../lib/heard.ts';
import { filingsMessages, mapMessages } from '../../lib/messages.ts';
import { tellPaper } from '../../lib/paper.ts';
import {
  useChoice,
  useCountyNames,
  useHeard,
  usePlace,
  useSelectedCluster,
  useStateOutlines,
} from '../../lib/queries.ts';
import { stylesOf } from '../../lib/scale.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { sentence } from '../../lib/words.ts';
import { floorOf } from '../../map/first-scene.ts';
import { frameOf, pathOf } from '../../map/frame.ts';
import type { HexState } from '../../map/hex-store.ts';
import type { PrintPicture } from '../../map/protocol.ts';
import { useHexes, useMapSession } from '../../map/session.ts';
import { PatternDef, Swatch } from '../../ui/Swatch.tsx';
import { sourceLine, viewLine } from '../figure/index.ts';
import { legendRows, unitOf } from '../legend/index.ts';

interface Taken extends Pick<HexState, 'summary' | 'drawing'> {
  readonly picture: PrintPicture;
}

/** Time without movement after which the print picture is redrawn. */
const REST_MS = 1200;

export function PrintMap() {
  const { print } = useCatalog(mapMessages);
  useCatalog(filingsMessages);
  const { draft, synthetic } = useMessages();
  const { only, selection, place } = useView();
  const choice = useChoice();
  const heard = useHeard();
  const releases = useReleasesShown();
  const { hexes } = useMapSession();
  const { summary, drawing, loading } = useHexes();
  const [taken, setTaken] = useState<Taken>();
  useEffect(() => {
    if (!drawing) return;
    let isWanted = true;
    const take = async () => {
      const picture = await hexes.ask('print', undefined);
      if (isWanted && picture) setTaken({ picture, summary, drawing });
    };
    const timer = setTimeout(() => void take(), REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [hexes, summary, drawing]);
  const picture = taken?.picture;
  const states = useStateOutlines();
  const chosen = usePlace(picture && place);
  const cluster = useSelectedCluster(picture !== undefined);
  const counties = useCountyNames(picture ? releases.map(({ state }) => state.fips) : []);
  const isCurrent = taken?.drawing === drawing && taken?.summary === summary && loading.state === 'ready';
  const isOpened = selection?.kind === 'cluster';
  const comes = [states, ...(place ? [chosen] : []), ...(isOpened ? [cluster] : [])].some(({ isPending }) => isPending);
  const isWhole = isCurrent && !comes && counties !== undefined;
  useEffect(() => {
    tellPaper(isWhole);
    return () => tellPaper(false);
  }, [isWhole]);
  if (!picture || releases.length === 0)
    return (
      <div className="print-only">
        <h1>{sentence(choice, heard)}</h1>
        <p className="print-mark">{print.notReady}</p>
      </div>
    );
  const frame = frameOf(picture.bounds);
  const styles = stylesOf(choice, 'light', new Set(only));
  const outline = states.outlines.map((one) => pathOf(frame, one.outline)).join('');
  return (
    <div className="print-only" data-whole={isWhole || undefined}>
      <h1>{sentence(choice, heard)}</h1>
      {!isWhole && <p className="print-mark">{print.notReady}</p>}
      {releases.some(({ standing }) => standing === 'draft') && <p className="print-mark">{draft}</p>}
      {releases.some((release) => release.synthetic) && <p className="print-mark">{synthetic}</p>}
      {/* Names of counties stand in it, which are in no language. */}
      <div translate="no">
        <svg
          className="print-map"
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="img"
          aria-label={sentence(choice, heard)}
        >
          {styles.map((style, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
            <g key={number} stroke="#fff" strokeWidth="0.4">
              <PatternDef id={`print-${number}`} style={style} />
              <path d={picture.paths[number] ?? ''} fill={cssOf(style.fill)} />
              {style.pattern !== 'solid' && (
                <path d={picture.paths[number] ?? ''} fill={`url(#print-${number})`} stroke="none" />
              )}
            </g>
          ))}
          {outline && <path d={`M0 0H${frame.width}V${frame.height}H0Z${outline}`} fill="#fff" fillRule="evenodd" />}
          <g fill="none" stroke="#000">
            <path d={outline} strokeWidth="1.6" />
            <path d={pathOf(frame, chosen.data?.outline)} strokeWidth="2" strokeDasharray="8 4" />
            <path d={pathOf(frame, cluster.data?.outline)} strokeWidth="3" />
          </g>
          <g className="print-names">
            {counties?.map(({ id, name, center: [lng = 0, lat = 0] }) => {
              const [x, y] = frame.at(lng, lat);
              return (
                <text key={id} x={x} y={y}>
                  {name}
                </text>
              );
            })}
          </g>
        </svg>
      </div>
      <h2>{unitOf(choice)}</h2>
      <ul className="print-legend">
        {legendRows(choice, summary?.level, floorOf(releases)).map((row) => {
          const style = styles[row.class];
          return (
            <li key={row.class}>
              {style && <Swatch style={style} />} {row.words}
            </li>
          );
        })}
      </ul>
      {releases.map((release) => (
        <p key={release.id}>
          {releases.length > 1 && <strong>{release.state.name} </strong>}
          {viewLine(release)} {sourceLine(release, choiceIn(releases, choice, release.state.fips))}{' '}
          {print.printed({
            release: release.name,
            releasedAt: release.releasedAt,
            printedAt: new Date().toISOString(),
          })}
        </p>
      ))}
    </div>
  );
}
