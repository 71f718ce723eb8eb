/** PDFs of an application: added, read and, before it is sent, deleted. */
import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { qualifyMessages } from './messages.ts';
import { documentHref, type Qualification, useOwn } from './queries.ts';

export function Documents({ qualification }: { readonly qualification: Qualification }) {
  const messages = useCatalog(qualifyMessages);
  const { add, remove } = useOwn();
  const id = useId();
  const [file, setFile] = useState<File>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file) add.mutate(file);
  };
  const failed = add.error ?? remove.error;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{messages.documents}</h2>
      <p className="note">{messages.documentsNote}</p>
      <DocumentList
        qualification={qualification}
        remove={qualification.standing === 'draft' ? (document) => remove.mutate(document) : undefined}
      />
      <form onSubmit={send}>
        <div className="field">
          <label htmlFor={id}>{messages.file}</label>
          <input
            id={id}
            type="file"
            required
            accept="application/pdf,.pdf"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </div>
        <p className="actions">
          <button type="submit" className="button" disabled={add.isPending}>
            {messages.add}
          </button>
        </p>
      </form>
      {failed && (
        <Message tone="failed" title={messages.notDone}>
          {failed.message}
        </Message>
      )}
    </section>
  );
}

interface DocumentListProps {
  readonly qualification: Qualification;
  /** Undefined: they stay. */
  readonly remove?: ((document: number) => void) | undefined;
}

export function DocumentList({ qualification, remove }: DocumentListProps) {
  const messages = useCatalog(qualifyMessages);
  const { documents } = qualification;
  if (documents.length === 0) return <p>{messages.noDocuments}</p>;
  return (
    <ul className="qualify-documents">
      {documents.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={documentHref(id)} download={name} translate="no">
            {name}
          </a>{' '}
          {messages.bytes({ bytes })}{' '}
          {remove && (
            <button type="button" className="link" onClick={() => remove(id)}>
              {messages.remove({ name })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
