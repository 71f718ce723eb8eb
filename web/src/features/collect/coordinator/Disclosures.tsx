/** Who was given what, when, why and on what ground: read, added to, taken along; never changed. */

import { useState } from 'react';
import type { Disclosure } from '../../../../../server/features/disclosures/contract.ts';
import { momentInWords } from '../../../lib/format.ts';
import { Message } from '../../../ui/Message.tsx';
import { Scroll } from '../../../ui/Scroll.tsx';
import { hrefs } from '../http.ts';
import { useDisclosures } from '../queries.ts';
import { DisclosureForm } from './DisclosureForm.tsx';

export function Disclosures() {
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDisclosures();
  const [isAdding, setAdding] = useState(false);
  const entries = data?.pages.flatMap((page) => page.disclosures) ?? [];
  return (
    <section aria-labelledby="disclosures">
      <h2 id="disclosures">Disclosure log</h2>
      <p>
        Who was given what, when and on what ground, as FERPA asks (34 CFR 99.32). Releases, links and certificates
        enter themselves; add what was given by hand, such as a report that was mailed. Entries are never changed or
        removed: put one right by another.
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={() => setAdding(!isAdding)} aria-expanded={isAdding}>
          Add an entry
        </button>
        <a className="button quiet" href={hrefs.disclosures} download>
          Download the log (CSV)
        </a>
      </div>
      {isAdding && <DisclosureForm onDone={() => setAdding(false)} />}
      {isPending && <p className="note">The log is on its way.</p>}
      {error && (
        <Message tone="failed" title="The log did not come." action={{ words: 'Try again', act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {data && entries.length === 0 && <p>Nothing has been disclosed yet.</p>}
      {entries.length > 0 && <Entries entries={entries} />}
      {hasNextPage && (
        <div className="actions">
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? 'Older entries are on their way' : 'Older entries'}
          </button>
        </div>
      )}
    </section>
  );
}

function Entries({ entries }: { readonly entries: readonly Disclosure[] }) {
  return (
    <Scroll label="Disclosure log">
      <table className="wide disclosure-table">
        <caption className="sr-only">Disclosures, the newest first</caption>
        <thead>
          <tr>
            {['When', 'Who', 'What', 'View', 'Ground', 'Entered by'].map((words) => (
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
                <time dateTime={at}>{momentInWords(at)}</time>
              </td>
              <th scope="row">{who}</th>
              <td>
                {what}
                {note && <p className="note">{note}</p>}
              </td>
              <td>{audience}</td>
              <td>{basis}</td>
              <td>{enteredBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
