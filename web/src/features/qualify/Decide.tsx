/** One provider's application, for staff to decide. */
import { useState } from 'react';
import { TRANSITIONS } from '../../../../server/domain/round/transitions.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { DocumentList } from './Documents.tsx';
import { qualifyMessages, technologyMessages } from './messages.ts';
import { type Qualification, useDecide } from './queries.ts';
import { Said } from './Said.tsx';

const OUTCOMES = ['qualify', 'ask', 'refuse'] as const;
const TEXTS = ['frn', 'uei', 'address', 'website', 'experience', 'finances'] as const;
const NUMBERS = ['yearsInService', 'subscribers'] as const;

export function Decide({ qualification }: { readonly qualification: Qualification }) {
  const messages = useCatalog(qualifyMessages);
  const decide = useDecide();
  const [reason, setReason] = useState('');
  const { providerId: provider, providerName, facts, standing } = qualification;
  const may = OUTCOMES.filter((one) => (TRANSITIONS.qualification[one].from as readonly string[]).includes(standing));
  const isMissing = (outcome: (typeof OUTCOMES)[number]) => outcome !== 'qualify' && reason.trim() === '';
  return (
    <section aria-labelledby={`provider-${provider}`}>
      <h2 id={`provider-${provider}`} translate="no">
        {providerName}
        {facts.legalName && facts.legalName !== providerName && `, ${facts.legalName}`}
      </h2>
      <Said qualification={qualification} />
      <details>
        <summary>{messages.company}</summary>
        <Facts qualification={qualification} />
        <h3>{messages.documents}</h3>
        <DocumentList qualification={qualification} />
      </details>
      {may.length > 0 && (
        <form onSubmit={(event) => event.preventDefault()}>
          <Field label={messages.reason} lines={2} most={1000} value={reason} change={setReason} />
          <p className="actions">
            {may.map((outcome) => (
              <button
                key={outcome}
                type="button"
                className={outcome === 'qualify' ? 'button primary' : 'button'}
                disabled={decide.isPending || isMissing(outcome)}
                onClick={() =>
                  decide.mutate({ provider, outcome, reason: reason.trim() }, { onSuccess: () => setReason('') })
                }
              >
                {messages.decide[outcome]}
              </button>
            ))}
          </p>
        </form>
      )}
      {decide.error && (
        <Message tone="failed" title={messages.notDone}>
          {decide.error.message}
        </Message>
      )}
    </section>
  );
}

function Facts({ qualification }: { readonly qualification: Qualification }) {
  const messages = useCatalog(qualifyMessages);
  const { names } = useCatalog(technologyMessages);
  const { facts, contacts } = qualification;
  const technologies = facts.technologies.map((code) => names[code as keyof typeof names] ?? String(code));
  return (
    <dl className="qualify-facts">
      {TEXTS.map((name) => (
        <Fact key={name} label={messages.facts[name]} said={facts[name] || messages.notSaid} />
      ))}
      {NUMBERS.map((name) => {
        const count = facts[name];
        return (
          <Fact
            key={name}
            label={messages.facts[name]}
            said={count === null ? messages.notSaid : messages.number({ count })}
          />
        );
      })}
      <Fact label={messages.technologies} said={messages.techList({ technologies })} />
      {contacts.map(({ name, part, email, phone }) => (
        <Fact
          key={`${name} ${email}`}
          label={part || messages.contacts}
          said={[name, email, phone].filter(Boolean).join(', ')}
        />
      ))}
    </dl>
  );
}

function Fact({ label, said }: { readonly label: string; readonly said: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd translate="no">{said}</dd>
    </div>
  );
}
