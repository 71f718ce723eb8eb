/** The log of disclosures (what, to whom, when, why, on which ground): read, append, export; never change. */

import { useState } from 'react';
import type { Disclosure } from '../../../../../server/features/disclosures/contract.ts';
import { useCatalog, useMessages } from '../../../lib/use-messages.ts';
import { Coming } from '../../../ui/Coming.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Scroll } from '../../../ui/Scroll.tsx';
import { hrefs } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useDisclosures } from '../queries.ts';
import { DisclosureForm } from './DisclosureForm.tsx';

export function Disclosures() {
  const messages = useCatalog(collectMessages).office.log;
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDisclosures();
  const [isAdding, setAdding] = useState(false);
  const entries = data?.pages.flatMap((page) => page.disclosures) ?? [];
  return (
    <section aria-labelledby="disclosures">
      <h2 id="disclosures">{messages.title}</h2>
      <p>{messages.lead}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => setAdding(!isAdding)} aria-expanded={isAdding}>
          {messages.add}
        </button>
        <a className="button quiet" href={hrefs.disclosures} download>
          {messages.download}
        </a>
      </div>
      {isAdding && <DisclosureForm onDone={() => setAdding(false)} />}
      {isPending && <Coming words={messages.onItsWay} />}
      {error && (
        <Message tone="failed" title={messages.didNotCome} action={{ words: tryAgain, act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {data && entries.length === 0 && <p>{messages.nothing}</p>}
      {entries.length > 0 && <Entries entries={entries} />}
      {hasNextPage && (
        <div className="actions">
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? messages.olderOnTheirWay : messages.older}
          </button>
        </div>
      )}
    </section>
  );
}

function Entries({ entries }: { readonly entries: readonly Disclosure[] }) {
  const messages = useCatalog(collectMessages).office.log;
  const { columns } = messages;
  return (
    <Scroll label={messages.title}>
      <table className="wide disclosure-table">
        <caption className="sr-only">{messages.caption}</caption>
        <thead>
          <tr>
            {[columns.when, columns.who, columns.what, columns.view, columns.ground, columns.enteredBy].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, who, what, audience, basis, note, enteredBy }) => (
            <tr key={id}>
              <td>
                <time dateTime={at}>{messages.at({ time: at })}</time>
              </td>
              <th scope="row" translate="no">
                {who}
              </th>
              <td translate="no">
                {what}
                {note && <p className="note">{note}</p>}
              </td>
              <td data-words={`${columns.view}:`}>{messages.view({ audience })}</td>
              <td data-words={`${columns.ground}:`} translate="no">
                {basis}
              </td>
              <td data-words={`${columns.enteredBy}:`} translate="no">
                {enteredBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
