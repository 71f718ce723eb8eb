/** Whom to call first, why, and a button that writes the call down. */
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { addressIn, pageMessages, type ResponseAnswer, useNoteCall } from './queries.ts';

export function CallList({ id, calls }: { readonly id: number; readonly calls: ResponseAnswer['calls'] }) {
  const { response: messages } = useCatalog(pageMessages);
  const language = useLanguage();
  const note = useNoteCall(id);
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{messages.calls}</h2>
      <p>{messages.rule}</p>
      {note.isError && (
        <Message tone="failed" title={messages.notNoted}>
          {note.error.message}
        </Message>
      )}
      <p role="status">{note.isSuccess && note.variables && messages.noted({ districtName: note.variables.name })}</p>
      {calls.length === 0 ? (
        <p>{messages.allDone}</p>
      ) : (
        <>
          <div className="actions">
            <a className="button quiet" href={addressIn(id, `calls.csv?lang=${language}`)} download>
              {messages.csv}
            </a>
          </div>
          <div className="outreach-whom">
            <Scroll label={messages.calls}>
              <table className="wide rows cards-on-phone">
                <caption className="sr-only">{messages.calls}</caption>
                <thead>
                  <tr>
                    <th scope="col" className="numeric">
                      {messages.rank}
                    </th>
                    <th scope="col">{messages.district}</th>
                    <th scope="col">{messages.telephone}</th>
                    <th scope="col">{messages.reasons}</th>
                    <th scope="col">{messages.acts}</th>
                  </tr>
                </thead>
                <tbody>
                  {calls.map((call, at) => (
                    <tr key={call.leaId}>
                      <td className="numeric">{at + 1}</td>
                      <th scope="row" translate="no">
                        {call.name}
                      </th>
                      <td>
                        <span translate="no">{call.contact}</span>{' '}
                        {call.telephone === '' ? (
                          <span className="note">{messages.noTelephone}</span>
                        ) : (
                          <a
                            className="outreach-telephone"
                            href={`tel:${call.telephone.replace(/[^\d+]/g, '')}`}
                            translate="no"
                          >
                            {call.telephone}
                          </a>
                        )}
                      </td>
                      <td className="outreach-why">{call.reasons.join(' ')}</td>
                      <td className="outreach-acts">
                        {([true, false] as const).map((reached) => (
                          <button
                            key={String(reached)}
                            type="button"
                            className="button quiet"
                            disabled={note.isPending}
                            aria-label={(reached ? messages.reachedOf : messages.missedOf)({ districtName: call.name })}
                            onClick={() => note.mutate({ leaId: call.leaId, name: call.name, reached })}
                          >
                            {reached ? messages.reached : messages.missed}
                          </button>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </div>
        </>
      )}
    </section>
  );
}
