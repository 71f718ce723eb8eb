/** One hex in words: what is there, who says so and as of when, what is offered, and what its students would need. */
import type { CellVerdict } from '../../lib/api.ts';
import { leverKeys } from '../../lib/choice.ts';
import { countIn, countInWords, grouped, plural } from '../../lib/counts.ts';
import { useCell, useRelease } from '../../lib/queries.ts';
import { useView } from '../../lib/use-view.ts';
import { dateInWords, LEVER_NAMES, leverMeaning, PLACE_KIND_WORDS, tierName, VERDICT_WORDS, verdictMeaning } from '../../lib/words.ts';
import { Message } from '../../ui/Message.tsx';
import { Card } from './Card.tsx';
import { Offers } from './Offers.tsx';

export function HexCard({ h3 }: { readonly h3: string }) {
  const { choice } = useView();
  const { data, isError, error, refetch } = useCell(choice, h3);
  const county = data?.places.find((place) => place.kind === 'county')?.name;
  const title = data ? (county ? `A hex in ${county}` : 'A hex') : 'A hex';
  return (
    <Card of={h3} eyebrow="Hex" title={title}>
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
  const { choice } = useView();
  const { tier } = choice;
  const { data: release } = useRelease();
  const floor = release?.floors.students ?? 10;
  return (
    <>
      <Students cell={cell} floor={floor} />
      <h3>Who says what, at {tierName(tier)}</h3>
      <dl className="verdicts">
        {(['fcc', 'puc', 'agreed'] as const).map((source) => {
          const { verdict, reason } = cell.verdicts[source];
          return (
            <div key={source}>
              <dt>{source === 'fcc' ? 'FCC' : source === 'puc' ? 'State (PUC)' : 'Both together'}</dt>
              <dd>
                <strong title={verdictMeaning(verdict, tier)}>{VERDICT_WORDS[verdict]}.</strong> {reason}
              </dd>
            </div>
          );
        })}
      </dl>
      {cell.disputed && <p className="disputed">Disputed. {typeof cell.disputed === 'string' ? cell.disputed : ''}</p>}
      <Offers cell={cell} />
      <p className="note">
        {cell.places.map((place) => `${place.name}${place.name.toLowerCase().includes(PLACE_KIND_WORDS[place.kind] ?? '') ? '' : ` (${PLACE_KIND_WORDS[place.kind] ?? place.kind})`}`).join(' · ')}
      </p>
      <p className="note">
        {cell.sources
          .map((source) => `${source.publisher} ${source.title}, as of ${dateInWords(source.asOf)}, revised ${dateInWords(source.revision)}`)
          .join('. ')}
        {release && `. Families' answers, ${release.collection}. Release “${release.name}”.`} Hex {cell.h3}.
      </p>
    </>
  );
}

function Students({ cell, floor }: { readonly cell: CellVerdict; readonly floor: number }) {
  const { choice } = useView();
  const { students } = cell;
  if (!students)
    return <p className="figure-words">No number is published for this hex alone: too few students live in it. A larger hex counts them.</p>;
  const rows = [...leverKeys(choice), ['equip', 'equip'] as const];
  return (
    <>
      <p className="figure-words">
        <strong>{plural(students.students ?? 0, 'student')}</strong> in {grouped(students.households ?? 0)} households
        {'rest' in cell && cell.rest ? ', those that finer hexes inside did not hold' : ''}.
      </p>
      <table className="mini">
        <caption className="sr-only">What they would need</caption>
        <tbody>
          {rows.map(([lever, key]) => {
            const count = countIn(students, key);
            return (
              <tr key={lever} className={typeof count === 'number' ? '' : 'is-hidden'}>
                <th scope="row">
                  {LEVER_NAMES[lever]}
                  <span className="note">{leverMeaning(lever, choice.tier)}</span>
                </th>
                <td>{countInWords(count, floor)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
