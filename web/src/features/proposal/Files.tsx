import { useId, useState } from 'react';
import { isTechnologyCode } from '../../../../server/domain/technology.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { Check } from './Fields.tsx';
import { proposalMessages, technologyMessages } from './messages.ts';
import { type Attached, type Attachment, useAttach } from './queries.ts';

interface FilesProps {
  readonly round: number;
  readonly files: readonly Attachment[];
  readonly put: (change: (files: readonly Attachment[]) => Attachment[]) => void;
}

export function Files({ round, files, put }: FilesProps) {
  const { files: messages } = useCatalog(proposalMessages);
  const [read, setRead] = useState<Attached>();
  const attach = useAttach(round);
  const send = (kind: Attachment['kind'], file: File | undefined) => {
    if (!file) return;
    setRead(undefined);
    attach.mutate(
      { kind, file },
      {
        onSuccess: (answer) => {
          put((known) => [...known, answer.attachment]);
          if (kind === 'coverage') setRead(answer);
        },
      },
    );
  };
  return (
    <section aria-labelledby="proposal-files">
      <h2 id="proposal-files">{messages.title}</h2>
      <p>{messages.lead}</p>
      <ul className="proposal-things">
        {files.map((file) => (
          <li key={file.id}>
            <span translate="no">{messages.one({ name: file.name, bytes: file.bytes })}</span>
            <Check
              label={messages.confidential({ name: file.name })}
              value={file.isConfidential}
              put={(isConfidential) =>
                put((known) => known.map((one) => (one.id === file.id ? { ...one, isConfidential } : one)))
              }
            />
            <button
              type="button"
              className="button quiet"
              onClick={() => put((known) => known.filter(({ id }) => id !== file.id))}
            >
              {messages.remove({ name: file.name })}
            </button>
          </li>
        ))}
      </ul>
      <FileInput label={messages.pdf} accept=".pdf,application/pdf" onFile={(file) => send('pdf', file)} />
      <FileInput
        label={messages.coverage}
        note={messages.formats}
        accept=".zip,.gpkg,.geojson,.json"
        onFile={(file) => send('coverage', file)}
      />
      <p role="status" className="note">
        {attach.isPending ? messages.sending : ''}
      </p>
      {attach.isError && (
        <Message tone="failed" title={messages.refused}>
          <p className="proposal-refusal">{attach.error.message}</p>
        </Message>
      )}
      {read && <RowsRead read={read} />}
    </section>
  );
}

function RowsRead({ read: { rows, notes } }: { readonly read: Attached }) {
  const { files: messages } = useCatalog(proposalMessages);
  const { names } = useCatalog(technologyMessages);
  return (
    <details open>
      <summary>{messages.rows({ count: rows.length })}</summary>
      <ul>
        {rows.map(({ provider, technology, downloadMbps, uploadMbps }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows as they came
          <li key={at} translate="no">
            {messages.row({
              provider,
              technology: isTechnologyCode(technology) ? names[technology] : String(technology),
              download: downloadMbps,
              upload: uploadMbps,
            })}
          </li>
        ))}
      </ul>
      <ul lang="en" translate="no" className="note">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

interface FileInputProps {
  readonly label: string;
  readonly note?: string;
  readonly accept: string;
  readonly onFile: (file: File | undefined) => void;
}

function FileInput({ label, note, accept, onFile }: FileInputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          target.value = '';
        }}
      />
      {note && (
        <p className="note" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
