/** Filings, how complete they are, and their docket numbers. */
import { type FormEvent, useState } from 'react';
import { isTechnologyCode } from '../../../../server/domain/technology.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { technologyMessages, workbenchMessages } from './messages.ts';
import { type FilingLine, useWriting } from './queries.ts';

export function FilingTable({ filings }: { readonly filings: readonly FilingLine[] }) {
  const messages = useCatalog(workbenchMessages);
  return (
    <section>
      <h2>{messages.filings}</h2>
      <Scroll label={messages.filings}>
        <table className="wide">
          <caption className="sr-only">{messages.filings}</caption>
          <thead>
            <tr>
              {[
                messages.filing,
                messages.asOf,
                messages.revision,
                messages.confidentiality,
                messages.holds,
                messages.complete,
                messages.docket,
              ].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {filings.map((filing) => (
              <FilingRow key={filing.id} filing={filing} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function FilingRow({ filing }: { readonly filing: FilingLine }) {
  const { endNote } = useWriting();
  const messages = useCatalog(workbenchMessages);
  const nameOf = useTechnologyName();
  const missing = useMissing(filing);
  const readers = messages.readers[filing.confidentiality as keyof typeof messages.readers];
  return (
    <tr>
      <th scope="row" translate="no">
        {filing.source === 'fcc' ? `FCC, ${filing.title}` : filing.title}
      </th>
      <td className="workbench-day">{messages.day({ at: filing.asOf })}</td>
      <td className="workbench-day">{messages.day({ at: filing.revision })}</td>
      <td>{readers}</td>
      <td>{filing.technologies.map(({ technology }) => nameOf(technology)).join(', ')}</td>
      <td>{missing.length === 0 ? messages.nothingMissing : missing.join('; ')}</td>
      <td>
        {filing.dockets.map(({ id, number }) => (
          <p key={id} className="workbench-note">
            <span translate="no">{number}</span>{' '}
            <button
              type="button"
              className="link"
              aria-label={messages.endNamed({ name: number })}
              disabled={endNote.isPending}
              onClick={() => endNote.mutate(id)}
            >
              {messages.end}
            </button>
          </p>
        ))}
        <DocketForm filing={filing} />
      </td>
    </tr>
  );
}

function DocketForm({ filing }: { readonly filing: FilingLine }) {
  const messages = useCatalog(workbenchMessages);
  const { note } = useWriting();
  const [number, setNumber] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() === '' || note.isPending) return;
    const { source, publisher, title, asOf } = filing;
    note.mutate(
      { kind: 'docket', filing: { source, publisher, title, asOf }, provider: null, words: number },
      { onSuccess: () => setNumber('') },
    );
  };
  return (
    <>
      <form className="workbench-docket" onSubmit={save}>
        <input
          aria-label={messages.docketOf({ title: filing.title })}
          value={number}
          maxLength={100}
          readOnly={note.isPending}
          onChange={({ target }) => setNumber(target.value)}
        />
        <button type="submit" className="button quiet" disabled={note.isPending}>
          {messages.addDocket}
        </button>
      </form>
      <span role="status" className="note">
        {note.isPending ? messages.saving : note.isSuccess ? messages.saved : ''}
      </span>
      {note.isError && (
        <Message tone="failed" title={messages.notSaved}>
          {note.error.message}
        </Message>
      )}
    </>
  );
}

export function useTechnologyName(): (code: number) => string {
  const { names } = useCatalog(technologyMessages);
  return (code) => names[isTechnologyCode(code) ? code : 0];
}

function useMissing({ technologies, withoutProvider, notForHomes }: FilingLine): string[] {
  const messages = useCatalog(workbenchMessages);
  const nameOf = useTechnologyName();
  return [
    ...(technologies.length === 0 ? [messages.empty] : []),
    ...technologies
      .filter(({ withoutSpeed }) => withoutSpeed > 0)
      .map(({ technology, withoutSpeed }) =>
        messages.withoutSpeed({ technology: nameOf(technology), count: withoutSpeed }),
      ),
    ...(withoutProvider > 0 ? [messages.withoutProvider({ count: withoutProvider })] : []),
    ...(notForHomes > 0 ? [messages.notForHomes({ count: notForHomes })] : []),
  ];
}
