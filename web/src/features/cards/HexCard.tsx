/** One hex in words: what is there, who says so and as of when, what is offered, and what its students would need. */

import { lazy, Suspense } from 'react';
import { FILERS, SOURCES, type Source } from '../../../../server/domain/verdict.ts';
import { amountInShort, restingOn } from '../../lib/amount-words.ts';
import type { CellVerdict, HexRef } from '../../lib/api.ts';
import { leverKeys, type Measure, unservedKey } from '../../lib/choice.ts';
import { amountIn, isHidden } from '../../lib/counts.ts';
import { useOwnState } from '../../lib/edition.ts';
import { mapMessages } from '../../lib/messages.ts';
import { placeName } from '../../lib/place-name.ts';
import { useCell, useChoice, useHeard, usePaidPercent, useRelease } from '../../lib/queries.ts';
import { useParty } from '../../lib/session.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { COMMISSION, tierName } from '../../lib/words.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { Said } from '../../ui/Said.tsx';
import { AnswerList, filingInWords } from '../figure/index.ts';
import { Card } from './Card.tsx';
import { Offers } from './Offers.tsx';

const ToLot = lazy(() => import('../lot-pick/index.ts'));

function useHexMessages() {
  return useCatalog(mapMessages).cards.hex;
}

export function HexCard({ hex }: { readonly hex: HexRef }) {
  const messages = useHexMessages();
  const { tryAgain } = useMessages();
  const choice = useChoice();
  const { data, isError, error, refetch } = useCell(choice, hex);
  const percentPaid = usePaidPercent(choice, hex);
  const isStaff = useParty() === 'staff';
  const county = data?.places.find((place) => place.kind === 'county');
  const { data: release } = useRelease();
  // Neighbors have counties of one name.
  const inState = useOwnState() !== undefined && release ? `, ${release.state.name}` : '';
  const title = county ? messages.titleIn({ place: placeName(county) + inState }) : messages.title;
  return (
    <Card of={hex.h3} eyebrow={messages.name} title={title}>
      {isError && (
        <Message tone="failed" title={messages.failed} action={{ words: tryAgain, act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {!data && !isError && <Coming words={messages.coming} />}
      {data && <HexFacts cell={data} percentPaid={percentPaid} />}
      {isStaff && data && (
        <Suspense>
          <ToLot hex={hex.h3} name={title} />
        </Suspense>
      )}
    </Card>
  );
}

function HexFacts({ cell, percentPaid }: { readonly cell: CellVerdict; readonly percentPaid: number }) {
  const messages = useHexMessages();
  const { words } = useCatalog(mapMessages);
  const { tier } = useChoice();
  const { data: release } = useRelease();
  const { filers, commission } = useHeard() ?? { filers: FILERS, commission: COMMISSION };
  // Where only one filed, its word is what both say together.
  const sources: readonly Source[] = filers.length === FILERS.length ? SOURCES : FILERS;
  const pieces = [
    ...cell.sources.map(filingInWords),
    ...(release
      ? [messages.families({ collection: release.collection }), messages.release({ release: release.name })]
      : []),
  ];
  const according = <p className="note">{messages.according({ pieces, cell: cell.h3 })}</p>;
  if (cell.outside)
    return (
      <>
        <p className="figure-words">{messages.outside({ state: release?.state.name ?? '' })}</p>
        {according}
      </>
    );
  return (
    <>
      <Students cell={cell} percentPaid={percentPaid} />
      <h3>{messages.whoSays({ speed: tierName(tier) })}</h3>
      <dl className="verdicts">
        {sources.map((source) => {
          const { verdict, reason } = cell.verdicts[source];
          return (
            <div key={source}>
              <dt>{messages.sources({ source, commission })}</dt>
              <dd>
                <strong title={words.verdictMeaning({ verdict, tier })}>{words.verdicts[verdict]}.</strong>{' '}
                {asSentence(reason)}
              </dd>
            </div>
          );
        })}
      </dl>
      {cell.disputed && (
        <p className="disputed">
          {messages.disputed} {asSentence(cell.disputed)}
        </p>
      )}
      <Offers cell={cell} />
      {cell.places.length > 0 && <p className="note">{messages.inPlaces({ names: cell.places.map(placeName) })}</p>}
      {according}
    </>
  );
}

function asSentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

function Students({ cell, percentPaid }: { readonly cell: CellVerdict; readonly percentPaid: number }) {
  const messages = useHexMessages();
  const { words } = useCatalog(mapMessages);
  const choice = useChoice();
  const hasFilings = useHeard()?.filers.length !== 0;
  const { paid } = useView();
  const { students } = cell;
  if (!students) return <p className="figure-words">{messages.noNumber}</p>;
  const facts = { students: students.students ?? 0, households: students.households ?? 0 };
  const estimated = hasFilings ? ([['unserved', unservedKey(choice)], ...leverKeys(choice)] as const) : [];
  const rows: (readonly [Exclude<Measure, 'all'>, string])[] = [...estimated, ['equip', 'equip']];
  return (
    <>
      <p className="figure-words">
        <Said
          message={cell.rest ? messages.studentsOfRest(facts) : messages.students(facts)}
          parts={{ strong: (inner) => <strong>{inner}</strong> }}
        />
      </p>
      <table className="mini">
        <caption className="sr-only">{messages.needs}</caption>
        <tbody>
          {rows.map(([measure, key]) => {
            const amount = amountIn(students, key);
            return (
              <tr key={measure} className={isHidden(amount) ? 'is-hidden' : ''}>
                <th scope="row">
                  {words.measureNames[measure]}
                  <span className="note">
                    {restingOn(words.measureMeaning({ measure, tier: choice.tier }), amount)}
                  </span>
                </th>
                <td>{amountInShort(amount)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {percentPaid > 0 && hasFilings && (
        <p className="note">{(paid ? messages.paidCounted : messages.paid)({ percent: percentPaid })}</p>
      )}
      {!hasFilings && <AnswerList totals={students} />}
    </>
  );
}
