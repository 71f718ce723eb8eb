/** The map's content as tables: clusters in rank order, and hexes in view with most students first. */
import './table.css';
import { useEffect, useRef, useState } from 'react';
import type { TableMessages } from '../../../../server/domain/messages/en/table.ts';
import { amountInShort } from '../../lib/amount-words.ts';
import { type Choice, leverKeys, measureKey, unservedKey } from '../../lib/choice.ts';
import { isEstimate, isHidden } from '../../lib/counts.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard, useRelease, useTowns } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { type Town, whereabouts } from '../../lib/whereabouts.ts';
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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The map, which had the focus, lies beneath now.
    if (document.activeElement === document.body || document.activeElement?.closest('[inert]'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="table-page">
      <div className="section-head">
        <h2 ref={heading} tabIndex={-1}>
          {sentence(choice, heard)}
        </h2>
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
  const towns = useTowns();
  const nameOf = (hex: HexInfo) => hexName(hex, towns);
  const listed =
    total > hexes.length ? words.first({ listed: hexes.length, hexes: total }) : words.all({ hexes: total });
  const isByShare = hasFilings && choice.layer === 'hexes';
  return (
    <SortableTable
      caption={words.title}
      isComing={loading.state === 'starting'}
      note={loading.state === 'starting' ? words.coming : isByShare ? `${listed} ${words.byShare}` : listed}
      columns={columnsOf(messages, choice, { floor, hasFilings, nameOf })}
      rows={hexes}
      keyOf={(hex) => `${hex.h3}${hex.rest}`}
      empty={words.none}
      open={{
        words: messages.show,
        label: (hex) => words.showOne({ nearby: nameOf(hex) }),
        act: (hex) => views.change({ page: 'map', selection: selectionOf(hex, true) }),
      }}
    />
  );
}

function columnsOf(
  { hexes: hexWords, count }: TableMessages,
  choice: Choice,
  { floor, hasFilings, nameOf }: { floor: number; hasFilings: boolean; nameOf: (hex: HexInfo) => string },
): Column<HexInfo>[] {
  const { measureNames } = mapMessages.get().words;
  const name: Column<HexInfo> = {
    name: hexWords.hex,
    words: nameOf,
    sort: nameOf,
  };
  const amount = (title: string, key: string): Column<HexInfo> => ({
    name: title,
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

/** Where it is, as nobody knows a hex by its code. */
function hexName({ center, rest }: HexInfo, towns: readonly Town[] | undefined): string {
  const { near } = mapMessages.get();
  const where = whereabouts(center, towns) ?? near.unknown;
  return rest ? near.rest({ nearby: where }) : where;
}

/** Hidden counts sort by their bounds: `high` near the top, `low` at the bottom. */
function rank(hex: HexInfo, key: string, floor: number): number {
  const amount = hex.counts[key];
  if (typeof amount === 'number') return amount;
  if (isEstimate(amount)) return amount.about;
  return amount === 'high' ? hex.students - floor / 2 : amount === 'low' ? floor / 2 : 0;
}
