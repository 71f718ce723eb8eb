import { scoreOfChoice } from '../../../../server/domain/round/score.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import type { BidShown } from './Choosing.tsx';
import { evaluationMessages } from './messages.ts';
import type { Tried } from './queries.ts';

interface ChoiceFactsProps {
  readonly choice: Omit<Tried['greedy'], 'broken'> & { readonly broken?: Tried['greedy']['broken'] };
  readonly bids: readonly BidShown[];
  readonly budget: number;
}

export function ChoiceFacts({ choice, bids, budget }: ChoiceFactsProps) {
  const { choose: messages, compare, scores } = useCatalog(evaluationMessages);
  const { students, cost, finish, chosen, broken = [] } = choice;
  const taken = chosen.flatMap((id) => bids.find((bid) => bid.id === id) ?? []);
  const total = scoreOfChoice(taken);
  const facts = [
    [messages.students, String(students)],
    [messages.cost, compare.dollars({ dollars: cost })],
    [messages.left, compare.dollars({ dollars: Math.max(0, budget - cost) })],
    [messages.finish, finish ? compare.day({ day: finish }) : ''],
    [messages.score, total === null ? messages.noScore : scores.value({ score: total })],
  ] as const;
  if (chosen.length === 0) return <p>{messages.nothing}</p>;
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {taken.map(({ id, name, total: own }) => (
          <li key={id}>
            <span translate="no">{name}</span>
            {own !== null && `, ${messages.scoreOf({ score: own })}`}
          </li>
        ))}
      </ul>
      {broken.length > 0 && (
        <p className="evaluation-broken" role="status">
          {messages.broken} {broken.map((rule) => messages.rules[rule]).join(' ')}
        </p>
      )}
    </>
  );
}

interface ForcedProps {
  readonly forced: Tried['forced'];
  readonly bids: readonly BidShown[];
}

export function Forced({ forced, bids }: ForcedProps) {
  const { choose: messages } = useCatalog(evaluationMessages);
  if (forced.length === 0) return null;
  return (
    <>
      <h4>{messages.forced}</h4>
      <Scroll label={messages.forced}>
        <table className="wide rows">
          <caption className="note">{messages.forcedLead}</caption>
          <thead>
            <tr>
              {[messages.bid, messages.students, messages.cost].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {forced.map(({ bid, fewerStudents, moreMoney }) => (
              <tr key={bid}>
                <th scope="row" translate="no">
                  {bids.find(({ id }) => id === bid)?.name ?? bid}
                </th>
                {fewerStudents === null || moreMoney === null ? (
                  <td colSpan={2}>{messages.forbidden}</td>
                ) : (
                  <>
                    <td>{messages.forcedStudents({ students: fewerStudents })}</td>
                    <td>{messages.forcedMoney({ dollars: moreMoney })}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
