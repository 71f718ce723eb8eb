/** A budget, and the exact and the greedy choice beside each other. */
import { useId } from 'react';
import { CONNECTING } from '../../../../server/domain/cost/estimate.ts';
import { COST_CASES } from '../../../../server/domain/cost/inputs.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { costMessages } from './messages.ts';
import { PlanTable } from './PlanTable.tsx';
import type { CostAnswer, ScenarioBody } from './queries.ts';
import { sumsOf } from './sums.ts';

interface BudgetPlansProps {
  readonly answer: CostAnswer | undefined;
  readonly scenario: ScenarioBody;
  readonly change: (changed: Partial<ScenarioBody>) => void;
}

export function BudgetPlans({ answer, scenario, change }: BudgetPlansProps) {
  const messages = useCatalog(costMessages);
  const { budget: words } = messages;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.lead}</p>
      <Amount answer={answer} scenario={scenario} change={change} />
      <fieldset className="cost-ways">
        <legend>{words.ways}</legend>
        {CONNECTING.map((lever) => (
          <Check
            key={lever}
            words={messages.levers[lever]}
            isOn={scenario.levers.includes(lever)}
            put={(isOn) =>
              change({ levers: CONNECTING.filter((one) => (one === lever ? isOn : scenario.levers.includes(one))) })
            }
          />
        ))}
        <Check words={words.withDevices} isOn={scenario.withDevices} put={(withDevices) => change({ withDevices })} />
      </fieldset>
      {answer?.plans ? <Plans answer={answer} /> : <p className="note">{words.none}</p>}
    </section>
  );
}

function Amount({ answer, scenario, change }: BudgetPlansProps) {
  const messages = useCatalog(costMessages);
  const { budget: words } = messages;
  const ids = [useId(), useId(), useId()];
  const budget = scenario.budget ?? 0;
  const most = Math.max(1_000_000, budget, roundUp(dearestOf(answer)));
  const put = (value: number) => change({ budget: Math.min(1e12, Math.max(0, Math.round(value))) });
  return (
    <div className="cost-amount">
      <div className="field">
        <label htmlFor={ids[0]}>{words.amount}</label>
        <input
          id={ids[0]}
          type="number"
          min={0}
          step={1}
          value={scenario.budget ?? ''}
          onChange={({ target }) => (target.value === '' ? change({ budget: null }) : put(target.valueAsNumber))}
        />
      </div>
      <div className="field cost-slider">
        <label htmlFor={ids[1]}>{words.slider}</label>
        <input
          id={ids[1]}
          type="range"
          min={0}
          max={most}
          step={most / 200}
          value={budget}
          aria-valuetext={messages.dollars({ dollars: budget })}
          onChange={(event) => put(event.target.valueAsNumber)}
        />
      </div>
      <div className="field">
        <label htmlFor={ids[2]}>{words.whose}</label>
        <select
          id={ids[2]}
          value={scenario.case}
          onChange={(event) => change({ case: event.target.value as ScenarioBody['case'] })}
        >
          {COST_CASES.map((of) => (
            <option key={of} value={of}>
              {messages.cases[of]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Of all levers, for all chosen clusters: more money buys nothing. */
function dearestOf(answer: CostAnswer | undefined): number {
  return Math.max(0, ...sumsOf(answer?.clusters ?? []).map(({ cost }) => cost.median));
}

/** To two digits: 41,234,567 becomes 42,000,000. */
function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.ceil(value / unit) * unit;
}

interface CheckProps {
  readonly words: string;
  readonly isOn: boolean;
  readonly put: (isOn: boolean) => void;
}

function Check({ words, isOn, put }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={(event) => put(event.target.checked)} />
      {words}
    </label>
  );
}

function Plans({ answer }: { readonly answer: CostAnswer }) {
  const { budget: words } = useCatalog(costMessages);
  const { plans, clusters } = answer;
  if (!plans) return null;
  return (
    <>
      <p className="cost-difference" role="status">
        {differenceInWords(words, plans)} {!plans.exact.isProven && words.unproven}
      </p>
      <div className="cost-plans">
        <PlanTable title={words.exact} order={words.byStudent} plan={plans.exact} clusters={clusters} />
        <PlanTable title={words.greedy} order={words.taken} plan={plans.greedy} clusters={clusters} />
      </div>
    </>
  );
}

type Words = ReturnType<typeof costMessages.get>['budget'];

function differenceInWords(words: Words, { exact, greedy }: NonNullable<CostAnswer['plans']>): string {
  const dollars = exact.cost - greedy.cost;
  const students = exact.students - greedy.students;
  if (students > 0) return words.differ({ students, dollars });
  return dollars < 0 ? words.cheaper({ dollars: -dollars }) : words.same;
}
