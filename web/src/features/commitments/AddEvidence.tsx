import { type FormEvent, useId, useState } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { commitmentMessages } from './messages.ts';
import { type EvidenceKind, useActs } from './queries.ts';

const ACCEPTED: Readonly<Record<EvidenceKind, string>> = {
  coverage: '.zip,.gpkg,.geojson,.json',
  'speed-tests': '.csv,.txt',
  photograph: '.jpg,.jpeg,.png,.webp',
};
const KINDS = Object.keys(ACCEPTED) as EvidenceKind[];

export function AddEvidence({ id }: { readonly id: number }) {
  const messages = useCatalog(commitmentMessages);
  const field = useId();
  const [kind, setKind] = useState<EvidenceKind>('photograph');
  const { add } = useActs(id);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const file = (form.elements.namedItem('file') as HTMLInputElement).files?.[0];
    if (file) add.mutate({ kind, file }, { onSuccess: () => form.reset() });
  };
  return (
    <form onSubmit={send} aria-label={messages.addFile}>
      <div className="field">
        <label htmlFor={`${field}-kind`}>{messages.kind}</label>
        <select id={`${field}-kind`} value={kind} onChange={(event) => setKind(event.target.value as EvidenceKind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {messages.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${field}-file`}>{messages.file}</label>
        <input
          id={`${field}-file`}
          name="file"
          type="file"
          required
          accept={ACCEPTED[kind]}
          aria-describedby={`${field}-note`}
        />
        <p className="note" id={`${field}-note`}>
          {messages.fileNote}
        </p>
      </div>
      <div className="actions">
        <button type="submit" className="button quiet" disabled={add.isPending}>
          {messages.add}
        </button>
        <span role="status" className="note">
          {add.isPending ? messages.adding : ''}
        </span>
      </div>
      {add.isError && (
        <Message tone="failed" title={messages.notAdded}>
          {add.error.message}
        </Message>
      )}
    </form>
  );
}
