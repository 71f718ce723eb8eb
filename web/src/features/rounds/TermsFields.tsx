import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { roundMessages } from './messages.ts';
import { DAYS, NUMBERS, type ScoringTyped, scoringOf, type TermsTyped } from './settings-form.ts';

interface TermsFieldsProps {
  readonly terms: TermsTyped;
  readonly change: (terms: TermsTyped) => void;
}

export function TermsFields({ terms, change }: TermsFieldsProps) {
  const { terms: messages } = useCatalog(roundMessages);
  return (
    <fieldset className="rounds-fields">
      <legend>{messages.title}</legend>
      {NUMBERS.map((name) => (
        <Field
          key={name}
          type="number"
          least={0}
          label={messages[name]}
          value={terms[name]}
          change={(value) => change({ ...terms, [name]: value })}
        />
      ))}
      {DAYS.map((name) => (
        <Field
          key={name}
          type="date"
          label={messages[name]}
          value={terms[name]}
          change={(value) => change({ ...terms, [name]: value })}
        />
      ))}
      <Field
        lines={3}
        most={4000}
        label={messages.words}
        value={terms.words}
        change={(words) => change({ ...terms, words })}
      />
    </fieldset>
  );
}

interface ScoringFieldsProps {
  readonly scoring: ScoringTyped;
  readonly change: (scoring: ScoringTyped) => void;
}

export function ScoringFields({ scoring, change }: ScoringFieldsProps) {
  const messages = useCatalog(roundMessages);
  const sum = scoringOf(scoring).reduce((total, { weight }) => total + weight, 0);
  const replaced = (at: number, part: Partial<ScoringTyped[number]>) =>
    change(scoring.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="rounds-fields">
      <legend>{messages.scoring}</legend>
      <p className="note">{messages.scoringNote}</p>
      {scoring.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: criteria have no name yet, and keep their order
        <div className="rounds-pair" key={at}>
          <Field
            label={messages.criterion({ number: at + 1 })}
            value={one.name}
            most={120}
            change={(name) => replaced(at, { name })}
          />
          <Field
            label={messages.weight({ number: at + 1 })}
            type="number"
            least={1}
            value={one.weight}
            change={(weight) => replaced(at, { weight })}
          />
          <button
            type="button"
            className="button quiet"
            aria-label={messages.removeCriterion({ number: at + 1 })}
            onClick={() => change(scoring.filter((_, i) => i !== at))}
          >
            ×
          </button>
        </div>
      ))}
      <p className="actions">
        <button type="button" className="button quiet" onClick={() => change([...scoring, { name: '', weight: '' }])}>
          {messages.addCriterion}
        </button>
        <output>{messages.sum({ sum })}</output>
      </p>
    </fieldset>
  );
}
