/** Terms and scoring of a round, to read. */
import { useCatalog } from '../../lib/use-messages.ts';
import { roundMessages } from './messages.ts';
import type { Round } from './queries.ts';
import { DAYS, NUMBERS } from './settings-form.ts';

export function TermsSaid({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { terms, scoring, budget } = round;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{messages.terms.title}</h2>
      <dl className="rounds-terms">
        {NUMBERS.map((name) => (
          <Term key={name} label={messages.terms[name]}>
            {terms[name] === null ? messages.notSaid : messages.number({ count: terms[name] })}
          </Term>
        ))}
        {DAYS.map((name) => (
          <Term key={name} label={messages.terms[name]}>
            {terms[name] === null ? messages.notSaid : messages.day({ day: terms[name] })}
          </Term>
        ))}
        {budget !== null && <Term label={messages.budget}>{messages.dollars({ dollars: budget })}</Term>}
      </dl>
      {terms.words && (
        <p className="rounds-words" translate="no">
          {terms.words}
        </p>
      )}
      {scoring.length > 0 && (
        <>
          <h3>{messages.scoring}</h3>
          <ul>
            {scoring.map(({ name, weight }) => (
              <li key={name}>
                {messages.percent({ weight })} <span translate="no">{name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Term({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
