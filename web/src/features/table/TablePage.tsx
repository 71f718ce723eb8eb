/** The map's content as tables: clusters in rank order, and hexes in view with most students first. */
import './table.css';
import { useEffect, useState } from 'react';
import type { TableMessages } from '../../../../server/domain/messages/en/table.ts';
import { amountInShort } from '../../lib/amount-words.ts';
import { type Choice, leverKeys, measureKey, unservedKey } from '../../lib/choice.ts';
import { isEstimate, isEstimated, isHidden } from '../../lib/counts.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard, useRelease } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { sentence } from '../../lib/words.ts';
import type { HexInfo } from '../../map/protocol.ts';
import { selectionOf } from '../../map/selection.ts';
import { useHexes, useMapSession } from '../../map/session.ts';
import { sourceLine, WhoseView } from '../figure/index.ts';
import { ClusterTable } from './ClusterTable.tsx';
import { tableMessages } from './messages.ts';
import { type Column, SortableTable } from './SortableTable.tsx';

const HEXES_LISTED = 200;

export default function TablePage() {
  const { backToMap } = useCatalog(tableMessages);
  const { views } = useMapSession();
  const choice = useChoice();
  const heard = useHeard();
  const { data: release } = useRelease();
  const floor = release?.floors.students ?? 10;
  return (
    <div className="table-page">
      <div className="section-head">
        <h2>{sentence(choice, heard)}</h2>
        <button type="button" className="button" onClick={() => views.change({ page: 'map' })}>
          {backToMap}
        </button>
      </div>
      {release && <WhoseView release={release} />}
      {release && <p className="note">{sourceLine(release, choice)}</p>}
      <ClusterTable />
      <HexTable choice={choice} floor={floor} hasFilings={heard?.filers.length !== 0} />
    </div>
  );
}

interface HexTableProps {
  readonly choice: Choice;
  readonly floor: number;
  readonly hasFilings: boolean;
}

function HexTable({ choice, floor, hasFilings }: HexTableProps) {
  const messages = useCatalog(tableMessages);
  const { hexes: words } = messages;
  const { views, hexes: store } = useMapSession();
  const { summary, loading } = useHexes();
  const [hexes, setHexes] = useState<HexInfo[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the summary changes when the hexes in view do
  useEffect(() => {
    let isWanted = true;
    void store.ask('inView', { limit: HEXES_LISTED }).then((found) => isWanted && setHexes(found));
    return () => {
      isWanted = false;
    };
  }, [summary, choice]);
  const total = summary?.hexes ?? 0;
  return (
    <SortableTable
      caption={words.title}
      isComing={loading.state === 'starting'}
      note={
        loading.state === 'starting'
          ? words.coming
          : total > hexes.length
            ? words.first({ listed: hexes.length, hexes: total })
            : words.all({ hexes: total })
      }
      columns={columnsOf(messages, choice, floor, hasFilings)}
      rows={hexes}
      keyOf={(hex) => `${hex.h3}${hex.rest}`}
      empty={words.none}
      open={{
        words: messages.show,
        label: (hex) => words.showOne({ cell: hex.h3 }),
        act: (hex) => views.change({ page: 'map', selection: selectionOf(hex) }),
      }}
    />
  );
}

function columnsOf(
  { hexes: hexWords, count }: TableMessages,
  choice: Choice,
  floor: number,
  hasFilings: boolean,
): Column<HexInfo>[] {
  const {
    amounts,
    words: { measureNames },
  } = mapMessages.get();
  const name: Column<HexInfo> = {
    name: hexWords.hex,
    isNamed: (hex) => !hex.rest,
    words: (hex) => (hex.rest ? hexWords.restOf({ cell: hex.h3 }) : hex.h3),
    sort: (hex) => hex.h3,
  };
  const amount = (title: string, key: string): Column<HexInfo> => ({
    name: isEstimated(key) ? amounts.byShare({ what: title }) : title,
    numeric: true,
    words: (hex) => amountInShort(hex.counts[key]),
    sort: (hex) => rank(hex, key, floor),
    hidden: (hex) => isHidden(hex.counts[key]),
  });
  if (choice.layer === 'coverage')
    return [
      name,
      amount(hexWords.locations, 'locations'),
      amount(hexWords.served, 'served'),
      amount(hexWords.offers, 'offers'),
    ];
  const key = measureKey(choice);
  const levers = hasFilings ? [...leverKeys(choice)] : [];
  return [
    name,
    {
      name: hexWords.students,
      numeric: true,
      words: (hex) => count({ count: hex.students }),
      sort: (hex) => hex.students,
    },
    ...(choice.source === 'disputed' && key ? [amount(hexWords.disputed, key)] : []),
    ...(hasFilings ? [amount(measureNames.unserved, unservedKey(choice))] : []),
    ...levers.map(([lever, leverKey]) => amount(measureNames[lever], leverKey)),
    amount(measureNames.equip, 'equip'),
  ];
}

/** Hidden counts sort by their bounds: `high` near the top, `low` at the bottom. */
function rank(hex: HexInfo, key: string, floor: number): number {
  const amount = hex.counts[key];
  if (typeof amount === 'number') return amount;
  if (isEstimate(amount)) return amount.about;
  return amount === 'high' ? hex.students - floor / 2 : amount === 'low' ? floor / 2 : 0;
}
