/** Everything that is fixed when the round opens, in one form. */
import { type FormEvent, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/Field.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Round, type RoundBody, useChanges } from './queries.ts';
import {
  momentOf,
  numberOf,
  scoringOf,
  secondsOf,
  termsOf,
  typedMoment,
  typedScoring,
  typedTerms,
  typedTime,
} from './settings-form.ts';
import { ScoringFields, TermsFields } from './TermsFields.tsx';
import { TimeField } from './TimeField.tsx';

function typed(round: Round) {
  return {
    title: round.title,
    terms: typedTerms(round.terms),
    scoring: typedScoring(round.scoring),
    budget: String(round.budget ?? ''),
    showsReference: round.showsReference,
    allowsRepair: round.allowsRepair,
    margin: typedTime(round.marginSeconds),
    protest: typedTime(round.protestSeconds),
    questionsCloseAt: typedMoment(round.questionsCloseAt),
    closesAt: typedMoment(round.closesAt),
  };
}

function bodyOf({ margin, protest, ...form }: ReturnType<typeof typed>): RoundBody {
  const budget = numberOf(form.budget);
  return {
    title: form.title.trim(),
    terms: termsOf(form.terms),
    scoring: scoringOf(form.scoring),
    budget: budget === null ? null : Math.round(budget),
    showsReference: form.showsReference,
    allowsRepair: form.allowsRepair,
    marginSeconds: secondsOf(margin),
    protestSeconds: secondsOf(protest),
    questionsCloseAt: momentOf(form.questionsCloseAt),
    closesAt: momentOf(form.closesAt),
  };
}

export function Settings({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const [form, setForm] = useState(() => typed(round));
  const { settings } = useChanges(round.id);
  const change = (part: Partial<typeof form>) => {
    settings.reset();
    setForm({ ...form, ...part });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    settings.mutate(bodyOf(form));
  };
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{messages.settings}</h2>
      <form onSubmit={save}>
        <Field label={messages.name} value={form.title} isNeeded most={200} change={(title) => change({ title })} />
        <TermsFields terms={form.terms} change={(terms) => change({ terms })} />
        <ScoringFields scoring={form.scoring} change={(scoring) => change({ scoring })} />
        <div className="rounds-fields">
          <Field
            label={messages.closes}
            type="datetime-local"
            value={form.closesAt}
            change={(closesAt) => change({ closesAt })}
          />
          <Field
            label={messages.questionsClose}
            type="datetime-local"
            value={form.questionsCloseAt}
            change={(questionsCloseAt) => change({ questionsCloseAt })}
          />
          <TimeField label={messages.margin} time={form.margin} change={(margin) => change({ margin })} />
          <TimeField label={messages.protest} time={form.protest} change={(protest) => change({ protest })} />
          <Field
            label={messages.budget}
            type="number"
            least={0}
            value={form.budget}
            change={(budget) => change({ budget })}
          />
        </div>
        <Check isOn={form.showsReference} change={(showsReference) => change({ showsReference })}>
          {messages.showsReference}
        </Check>
        <Check isOn={form.allowsRepair} change={(allowsRepair) => change({ allowsRepair })}>
          {messages.allowsRepair}
        </Check>
        <p className="actions">
          <button type="submit" className="button primary" disabled={settings.isPending}>
            {messages.save}
          </button>
          <span role="status" className="note">
            {settings.isSuccess ? messages.saved : ''}
          </span>
        </p>
      </form>
      <Fault error={settings.error} />
    </section>
  );
}
