/** The decision, and what follows: the intended award, the award, a round for what is left. */

import { useId, useState } from 'react';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { evaluationMessages } from './messages.ts';
import { type Evaluation, useAct } from './queries.ts';

export function Decided({ evaluation }: { readonly evaluation: Evaluation }) {
  const { decide: messages, notDone } = useCatalog(evaluationMessages);
  const act = useAct(evaluation.round.id);
  const { round, decision, allowsRepair, repairedBy, awards, lots } = evaluation;
  const isLeft = awards.length < lots.length;
  if (!decision) return null;
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{messages.last({ who: decision.decidedBy, at: decision.decidedAt })}</h2>
      <blockquote translate="no">{decision.reason}</blockquote>
      <AwardTable evaluation={evaluation} />
      {round.standing === 'evaluation' && (
        <Button words={messages.intend} act={() => act.mutate({ what: 'intend' })} isPending={act.isPending} />
      )}
      {round.standing === 'intended' && round.protestUntil && (
        <>
          <p>{round.now < round.protestUntil ? messages.protest({ at: round.protestUntil }) : messages.protestOver}</p>
          <Button words={messages.award} act={() => act.mutate({ what: 'award' })} isPending={act.isPending} />
          <Reconsider take={(reason) => act.mutate({ what: 'reconsider', reason })} />
        </>
      )}
      {allowsRepair && isLeft && repairedBy === null && (
        <>
          <p>{messages.repairMeans}</p>
          <Button words={messages.repair} act={() => act.mutate({ what: 'repair' })} isPending={act.isPending} />
        </>
      )}
      {repairedBy !== null && (
        <p>
          {messages.repaired}{' '}
          <PageLink to={{ page: 'rounds', id: repairedBy.id }} translate="no">
            {repairedBy.title}
          </PageLink>
        </p>
      )}
      {act.isError && (
        <Message tone="failed" title={notDone}>
          {act.error.message}
        </Message>
      )}
    </section>
  );
}

interface ButtonProps {
  readonly words: string;
  readonly act: () => void;
  readonly isPending: boolean;
}

function Button({ words, act, isPending }: ButtonProps) {
  return (
    <div className="actions">
      <button type="button" className="button primary" disabled={isPending} onClick={act}>
        {words}
      </button>
    </div>
  );
}

function AwardTable({ evaluation: { lots, awards } }: { readonly evaluation: Evaluation }) {
  const { decide: messages, choose, compare } = useCatalog(evaluationMessages);
  return (
    <Scroll label={messages.title}>
      <table className="wide rows">
        <thead>
          <tr>
            <th scope="col">{messages.lot}</th>
            <th scope="col">{messages.provider}</th>
            <th scope="col" className="numeric">
              {choose.cost}
            </th>
            <th scope="col" className="numeric">
              {choose.students}
            </th>
          </tr>
        </thead>
        <tbody>
          {lots.map(({ id, name }) => {
            const award = awards.find(({ lot }) => lot === id);
            return (
              <tr key={id}>
                <th scope="row" translate={translateOf(name)}>
                  {clusterName(name)}
                </th>
                <td translate={award ? 'no' : undefined}>{award?.provider ?? messages.none}</td>
                <td className="numeric">{award ? compare.dollars({ dollars: award.ask }) : ''}</td>
                <td className="numeric">{award?.students ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Reconsider({ take }: { readonly take: (reason: string) => void }) {
  const { decide: messages } = useCatalog(evaluationMessages);
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') take(reason.trim());
      }}
    >
      <div className="field">
        <label htmlFor={id}>{messages.reason}</label>
        <input id={id} required maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </div>
      <div className="actions">
        <button type="submit" className="button">
          {messages.reconsider}
        </button>
      </div>
    </form>
  );
}
