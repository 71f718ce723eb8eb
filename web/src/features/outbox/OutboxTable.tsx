import '../../ui/wide-table.css';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { outboxMessages } from './messages.ts';
import { fileHref, type OutboxMessage } from './queries.ts';

interface OutboxTableProps {
  readonly list: readonly OutboxMessage[];
  readonly mark: (id: number) => void;
  readonly isBusy: boolean;
}

export function OutboxTable({ list, mark, isBusy }: OutboxTableProps) {
  const messages = useCatalog(outboxMessages);
  return (
    <Scroll label={messages.title}>
      <table className="wide outbox">
        <caption>{messages.count({ count: list.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.recipient}</th>
            <th scope="col">{messages.subject}</th>
            <th scope="col">{messages.state}</th>
            <th scope="col">{messages.acts}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row" translate="no">
                {one.recipient}
              </th>
              <td lang={one.language} translate="no">
                {one.subject}
              </td>
              <td>
                <Standing one={one} />
              </td>
              <td>
                {one.hasLink ? (
                  one.state !== 'sent' && <p className="note">{messages.hasLink}</p>
                ) : (
                  <a href={fileHref(one.id)} aria-label={messages.openNamed(one)}>
                    {messages.open}
                  </a>
                )}
                {(one.state === 'waiting' || one.state === 'refused') && (
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={messages.markNamed(one)}
                    disabled={isBusy}
                    onClick={() => mark(one.id)}
                  >
                    {messages.mark}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Standing({ one }: { readonly one: OutboxMessage }) {
  const messages = useCatalog(outboxMessages);
  const { state, tries, lastAnswer, markedBy, endedAt, queuedAt } = one;
  return (
    <>
      <strong className={`outbox-${state}`}>{messages.states[state]}</strong>{' '}
      {markedBy !== null && <span translate="no">{messages.markedBy({ who: markedBy })}</span>}
      <br />
      <span className="note">
        {messages.at({ at: endedAt ?? queuedAt })}
        {tries > 1 && `, ${messages.tries({ tries })}`}
      </span>
      {one.isNoAddress && <p className="note">{messages.noAddress}</p>}
      {one.isLinkEnded && <p className="note">{messages.linkEnded}</p>}
      {lastAnswer !== null && state !== 'sent' && <p className="note">{messages.answer({ text: lastAnswer })}</p>}
    </>
  );
}
