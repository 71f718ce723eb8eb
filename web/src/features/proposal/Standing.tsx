/** What is submitted, whether it is stale, and what became of it. */
import { clusterName } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { proposalMessages } from './messages.ts';
import { type ProposalRoom, useMove, useReceipts } from './queries.ts';

export function Standing({ room }: { readonly room: ProposalRoom }) {
  const { standing: messages } = useCatalog(proposalMessages);
  const { begun, round } = room;
  const move = useMove(round.id);
  const isOpen = round.standing === 'open';
  return (
    <section aria-labelledby="proposal-standing">
      <h2 id="proposal-standing">{messages.title}</h2>
      <p>{begun ? messages[begun.standing] : messages.none}</p>
      {begun?.isStale && (
        <Message tone="warning" title={messages.stale}>
          <p>{messages.staleMeans}</p>
          {isOpen && (
            <button
              type="button"
              className="button primary"
              disabled={move.isPending}
              onClick={() => move.mutate({ move: 'confirm', amendment: round.amendment })}
            >
              {messages.confirm}
            </button>
          )}
        </Message>
      )}
      {begun && begun.versions.length > 0 && <Versions room={room} versions={begun.versions} />}
      {isOpen && begun?.standing === 'submitted' && (
        <button
          type="button"
          className="button"
          disabled={move.isPending}
          onClick={() => move.mutate({ move: 'withdraw' })}
        >
          {messages.withdraw}
        </button>
      )}
      {move.isError && (
        <Message tone="failed" title={messages.failed}>
          {move.error.message}
        </Message>
      )}
    </section>
  );
}

type Versions = NonNullable<ProposalRoom['begun']>['versions'];

function Versions({ room, versions }: { readonly room: ProposalRoom; readonly versions: Versions }) {
  const { standing: messages } = useCatalog(proposalMessages);
  const { standing, id } = room.round;
  const isClosed = !['draft', 'shared', 'open'].includes(standing);
  const { data } = useReceipts(id, isClosed);
  const listed = data?.hashes;
  return (
    <>
      <Scroll label={messages.title}>
        <table className="wide rows">
          <thead>
            <tr>
              {[messages.version, messages.at, messages.hash].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, submittedAt, hash }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td>{messages.moment({ at: submittedAt })}</td>
                <td>
                  <code className="proposal-hash" translate="no">
                    {hash}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {listed && (
        <p>
          <a href={`/api/v1/rounds/${id}/receipts`}>{messages.published}</a>.{' '}
          {messages.listed({ count: listed.length })}{' '}
          {versions.every(({ hash }) => listed.includes(hash)) ? messages.isListed : messages.notListed}
        </p>
      )}
    </>
  );
}

export function Awards({ room: { awards, lots, round, begun } }: { readonly room: ProposalRoom }) {
  const { awards: messages } = useCatalog(proposalMessages);
  const isTold = round.standing === 'intended' || round.standing === 'awarded';
  if (!isTold || !begun || begun.versions.length === 0) return null;
  return (
    <section aria-labelledby="proposal-awards">
      <h2 id="proposal-awards">{messages.title}</h2>
      <p>
        {round.standing === 'awarded' || round.protestUntil === null
          ? messages.awarded
          : messages.intended({ at: round.protestUntil })}
      </p>
      {awards.length === 0 ? (
        <p>{messages.none}</p>
      ) : (
        <ul>
          {awards.map(({ lot, ask }) => (
            <li key={lot}>
              {messages.line({
                name: clusterName(lots.find(({ id }) => id === lot)?.name ?? String(lot)),
                dollars: ask,
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
