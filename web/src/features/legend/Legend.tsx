/**
 * The legend: the colors of the hexes, their numbers, how many hexes in view have each, and the number of the hex
 * pointed at. Pressing a row leaves color only in its hexes.
 */
import './legend.css';
import { useId } from 'react';
import { OfState, useReleasesShown, useStates } from '../../lib/edition.ts';
import { grouped } from '../../lib/format.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useRelease } from '../../lib/queries.ts';
import { stylesOf } from '../../lib/scale.ts';
import { useCommitments } from '../../lib/signed.ts';
import { COMMITTED, CONFIRMED, GROUNDS } from '../../lib/theme.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews } from '../../lib/views.ts';
import { floorOf } from '../../map/first-scene.ts';
import { hexInWords } from '../../map/hex-words.ts';
import type { HexInfo } from '../../map/protocol.ts';
import { useHexes, usePointed } from '../../map/session.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { legendRows, unitOf } from './rows.ts';

export function Legend({ coversMap = false }: { readonly coversMap?: boolean }) {
  const title = useId();
  const { legend: messages } = useCatalog(mapMessages);
  const views = useViews();
  const { theme, only, audience } = useView();
  const choice = useChoice();
  const { isError } = useRelease();
  const isAlone = useStates().length === 0;
  const releases = useReleasesShown();
  const { summary: drawn, loading } = useHexes();
  const hasFailed = loading.state === 'failed' || (isError && isAlone && !drawn);
  // What is missing would be read as nobody there.
  const summary = hasFailed ? undefined : drawn;
  const pointed = usePointed();
  const commitments = useCommitments();
  const isSigned = commitments.some(({ standing }) => standing !== 'default' && standing !== 'seen');
  const isConfirmed = commitments.some(({ standing }) => standing === 'seen');
  const floor = releases.length > 0 ? floorOf(releases) : 10;
  const styles = stylesOf(choice, theme);
  const rows = legendRows(choice, drawn?.level, floor);
  const most = Math.max(1, ...(summary?.hexesByClass ?? []));
  return (
    <section className="legend" aria-labelledby={title} data-covers-map={coversMap ? 'bottom' : undefined}>
      <h2 id={title} className="legend-title">
        {unitOf(choice)}
        {/* A district's patches keep their own sizes at every zoom. */}
        {drawn && audience !== 'district' && <span className="legend-size"> {messages.sizes[drawn.level]}</span>}
      </h2>
      <ul>
        {rows.map(({ class: number, words }) => {
          const style = styles[number];
          if (!style) return null;
          return (
            <li key={number}>
              <button
                type="button"
                aria-pressed={only.includes(number)}
                data-pointed={pointed?.class === number || undefined}
                onClick={() => views.change({ only: toggled(only, number) }, 'replace')}
              >
                <Swatch style={style} />
                <span className="legend-words">{words}</span>
                {summary && <HexesOf hexes={summary.hexesByClass[number] ?? 0} most={most} />}
              </button>
            </li>
          );
        })}
        {isSigned && (
          <li className="legend-land">
            <span className="land-swatch is-committed" aria-hidden="true" style={{ background: COMMITTED[theme] }} />
            <span className="legend-words">{messages.committed}</span>
          </li>
        )}
        {isConfirmed && (
          <li className="legend-land">
            <span className="land-swatch" aria-hidden="true" style={{ background: CONFIRMED[theme] }} />
            <span className="legend-words">{messages.confirmed}</span>
          </li>
        )}
        {choice.layer === 'hexes' && (
          <li className="legend-land">
            <span className="land-swatch" aria-hidden="true" style={{ background: GROUNDS[theme].land }} />
            <span className="legend-words">{messages.land}</span>
          </li>
        )}
      </ul>
      {only.length > 0 && (
        <button type="button" className="link" onClick={() => views.change({ only: [] }, 'replace')}>
          {messages.showAll}
        </button>
      )}
      {!summary && !hasFailed && <Coming words={messages.hexesComing} />}
      {hasFailed && <p className="note">{messages.hexesFailed}</p>}
      <p className="legend-pointed" aria-hidden="true">
        {pointed ? (
          <OfState value={isAlone ? undefined : pointed.state}>
            <InWords hex={pointed} />
          </OfState>
        ) : (
          summary && messages.explained
        )}
      </p>
    </section>
  );
}

/** By the choice of its own state. */
function InWords({ hex }: { readonly hex: HexInfo }) {
  return <>{hexInWords(hex, useChoice())}</>;
}

function HexesOf({ hexes, most }: { readonly hexes: number; readonly most: number }) {
  const { legend: messages } = useCatalog(mapMessages);
  return (
    <>
      <span className="legend-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(hexes / most) * 100}%` }} />
      </span>
      <span className="legend-count">
        {grouped(hexes)}
        <span className="sr-only"> {messages.hexesInView}</span>
      </span>
    </>
  );
}

function toggled(only: readonly number[], number: number): number[] {
  return only.includes(number) ? only.filter((other) => other !== number) : [...only, number].sort();
}
