/** Rules, the solver's choice, the one by cost per student, what each left out would cost, and a choice by hand that is decided. */

import { useState } from 'react';
import { clusterName } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { ByHand } from './ByHand.tsx';
import { ChoiceFacts, Forced } from './ChoiceFacts.tsx';
import { Decide } from './Decide.tsx';
import { evaluationMessages } from './messages.ts';
import { type Evaluation, type Rules, useTrial } from './queries.ts';
import { RuleFields } from './RuleFields.tsx';

export function Choosing({ evaluation }: { readonly evaluation: Evaluation }) {
  const { choose: messages, notDone } = useCatalog(evaluationMessages);
  const { round, decision, budget } = evaluation;
  const [rules, setRules] = useState<Rules>(decision?.rules ?? { budget: budget ?? 0, mustHave: [], excluded: [] });
  const [byHand, setByHand] = useState<readonly string[]>(decision?.chosen ?? []);
  const out = new Set(rules.excluded.map(({ proposal }) => String(proposal)));
  const kept = byHand.filter((bid) => !out.has(bid.split('.')[0] ?? ''));
  const asked = { ...rules, excluded: rules.excluded.filter(({ reason }) => reason.trim() !== '') };
  const { data: tried, error, isFetching } = useTrial(round.id, asked, kept);
  const bids = bidsIn(evaluation, new Set(asked.excluded.map(({ proposal }) => proposal)));
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{messages.title}</h2>
      <p>{messages.lead}</p>
      <RuleFields evaluation={evaluation} rules={rules} put={setRules} />
      <p role="status" className="note">
        {isFetching ? messages.solving : ''}
      </p>
      {error && (
        <Message tone="failed" title={notDone}>
          {error.message}
        </Message>
      )}
      {tried && (
        <>
          <h3>{messages.best}</h3>
          {tried.best ? (
            <>
              <p>{tried.best.isProven ? messages.bestMeans : messages.unproven}</p>
              <ChoiceFacts choice={tried.best} bids={bids} budget={rules.budget} />
              <TakeOver words={messages.useBest} take={() => setByHand(tried.best?.chosen ?? [])} />
            </>
          ) : (
            <p>{messages.impossible}</p>
          )}
          <Forced forced={tried.forced} bids={bids} />
          <h3>{messages.greedy}</h3>
          <ChoiceFacts choice={tried.greedy} bids={bids} budget={rules.budget} />
          <TakeOver words={messages.useGreedy} take={() => setByHand(tried.greedy.chosen)} />
          <h3>{messages.byHand}</h3>
          <p>{messages.byHandMeans}</p>
          <ByHand bids={bids} chosen={kept} put={setByHand} />
          <ChoiceFacts choice={tried.byHand} bids={bids} budget={rules.budget} />
          <Decide
            round={round.id}
            rules={asked}
            chosen={kept}
            isReady={tried.byHand.broken.length === 0 && kept.length > 0}
          />
        </>
      )}
    </section>
  );
}

function TakeOver({ words, take }: { readonly words: string; readonly take: () => void }) {
  return (
    <button type="button" className="button" onClick={take}>
      {words}
    </button>
  );
}

export interface BidShown {
  readonly id: string;
  readonly name: string;
  readonly students: number;
  readonly ask: number;
  /** Null: not all criteria have points. */
  readonly total: number | null;
}

/** What may be taken as one, with the names of its lots. */
function bidsIn({ offers, lots, opened, scores }: Evaluation, out: ReadonlySet<number>): BidShown[] {
  const stale = new Set(opened.filter(({ isStale }) => isStale).map(({ id }) => id));
  const open = offers.filter(({ proposal }) => !out.has(proposal) && !stale.has(proposal));
  return [...Map.groupBy(open, ({ bid }) => bid)].map(([id, own]) => {
    const names = own.map(({ lot }) => clusterName(lots.find((one) => one.id === lot)?.name ?? String(lot)));
    return {
      id,
      name: `${own[0]?.provider ?? ''} (${own[0]?.alternative ?? ''}): ${names.join(', ')}`,
      total:
        scores.find((one) => one.proposal === own[0]?.proposal && one.alternative === own[0]?.alternative)?.total ??
        null,
      students: own.reduce((sum, { students }) => sum + students, 0),
      ask: own.reduce((sum, { subsidy }) => sum + subsidy, 0),
    };
  });
}
