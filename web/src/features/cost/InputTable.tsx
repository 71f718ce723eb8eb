/** Every input in place, with its unit and where it comes from. */
import { useId, useState } from 'react';
import {
  COST_CASES,
  inputsWith,
  type OwnInputs,
  PRICE_NAMES,
  PRICES,
  type PriceName,
  RATE_NAMES,
  RATES,
  type RateName,
} from '../../../../server/domain/cost/inputs.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { costMessages } from './messages.ts';
import type { ScenarioBody } from './queries.ts';
import { isTaken, withPrice, withRate } from './scenario.ts';

interface InputTableProps {
  readonly own: ScenarioBody['inputs'];
  /** Only with inputs that hold. */
  readonly change: (own: ScenarioBody['inputs']) => void;
}

export function InputTable({ own, change }: InputTableProps) {
  const messages = useCatalog(costMessages);
  const [typed, setTyped] = useState<OwnInputs>(own as OwnInputs);
  const [resets, setResets] = useState(0);
  const isGood = isTaken(inputsWith(typed));
  const put = (next: OwnInputs) => {
    setTyped(next);
    if (isTaken(inputsWith(next))) change(next as ScenarioBody['inputs']);
  };
  const reset = () => {
    put({});
    setResets(resets + 1);
  };
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{messages.inputsTitle}</h2>
      <p>{messages.inputsLead}</p>
      {!isGood && (
        <p className="field-fault" role="alert">
          {messages.inputFault}
        </p>
      )}
      <Scroll label={messages.inputsTitle}>
        <table className="wide cost-inputs" key={resets}>
          <thead>
            <tr>
              <th scope="col">{messages.input}</th>
              {COST_CASES.map((of) => (
                <th key={of} scope="col">
                  {messages.cases[of]}
                </th>
              ))}
              <th scope="col">{messages.sourceTitle}</th>
            </tr>
          </thead>
          <tbody>
            {PRICE_NAMES.map((name) => (
              <PriceRow key={name} name={name} typed={typed} put={put} />
            ))}
            {RATE_NAMES.map((name) => (
              <RateRow key={name} name={name} typed={typed} put={put} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="actions">
        <button type="button" className="button" disabled={Object.keys(typed).length === 0} onClick={reset}>
          {messages.reset}
        </button>
      </div>
    </section>
  );
}

interface RowProps<Name> {
  readonly name: Name;
  readonly typed: OwnInputs;
  readonly put: (next: OwnInputs) => void;
}

function PriceRow({ name, typed, put }: RowProps<PriceName>) {
  const messages = useCatalog(costMessages);
  const shown = inputsWith(typed);
  const { unit, source } = PRICES[name];
  return (
    <tr>
      <Name words={messages.inputs[name]} unit={messages.units[unit]} />
      {COST_CASES.map((of) => (
        <td key={of} data-case={messages.cases[of]}>
          <NumberField
            label={messages.inputCase({ name: messages.inputs[name], word: messages.cases[of] })}
            value={shown[name][of]}
            put={(value) => put(withPrice(typed, shown, name, of, value))}
          />
        </td>
      ))}
      <td className="note">{messages.sources[source]}</td>
    </tr>
  );
}

function RateRow({ name, typed, put }: RowProps<RateName>) {
  const messages = useCatalog(costMessages);
  const { unit, source } = RATES[name];
  return (
    <tr>
      <Name words={messages.inputs[name]} unit={messages.units[unit]} />
      <td colSpan={COST_CASES.length}>
        <NumberField
          label={messages.inputs[name]}
          value={inputsWith(typed)[name]}
          put={(value) => put(withRate(typed, name, value))}
        />
      </td>
      <td className="note">{messages.sources[source]}</td>
    </tr>
  );
}

function Name({ words, unit }: { readonly words: string; readonly unit: string }) {
  return (
    <th scope="row">
      {words}
      <span className="note">{unit}</span>
    </th>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly put: (value: number) => void;
}

/** Keeps what is typed, half a number included; an empty field is a value that does not hold. */
function NumberField({ label, value, put }: NumberFieldProps) {
  return (
    <input
      className="cost-number"
      type="number"
      step="any"
      aria-label={label}
      defaultValue={value}
      aria-invalid={Number.isNaN(value) || undefined}
      onChange={(event) => put(event.target.valueAsNumber)}
    />
  );
}
