/** One hex in words: what is there, who says so and as of when, what is offered, and what its students would need. */

import { provenanceInWords } from '../../../../server/domain/provenance.ts';
import { FILERS, SOURCES, type Source } from '../../../../server/domain/verdict.ts';
import type { CellVerdict, HexRef } from '../../lib/api.ts';
import { leverKeys, type Measure, unservedKey } from '../../lib/choice.ts';
import { amountIn, amountInShort, grouped, isEstimate, isHidden, plural } from '../../lib/counts.ts';
import { BY_SHARE } from '../../lib/estimate.ts';
import { dateInWords } from '../../lib/format.ts';
import { useCell, useChoice, useHeard, useRelease } from '../../lib/queries.ts';
import { MEASURE_NAMES, measureMeaning, placeName, tierName, VERDICT_WORDS, verdictMeaning } from '../../lib/words.ts';
import { Message } from '../../ui/Message.tsx';
import { AnswerList } from '../figure/index.ts';
import { Card } from './Card.tsx';
import { Offers } from './Offers.tsx';

export function HexCard({ hex }: { readonly hex: HexRef }) {
  const choice = useChoice();
  const { data, isError, error, refetch } = useCell(choice, hex);
  const county = data?.places.find((place) => place.kind === 'county');
  const title = county ? `A hex in ${placeName(county)}` : 'A hex';
  return (
    <Card of={hex.h3} eyebrow="Hex" title={title}>
      {isError && (
        <Message tone="failed" title="This hex did not come" action={{ words: 'Try again', act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {!data && !isError && <p className="note">Looking up what is there.</p>}
      {data && <HexFacts cell={data} />}
    </Card>
  );
}

function HexFacts({ cell }: { readonly cell: CellVerdict }) {
  const choice = useChoice();
  const { tier } = choice;
  const { data: release } = useRelease();
  const { filers } = useHeard() ?? { filers: FILERS };
  // What both say together is what one says where only that one filed.
  const sources: readonly Source[] = filers.length === FILERS.length ? SOURCES : FILERS;
  return (
    <>
      <Students cell={cell} />
      <h3>Who says what, at {tierName(tier)}</h3>
      <dl className="verdicts">
        {sources.map((source) => {
          const { verdict, reason } = cell.verdicts[source];
          return (
            <div key={source}>
              <dt>{source === 'fcc' ? 'FCC' : source === 'puc' ? 'State (PUC)' : 'Both together'}</dt>
              <dd>
                <strong title={verdictMeaning(verdict, tier)}>{VERDICT_WORDS[verdict]}.</strong> {asSentence(reason)}
              </dd>
            </div>
          );
        })}
      </dl>
      {cell.disputed && <p className="disputed">Disputed. {asSentence(cell.disputed)}</p>}
      <Offers cell={cell} />
      {cell.places.length > 0 && <p className="note">In {cell.places.map(placeName).join(', ')}.</p>}
      <p className="note">
        {[
          ...cell.sources.map((source) => provenanceInWords(source, dateInWords)),
          ...(release ? [`Families' answers, ${release.collection}`, `Release “${release.name}”`] : []),
        ].join('. ')}
        . Hex {cell.h3}.
      </p>
    </>
  );
}

function asSentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

function Students({ cell }: { readonly cell: CellVerdict }) {
  const choice = useChoice();
  const hasFilings = useHeard()?.filers.length !== 0;
  const { students } = cell;
  if (!students)
    return (
      <p className="figure-words">
        No number is published for this hex alone: too few students live in it. A larger hex counts them.
      </p>
    );
  const estimated = hasFilings ? ([['unserved', unservedKey(choice)], ...leverKeys(choice)] as const) : [];
  const rows: (readonly [Exclude<Measure, 'all'>, string])[] = [...estimated, ['equip', 'equip']];
  return (
    <>
      <p className="figure-words">
        <strong>{plural(students.students ?? 0, 'student')}</strong> in {grouped(students.households ?? 0)} households
        {cell.rest ? ', those that finer hexes inside do not hold' : ''}.
      </p>
      <table className="mini">
        <caption className="sr-only">What they would need</caption>
        <tbody>
          {rows.map(([measure, key]) => {
            const amount = amountIn(students, key);
            return (
              <tr key={measure} className={isHidden(amount) ? 'is-hidden' : ''}>
                <th scope="row">
                  {MEASURE_NAMES[measure]}
                  <span className="note">
                    {measureMeaning(measure, choice.tier)}
                    {isEstimate(amount) && `, ${BY_SHARE}`}
                  </span>
                </th>
                <td>{amountInShort(amount)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!hasFilings && <AnswerList totals={students} />}
    </>
  );
}
