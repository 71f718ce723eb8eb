/** The hexes in view as vectors, for paper: kept ready after the map comes to rest, as printing waits for nothing. */
import { useEffect, useState } from 'react';
import { useRelease } from '../../lib/queries.ts';
import { cssOf } from '../../lib/colour.ts';
import { stylesOf } from '../../lib/scale.ts';
import { useView } from '../../lib/use-view.ts';
import { dateInWords, sentence } from '../../lib/words.ts';
import { ask, useHexes } from '../../map/hex-store.ts';
import type { PrintPicture } from '../../map/protocol.ts';
import { PatternDef, Swatch } from '../../ui/Swatch.tsx';
import { sourceLine } from '../figure/Sources.tsx';
import { legendRows, unitOf } from '../legend/rows.ts';

/** After this long without movement the picture is redrawn for paper. */
const REST_MS = 1200;

export function PrintMap() {
  const { choice, only } = useView();
  const { data: release } = useRelease();
  const { summary, drawing } = useHexes();
  const [picture, setPicture] = useState<PrintPicture>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing or summary means a new picture
  useEffect(() => {
    const timer = setTimeout(() => void ask({ what: 'print' }).then(setPicture), REST_MS);
    return () => clearTimeout(timer);
  }, [summary, drawing]);
  if (!picture || !release) return null;
  const styles = stylesOf(choice, 'light', new Set(only));
  return (
    <div className="print-only">
      <h1>{sentence(choice)}</h1>
      {release.synthetic && <p className="print-mark">Synthetic demo data</p>}
      <svg className="print-map" viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={sentence(choice)}>
        {styles.map((style, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
          <g key={number} stroke="#fff" strokeWidth="0.4">
            <PatternDef id={`print-${number}`} style={style} />
            <path d={picture.paths[number] ?? ''} fill={cssOf(style.fill)} />
            {style.pattern !== 'solid' && <path d={picture.paths[number] ?? ''} fill={`url(#print-${number})`} stroke="none" />}
          </g>
        ))}
      </svg>
      <h2>{unitOf(choice)}</h2>
      <ul className="print-legend">
        {legendRows(choice, summary?.level ?? 6, release.floors.students).map((row) => {
          const style = styles[row.class];
          return (
            <li key={row.class}>
              {style && <Swatch style={style} />} {row.words}
            </li>
          );
        })}
      </ul>
      <p>
        {sourceLine(release, choice)} Release “{release.name}”, {dateInWords(release.releasedAt)}. Printed{' '}
        {dateInWords(new Date().toISOString())}.
      </p>
    </div>
  );
}
