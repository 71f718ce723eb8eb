/** Points of evaluators by the criteria that the round opened with, and what they come to. */
import { type FormEvent, useState } from 'react';
import { MOST_POINTS } from '../../../../server/domain/round/score.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { evaluationMessages } from './messages.ts';
import { type AlternativeScore, type Evaluation, useJudge } from './queries.ts';

interface ScoresProps {
  readonly evaluation: Evaluation;
  readonly isChoosing: boolean;
}

export function Scores({ evaluation: { round, opened, scores }, isChoosing }: ScoresProps) {
  const { scores: messages } = useCatalog(evaluationMessages);
  const [first] = scores;
  if (!first) return null;
  const nameOf = ({ proposal, alternative }: AlternativeScore) =>
    `${opened.find(({ id }) => id === proposal)?.provider ?? proposal} (${alternative})`;
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">{messages.title}</h2>
      {first.criteria.length === 0 ? (
        <p>{messages.none}</p>
      ) : (
        <>
          <p>{messages.lead}</p>
          <Scroll label={messages.title}>
            <table className="wide rows">
              <thead>
                <tr>
                  <th scope="col">{messages.alternative}</th>
                  {first.criteria.map((criterion) => (
                    <th key={criterion.name} scope="col" className="numeric">
                      {messages.criterion(criterion)}
                    </th>
                  ))}
                  <th scope="col" className="numeric">
                    {messages.total}
                  </th>
                </tr>
              </thead>
              <tbody>
                {scores.map((one) => (
                  <tr key={keyOf(one)}>
                    <th scope="row" translate="no">
                      {nameOf(one)}
                    </th>
                    {one.criteria.map(({ name, mean }) => (
                      <td key={name} className="numeric">
                        {mean === null ? messages.notYet : messages.value({ score: mean })}
                      </td>
                    ))}
                    <td className="numeric">
                      <strong>{one.total === null ? messages.notYet : messages.value({ score: one.total })}</strong>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {scores.map((one) => (
            <details key={keyOf(one)} className="evaluation-details">
              <summary>{messages.give({ name: nameOf(one) })}</summary>
              <Given score={one} />
              {isChoosing && <GiveForm round={round.id} score={one} />}
            </details>
          ))}
        </>
      )}
    </section>
  );
}

function keyOf({ proposal, alternative }: AlternativeScore): string {
  return `${proposal}.${alternative}`;
}

/** Everybody's points and reasons. */
function Given({ score }: { readonly score: AlternativeScore }) {
  const { scores: messages } = useCatalog(evaluationMessages);
  return (
    <dl>
      {score.criteria
        .filter(({ given }) => given.length > 0)
        .map(({ name, weight, given }) => (
          <div key={name}>
            <dt>{messages.criterion({ name, weight })}</dt>
            {given.map(({ who, points, reason, at }) => (
              <dd key={who}>
                {messages.given({ who, count: points, at })} <span translate="no">{reason}</span>
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}

interface GiveFormProps {
  readonly round: number;
  readonly score: AlternativeScore;
}

function GiveForm({ round, score }: GiveFormProps) {
  const { scores: messages, notDone } = useCatalog(evaluationMessages);
  const [typed, setTyped] = useState(() => score.criteria.map(ownOf));
  const judge = useJudge(round);
  const put = (at: number, change: Partial<Typed>) =>
    setTyped(typed.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const scores = typed.flatMap(({ points, reason }, at) =>
      points === '' ? [] : [{ criterion: at + 1, points: Number(points), reason: reason.trim() }],
    );
    const { proposal, alternative } = score;
    if (scores.length > 0) judge.mutate({ what: 'scores', proposal, json: { alternative, scores } });
  };
  return (
    <form onSubmit={send}>
      {score.criteria.map(({ name }, at) => (
        <div key={name} className="evaluation-points">
          <Field
            label={messages.points({ name })}
            value={typed[at]?.points ?? ''}
            change={(points) => put(at, { points })}
            type="number"
            least={0}
            greatest={MOST_POINTS}
            isWhole
          />
          <Field
            label={messages.reason({ name })}
            value={typed[at]?.reason ?? ''}
            change={(reason) => put(at, { reason })}
            isNeeded={typed[at]?.points !== ''}
            lines={2}
            most={1000}
          />
        </div>
      ))}
      <div className="actions">
        <button type="submit" className="button" disabled={judge.isPending}>
          {messages.act}
        </button>
      </div>
      {judge.isError && (
        <Message tone="failed" title={notDone}>
          {judge.error.message}
        </Message>
      )}
    </form>
  );
}

interface Typed {
  readonly points: string;
  readonly reason: string;
}

function ownOf({ given }: AlternativeScore['criteria'][number]): Typed {
  const own = given.find(({ isOwn }) => isOwn);
  return { points: own ? String(own.points) : '', reason: own?.reason ?? '' };
}
