/** The standing of an application, and its history. */
import { useCatalog } from '../../lib/use-messages.ts';
import { qualifyMessages } from './messages.ts';
import type { Qualification } from './queries.ts';

export function Said({ qualification }: { readonly qualification: Qualification }) {
  const messages = useCatalog(qualifyMessages);
  const { standing, reason, goodUntil, isGood, steps } = qualification;
  return (
    <>
      <p>
        <strong className="qualify-standing">{messages.standings[standing]}</strong>{' '}
        {isGood && goodUntil && messages.goodUntil({ at: goodUntil })}{' '}
        {isGood && standing !== 'qualified' && messages.staysGood}
        {standing === 'qualified' && !isGood && messages.expired}
      </p>
      {reason && <p translate="no">{messages.because({ reason })}</p>}
      {steps.length > 0 && (
        <details>
          <summary>{messages.history}</summary>
          <ul>
            {steps.map(({ move, at, reason: why }) => (
              <li key={`${at} ${move}`}>
                {messages.step({ move: messages.steps[move] ?? move, at })}
                {why && <span translate="no"> {messages.because({ reason: why })}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
