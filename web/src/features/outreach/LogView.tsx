/** The contact log of a collection. */
import '../../ui/wide-table.css';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { addressIn, type ContactEntry, outreachMessages, pageMessages, useLog } from './queries.ts';

export function LogView({ id }: { readonly id: number }) {
  const { log: messages, coming, failed } = useCatalog(pageMessages);
  const language = useLanguage();
  const { data, error, refetch } = useLog(id);
  if (error) return <NotShown error={error} title={failed} again={() => void refetch()} />;
  if (!data) return <Coming words={coming} />;
  return (
    <section aria-labelledby="contact-log">
      <h2 id="contact-log">{messages.title}</h2>
      <p>{messages.lead}</p>
      {data.entries.length === 0 ? (
        <p role="status">{messages.none}</p>
      ) : (
        <>
          <div className="actions">
            <a className="button quiet" href={addressIn(id, `contact-log.csv?lang=${language}`)} download>
              {messages.csv}
            </a>
          </div>
          <Scroll label={messages.title}>
            <table className="wide rows cards-on-phone">
              <caption className="sr-only">{messages.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{messages.at}</th>
                  <th scope="col">{messages.district}</th>
                  <th scope="col">{messages.what}</th>
                  <th scope="col">{messages.who}</th>
                  <th scope="col">{messages.outcome}</th>
                  <th scope="col">{messages.by}</th>
                </tr>
              </thead>
              <tbody>
                {data.entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: ContactEntry }) {
  const { log: messages, message: names } = useCatalog(pageMessages);
  const { log } = useCatalog(outreachMessages);
  const { sentAt, districtName, message, who, sentBy, mailAnswer } = entry;
  return (
    <tr>
      <td>{messages.moment({ at: sentAt })}</td>
      <th scope="row" translate="no">
        {districtName}
      </th>
      <td>{names[message as keyof typeof names] ?? message}</td>
      <td>{who === '' ? <span className="note">{log.nobody}</span> : <span translate="no">{who}</span>}</td>
      <td>
        {log.outcome(entry)}
        {mailAnswer !== null && <p className="note">{messages.answer({ text: mailAnswer })}</p>}
      </td>
      <td translate="no">{sentBy}</td>
    </tr>
  );
}
