import { useId } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { evaluationMessages } from './messages.ts';
import type { Evaluation, Rules } from './queries.ts';

interface RuleFieldsProps {
  readonly evaluation: Evaluation;
  readonly rules: Rules;
  readonly put: (rules: Rules) => void;
}

export function RuleFields({ evaluation: { lots, opened }, rules, put }: RuleFieldsProps) {
  const { choose: messages } = useCatalog(evaluationMessages);
  const { providerCap: _, ...withoutCap } = rules;
  return (
    <>
      <div className="evaluation-rules">
        <Dollars
          label={messages.budget}
          value={rules.budget}
          put={(budget) => put({ ...rules, budget: budget ?? 0 })}
        />
        <Dollars
          label={messages.cap}
          value={rules.providerCap}
          put={(providerCap) => put(providerCap === undefined ? withoutCap : { ...rules, providerCap })}
        />
      </div>
      <fieldset className="evaluation-checks">
        <legend>{messages.mustHave}</legend>
        {lots.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={rules.mustHave.includes(id)}
              onChange={({ target }) =>
                put({
                  ...rules,
                  mustHave: target.checked ? [...rules.mustHave, id] : rules.mustHave.filter((lot) => lot !== id),
                })
              }
            />
            <ClusterName name={name} />
          </label>
        ))}
      </fieldset>
      <fieldset className="evaluation-checks">
        <legend>{messages.exclude}</legend>
        {opened
          .filter(({ isStale }) => !isStale)
          .map(({ id, provider }) => (
            <Exclude key={id} id={id} provider={provider} rules={rules} put={put} />
          ))}
      </fieldset>
    </>
  );
}

interface ExcludeProps {
  readonly id: number;
  readonly provider: string;
  readonly rules: Rules;
  readonly put: (rules: Rules) => void;
}

function Exclude({ id, provider, rules, put }: ExcludeProps) {
  const { choose: messages } = useCatalog(evaluationMessages);
  const field = useId();
  const found = rules.excluded.find(({ proposal }) => proposal === id);
  const others = rules.excluded.filter(({ proposal }) => proposal !== id);
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={found !== undefined}
          onChange={({ target }) =>
            put({ ...rules, excluded: target.checked ? [...others, { proposal: id, reason: '' }] : others })
          }
        />
        <span>{messages.excludeOne({ name: provider })}</span>
      </label>
      {found && (
        <div className="field">
          <label htmlFor={field}>{messages.because({ name: provider })}</label>
          <input
            id={field}
            maxLength={600}
            value={found.reason}
            onChange={({ target }) => put({ ...rules, excluded: [...others, { proposal: id, reason: target.value }] })}
          />
        </div>
      )}
    </>
  );
}

interface DollarsProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly put: (value: number | undefined) => void;
}

const MOST_DOLLARS = 1e12;

function Dollars({ label, value, put }: DollarsProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={0}
        step={1}
        value={value ?? ''}
        onChange={({ target }) =>
          put(
            Number.isNaN(target.valueAsNumber)
              ? undefined
              : Math.min(MOST_DOLLARS, Math.max(0, Math.round(target.valueAsNumber))),
          )
        }
      />
    </div>
  );
}
