/** A change of an open round. */
import { type FormEvent, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Fault } from './Fault.tsx';
import { roundMessages } from './messages.ts';
import { type Round, useChanges } from './queries.ts';
import { momentOf, scoringOf, termsOf, typedMoment, typedScoring, typedTerms } from './settings-form.ts';
import { ScoringFields, TermsFields } from './TermsFields.tsx';

export function Amend({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { amend } = useChanges(round.id);
  const [terms, setTerms] = useState(() => typedTerms(round.terms));
  const [scoring, setScoring] = useState(() => typedScoring(round.scoring));
  const [closesAt, setClosesAt] = useState(() => typedMoment(round.closesAt));
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    // A field to the second loses what the deadline has beyond it: untouched, it stays as it is.
    const isSame = closesAt === typedMoment(round.closesAt);
    const deadline = isSame ? round.closesAt : momentOf(closesAt);
    if (deadline === null) return;
    amend.mutate({
      reason: reason.trim(),
      terms: termsOf(terms),
      scoring: scoringOf(scoring),
      questionsCloseAt: round.questionsCloseAt,
      closesAt: deadline,
    });
  };
  return (
    <section aria-labelledby="amend">
      <h2 id="amend">{messages.amend}</h2>
      <p>{messages.amendNote}</p>
      <details>
        <summary>{messages.amend}</summary>
        <form onSubmit={send}>
          <TermsFields terms={terms} change={setTerms} />
          <ScoringFields scoring={scoring} change={setScoring} />
          <Field label={messages.closes} type="datetime-local" isNeeded value={closesAt} change={setClosesAt} />
          <Field label={messages.reason} lines={2} most={1000} isNeeded value={reason} change={setReason} />
          <p className="actions">
            <button type="submit" className="button primary" disabled={amend.isPending}>
              {messages.amendNow}
            </button>
          </p>
        </form>
        <Fault error={amend.error} />
      </details>
    </section>
  );
}
