/** Amendments, and what happened to the round. */
import { useCatalog } from '../../lib/use-messages.ts';
import { roundMessages } from './messages.ts';
import type { Round } from './queries.ts';

export function History({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  return (
    <>
      {round.amendments.length > 0 && (
        <section aria-labelledby="amendments">
          <h2 id="amendments">{messages.amendments}</h2>
          <ul>
            {round.amendments.map((one) => (
              <Amendment key={one.number} amendment={one} />
            ))}
          </ul>
        </section>
      )}
      {round.steps.length > 0 && (
        <section aria-labelledby="history">
          <h2 id="history">{messages.history}</h2>
          <ul>
            {round.steps.map(({ move, at, who, reason }) => (
              <li key={`${at} ${move}`}>
                {messages.step({ move: messages.steps[move] ?? move, at })}
                {who && (
                  <>
                    {' ('}
                    <span translate="no">{who}</span>)
                  </>
                )}
                {reason && (
                  <>
                    {'. '}
                    {messages.because({ reason })}
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Amendment({ amendment }: { readonly amendment: Round['amendments'][number] }) {
  const messages = useCatalog(roundMessages);
  const { number, at, reason, after } = amendment;
  const whatChanged = Object.keys(after).map((part) => messages.parts[part] ?? part);
  const { closesAt } = after;
  return (
    <li>
      <strong>{messages.amendment({ number, at })}</strong>. <span translate="no">{reason}</span>{' '}
      {messages.changedParts({ whatChanged })}
      {'. '}
      {typeof closesAt === 'string' && messages.newDeadline({ at: closesAt })}
    </li>
  );
}
