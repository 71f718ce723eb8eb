/** The districts of a collection: found, filtered, sorted, opened for more, chosen for links. */
import './district-table.css';
import { useMemo, useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { SortHeading } from '../../../ui/SortHeading.tsx';
import { hrefs } from '../http.ts';
import { isTexts, useKept } from '../use-kept.ts';
import { STATE_WORDS, STATES } from '../words.ts';
import { type Arrangement, arranged, type Order, reordered } from './arrange.ts';
import { DistrictRow } from './DistrictRow.tsx';
import { STILL_TO_COME } from './summary.ts';

export interface DistrictTableProps {
  readonly detail: CollectionDetail;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onMakeLinks: (leaIds: readonly string[]) => void;
  readonly onRevokeLink: (id: number) => void;
}

interface Column {
  readonly order: Order;
  readonly words: string;
  readonly className?: string;
}

const COLUMNS: readonly Column[] = [
  { order: 'name', words: 'District' },
  { order: 'state', words: 'State' },
  { order: 'enrolled', words: 'Enrolled', className: 'numeric' },
  { order: 'rate', words: 'Response rate' },
  { order: 'latest', words: 'Latest' },
  { order: 'notes', words: 'Notes' },
  { order: 'link', words: 'Link' },
];
/** More rows than this come when asked for: a state with 1,200 districts stays quick. */
const LISTED_AT_FIRST = 200;

export function DistrictTable({ detail, arrangement, onArrange, onMakeLinks, onRevokeLink }: DistrictTableProps) {
  const listed = useMemo(() => arranged(detail.districtStates, arrangement), [detail, arrangement]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useKept<readonly string[]>(`${detail.id}.opened`, [], isTexts);
  const open = new Set(opened);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? listed : listed.slice(0, LISTED_AT_FIRST);
  const areAllChosen = listed.length > 0 && listed.every(({ leaId }) => chosen.has(leaId));
  const chosenHere = detail.districtStates.filter(({ leaId }) => chosen.has(leaId)).map(({ leaId }) => leaId);
  return (
    <section aria-labelledby="districts">
      <h2 id="districts">Districts</h2>
      <Filters arrangement={arrangement} onArrange={onArrange} />
      <div className="chosen-bar">
        <p role="status">
          {listed.length === detail.districtStates.length
            ? plural(listed.length, 'district')
            : `${grouped(listed.length)} of ${plural(detail.districtStates.length, 'district')}`}
          {chosenHere.length > 0 && `, ${grouped(chosenHere.length)} chosen`}
        </p>
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={chosenHere.length === 0}
            onClick={() => onMakeLinks(chosenHere)}
          >
            {chosenHere.length === 0 ? 'Make links for those chosen' : `Make ${plural(chosenHere.length, 'link')}`}
          </button>
          <Reminders detail={detail} arrangement={arrangement} />
        </div>
      </div>
      {detail.previous && detail.districtStates.some(({ previousResponseRate }) => previousResponseRate !== null) && (
        <p className="note roomy">In a response rate, the dark mark is that of {detail.previous.name}.</p>
      )}
      {listed.length === 0 ? (
        <p>
          {detail.districtStates.length === 0
            ? 'No school districts are known here. “gapmap import places” brings them in.'
            : 'No district is like that. Choose another state, or search for less.'}
        </p>
      ) : (
        <Scroll label="Districts">
          <table className="wide district-table">
            <caption className="sr-only">Districts of {detail.name}</caption>
            <thead>
              <tr>
                <th scope="col" className="choose">
                  <label>
                    <input
                      type="checkbox"
                      checked={areAllChosen}
                      onChange={() => setChosen(new Set(areAllChosen ? [] : listed.map(({ leaId }) => leaId)))}
                    />
                    <span className="sr-only">Choose all that are listed</span>
                  </label>
                </th>
                {COLUMNS.map(({ order, words, className }) => (
                  <SortHeading
                    key={order}
                    words={words}
                    sorted={
                      arrangement.order === order ? (arrangement.isFalling ? 'descending' : 'ascending') : undefined
                    }
                    className={className}
                    onSort={() => onArrange(reordered(arrangement, order))}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((district) => (
                <DistrictRow
                  key={district.leaId}
                  district={district}
                  detail={detail}
                  columns={COLUMNS.length + 1}
                  isChosen={chosen.has(district.leaId)}
                  onChoose={(isChosen) => setChosen(having(chosen, district.leaId, isChosen))}
                  isOpen={open.has(district.leaId)}
                  onOpen={(isOpen) => setOpened([...having(open, district.leaId, isOpen)])}
                  onMakeLink={() => onMakeLinks([district.leaId])}
                  onRevokeLink={onRevokeLink}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {shown.length < listed.length && (
        <button type="button" className="button" onClick={() => setShowsAll(true)}>
          List all {grouped(listed.length)}
        </button>
      )}
    </section>
  );
}

function Filters({ arrangement, onArrange }: Pick<DistrictTableProps, 'arrangement' | 'onArrange'>) {
  return (
    <div className="filters">
      <div className="field">
        <label htmlFor="find-district">Find a district</label>
        <input
          id="find-district"
          type="search"
          autoComplete="off"
          value={arrangement.search}
          onChange={(event) => onArrange({ ...arrangement, search: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="state-of-districts">Which districts</label>
        <select
          id="state-of-districts"
          value={arrangement.state}
          onChange={(event) => {
            const state = STATES.find((candidate) => candidate === event.target.value) ?? 'all';
            onArrange({ ...arrangement, state });
          }}
        >
          <option value="all">All districts</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** For a mail merge: whoever is still to come, or those of the state that is listed. */
function Reminders({ detail, arrangement: { state } }: Pick<DistrictTableProps, 'detail' | 'arrangement'>) {
  const only = state !== 'all' && STILL_TO_COME.includes(state) ? [state] : STILL_TO_COME;
  const count = detail.districtStates.filter((district) => only.includes(district.state)).length;
  if (count === 0) return null;
  return (
    <a className="button quiet" href={hrefs.reminders(detail.id, only)} download>
      {only === STILL_TO_COME
        ? `Reminder list of the ${grouped(count)} still to come (CSV)`
        : `Reminder list of these ${grouped(count)} (CSV)`}
    </a>
  );
}

function having(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const changed = new Set(set);
  if (isIn) changed.add(item);
  else changed.delete(item);
  return changed;
}
