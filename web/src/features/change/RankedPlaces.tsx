import { useState } from 'react';
import { CHANGES_OF_REVISION, CHANGES_OF_VINTAGE, type Change } from '../../../../server/domain/change.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { SortHeading } from '../../ui/SortHeading.tsx';
import { changeMessages } from './messages.ts';
import { type Comparison, type LocationCounts, useCsvAddress, usePlacesChanged } from './queries.ts';
import { useWanted, want } from './use-wanted.ts';
import { RANKED_KINDS } from './wanted.ts';

type Column = 'net' | Exclude<Change, 'listed'>;

/** Rows before somebody asks for all. */
const SHOWN = 12;

/** Every place of a kind, the largest net gain first, until somebody sorts otherwise. */
export function RankedPlaces({ pair }: { readonly pair: Comparison }) {
  const messages = useCatalog(changeMessages);
  const { kind } = useWanted();
  const { data } = usePlacesChanged(pair, kind);
  const csv = useCsvAddress(pair, kind);
  const [sorted, setSorted] = useState<{ by: Column; falls: boolean }>({ by: 'net', falls: true });
  const [isWhole, setWhole] = useState(false);
  const columns: readonly Column[] = [
    'net',
    'gained_100_20',
    'lost_100_20',
    ...(pair.of === 'as_of' ? CHANGES_OF_VINTAGE : CHANGES_OF_REVISION),
  ];
  const by = columns.includes(sorted.by) ? sorted.by : 'net';
  const places = [...(data?.places ?? [])].sort(
    (a, b) => (countOf(a.counts, by) - countOf(b.counts, by)) * (sorted.falls ? -1 : 1),
  );
  const most = Math.max(1, ...places.map(({ counts }) => Math.abs(countOf(counts, 'net'))));
  const words = (column: Column) => (column === 'net' ? messages.net : messages.change({ change: column }));
  return (
    <>
      <h3>
        {messages.rankedOf}{' '}
        <InlineSelect
          label={messages.rankedOf}
          value={kind}
          options={RANKED_KINDS.map((each) => ({ value: each, words: messages.many({ kind: each }) }))}
          onChange={(chosen) => want({ kind: chosen }, 'replace')}
        />
      </h3>
      {data && places.length === 0 && <p className="note">{messages.noPlaces}</p>}
      {places.length > 0 && (
        <>
          <Scroll label={messages.ranked({ many: messages.many({ kind }) })}>
            <table className="wide ranked">
              <caption className="sr-only">{messages.ranked({ many: messages.many({ kind }) })}</caption>
              <thead>
                <tr>
                  <th scope="col">{messages.placeColumn}</th>
                  {columns.map((column) => (
                    <SortHeading
                      key={column}
                      words={words(column)}
                      className="numeric"
                      sorted={by === column ? (sorted.falls ? 'descending' : 'ascending') : undefined}
                      onSort={() => setSorted({ by: column, falls: by === column ? !sorted.falls : true })}
                    />
                  ))}
                </tr>
              </thead>
              <tbody>
                {(isWhole ? places : places.slice(0, SHOWN)).map(({ id, name, counts }) => (
                  <tr key={id}>
                    <th scope="row">
                      <button
                        type="button"
                        className="link"
                        translate="no"
                        onClick={() => want({ place: { kind, id } })}
                      >
                        {name}
                      </button>
                    </th>
                    {columns.map((column) => (
                      <td key={column} className="numeric">
                        {column === 'net' ? (
                          <>
                            <NetBar share={countOf(counts, 'net') / most} />
                            {messages.netOf({ net: countOf(counts, 'net') })}
                          </>
                        ) : (
                          messages.count({ count: countOf(counts, column) })
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p className="actions">
            {places.length > SHOWN && (
              <button type="button" className="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
                {isWhole ? messages.showFewer : messages.showAll({ places: places.length })}
              </button>
            )}
            <a className="button" href={csv} download>
              {messages.asCsv}
            </a>
          </p>
        </>
      )}
    </>
  );
}

function countOf(counts: LocationCounts, column: Column): number {
  if (column === 'net') return (counts.gained_100_20 ?? 0) - (counts.lost_100_20 ?? 0);
  return counts[column] ?? 0;
}

/** Gains to the right of the middle, losses to the left. @param share of the largest, -1 to 1 */
function NetBar({ share }: { readonly share: number }) {
  return (
    <svg className="net-bar" viewBox="-1 0 2 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <line x1="0" x2="0" y1="0" y2="1" />
      <rect data-falls={share < 0 || undefined} x={Math.min(0, share)} y="0.2" width={Math.abs(share)} height="0.6" />
    </svg>
  );
}
