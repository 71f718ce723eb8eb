/** The districts of a collection: search, filter, sort, expand, and select for links. */
import './district-table.css';
import { type CSSProperties, useMemo, useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { isTexts, useKept } from '../../../lib/use-kept.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { SortHeading } from '../../../ui/SortHeading.tsx';
import { hrefs } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { STATES } from '../words.ts';
import { type Arrangement, arranged, ORDERS, reordered } from './arrange.ts';
import { DistrictRow } from './DistrictRow.tsx';
import { STILL_TO_COME } from './summary.ts';

export interface DistrictTableProps {
  readonly detail: CollectionDetail;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onMakeLinks: (leaIds: readonly string[]) => void;
  readonly onRevokeLink: (id: number) => void;
}

/** Further rows come on request: a state with 1,200 districts stays quick. */
const LISTED_AT_FIRST = 200;

export function DistrictTable({ detail, arrangement, onArrange, onMakeLinks, onRevokeLink }: DistrictTableProps) {
  const words = useCatalog(collectMessages);
  const messages = words.coordinator.table;
  const { districtStates } = detail;
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
      <h2 id="districts">{messages.title}</h2>
      <Filters arrangement={arrangement} onArrange={onArrange} />
      <div className="chosen-bar">
        <p role="status">
          {listed.length === districtStates.length
            ? words.districts({ districtCount: listed.length })
            : messages.listed({ listed: listed.length, districtCount: districtStates.length })}
          {chosenHere.length > 0 && messages.chosen({ chosen: chosenHere.length })}
        </p>
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={chosenHere.length === 0}
            onClick={() => onMakeLinks(chosenHere)}
          >
            {chosenHere.length === 0
              ? words.office.links.makeChosen
              : words.office.links.make({ links: chosenHere.length })}
          </button>
          <Reminders detail={detail} arrangement={arrangement} />
        </div>
      </div>
      {detail.previous && detail.districtStates.some(({ previousResponseRate }) => previousResponseRate !== null) && (
        <p className="note roomy">{messages.darkMark({ previous: detail.previous.name })}</p>
      )}
      {listed.length === 0 ? (
        <p>{districtStates.length === 0 ? messages.noneKnown : messages.noneLike}</p>
      ) : (
        <Scroll label={messages.title}>
          <table
            className="wide district-table"
            style={{ '--sort-by': JSON.stringify(messages.sortBy) } as CSSProperties}
          >
            <caption className="sr-only">{messages.caption({ collection: detail.name })}</caption>
            <thead>
              <tr>
                <th scope="col" className="choose">
                  <label>
                    <input
                      type="checkbox"
                      checked={areAllChosen}
                      onChange={() => setChosen(new Set(areAllChosen ? [] : listed.map(({ leaId }) => leaId)))}
                    />
                    <span className="sr-only">{messages.chooseAll}</span>
                  </label>
                </th>
                {ORDERS.map((order) => (
                  <SortHeading
                    key={order}
                    words={messages.columns[order]}
                    sorted={
                      arrangement.order === order ? (arrangement.isFalling ? 'descending' : 'ascending') : undefined
                    }
                    className={order === 'enrolled' ? 'numeric' : undefined}
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
                  columns={ORDERS.length + 1}
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
          {messages.listAll({ listed: listed.length })}
        </button>
      )}
    </section>
  );
}

function Filters({ arrangement, onArrange }: Pick<DistrictTableProps, 'arrangement' | 'onArrange'>) {
  const { coordinator, states } = useCatalog(collectMessages);
  const messages = coordinator.table;
  return (
    <div className="filters">
      <div className="field">
        <label htmlFor="find-district">{messages.find}</label>
        <input
          id="find-district"
          type="search"
          autoComplete="off"
          value={arrangement.search}
          onChange={(event) => onArrange({ ...arrangement, search: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="state-of-districts">{messages.which}</label>
        <select
          id="state-of-districts"
          value={arrangement.state}
          onChange={(event) => {
            const state = STATES.find((candidate) => candidate === event.target.value) ?? 'all';
            onArrange({ ...arrangement, state });
          }}
        >
          <option value="all">{messages.all}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {states[state]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** For a mail merge: the districts still missing, or those in the listed state. */
function Reminders({ detail, arrangement: { state } }: Pick<DistrictTableProps, 'detail' | 'arrangement'>) {
  const messages = useCatalog(collectMessages).coordinator.table;
  const only = state !== 'all' && STILL_TO_COME.includes(state) ? [state] : STILL_TO_COME;
  const count = detail.districtStates.filter((district) => only.includes(district.state)).length;
  if (count === 0) return null;
  return (
    <a className="button quiet" href={hrefs.reminders(detail.id, only)} download>
      {only === STILL_TO_COME
        ? messages.remindAll({ districtCount: count })
        : messages.remindThese({ districtCount: count })}
    </a>
  );
}

function having(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const changed = new Set(set);
  if (isIn) changed.add(item);
  else changed.delete(item);
  return changed;
}
