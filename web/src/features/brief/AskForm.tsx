/** For the agency: what is asked for the place. */
import { type FormEvent, useId, useState } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { briefMessages } from './messages.ts';
import { type Ask, useWriteAsk } from './queries.ts';

interface AskFormProps {
  readonly place: PlaceRef;
  readonly asked: Ask | null;
}

export function AskForm({ place, asked }: AskFormProps) {
  const { ask: messages } = useCatalog(briefMessages);
  const [amount, setAmount] = useState(asked?.dollars ? String(asked.dollars) : '');
  const [program, setProgram] = useState(asked?.program ?? '');
  const [due, setDue] = useState(asked?.due ?? '');
  const [isPublic, setPublic] = useState(asked?.isPublic ?? false);
  const write = useWriteAsk(place);
  const dollars = amount.replace(/[\s,$]/g, '');
  const isAmount = dollars === '' || /^[1-9][0-9]{0,11}$/.test(dollars);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isAmount) return;
    const written = { program: program.trim() || null, due: due || null, isPublic };
    write.mutate({ dollars: dollars === '' ? null : Number(dollars), ...written });
  };
  return (
    <section className="brief-write">
      <h2>{messages.title}</h2>
      <p>{messages.lead}</p>
      <form onSubmit={save}>
        <Field label={messages.amount} value={amount} change={setAmount} fault={isAmount ? '' : messages.amountFault} />
        <Field label={messages.program} value={program} change={setProgram} longest={90} />
        <Field label={messages.due} value={due} change={setDue} type="date" />
        <label className="brief-public">
          <input type="checkbox" checked={isPublic} onChange={(event) => setPublic(event.target.checked)} />
          {messages.isPublic}
        </label>
        <div className="actions">
          <button type="submit" className="button primary" disabled={write.isPending}>
            {messages.save}
          </button>
          <span role="status" className="note">
            {write.isSuccess ? messages.saved : ''}
          </span>
        </div>
      </form>
      {write.isError && (
        <Message tone="failed" title={messages.failed}>
          {write.error.message}
        </Message>
      )}
      {asked && <LastWritten asked={asked} />}
    </section>
  );
}

function LastWritten({ asked: { writtenAt, writtenBy } }: { readonly asked: Ask }) {
  const { ask: messages } = useCatalog(briefMessages);
  const language = useLanguage();
  const at = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { dateStyle: 'medium' });
  return <p className="note">{messages.written({ who: writtenBy ?? '', at: at.format(new Date(writtenAt)) })}</p>;
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly fault?: string;
  readonly longest?: number;
  readonly type?: 'date';
}

function Field({ label, value, change, fault = '', longest, type }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type ?? 'text'}
        autoComplete="off"
        maxLength={longest}
        value={value}
        aria-invalid={fault !== ''}
        aria-describedby={fault === '' ? undefined : `${id}-fault`}
        onChange={(event) => change(event.target.value)}
      />
      {fault !== '' && (
        <p className="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
