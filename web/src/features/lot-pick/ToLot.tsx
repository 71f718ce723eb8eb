/** A hexagon of the large map goes into a lot of a draft round: for staff. */
import './to-lot.css';
import { type FormEvent, useId, useState } from 'react';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { roundMessages } from './messages.ts';
import { useDrafts, useLastTarget, useLots, usePick } from './queries.ts';

interface ToLotProps {
  readonly hex: string;
  /** Proposed for a new lot. */
  readonly name: string;
}

export default function ToLot({ hex, name }: ToLotProps) {
  const { pick: messages } = useCatalog(roundMessages);
  const { data: drafts } = useDrafts();
  if (!drafts) return null;
  return (
    <details className="to-lot">
      <summary>{messages.title}</summary>
      {drafts.length === 0 ? (
        <p>
          {messages.none}{' '}
          <PageLink className="link" to={STARTS.rounds}>
            {messages.toRounds}
          </PageLink>
        </p>
      ) : (
        <PickForm key={hex} hex={hex} name={name} drafts={drafts} />
      )}
    </details>
  );
}

const FRESH = 'fresh';

function PickForm({ hex, name, drafts }: ToLotProps & { readonly drafts: readonly { id: number; title: string }[] }) {
  const { pick: messages } = useCatalog(roundMessages);
  const ids = { round: useId(), lot: useId() };
  const [last, remember] = useLastTarget();
  const round = drafts.find(({ id }) => id === last?.round)?.id ?? drafts[0]?.id;
  const { data } = useLots(round);
  const [called, setCalled] = useState(name);
  const pick = usePick();
  if (round === undefined || !data) return null;
  const lot = data.lots.find(({ id }) => id === last?.lot);
  const send = (event: FormEvent) => {
    event.preventDefault();
    pick.mutate(
      { round, lot: lot?.id, hex, name: called.trim() },
      { onSuccess: (now) => remember({ round, lot: lot?.id ?? now.lots.at(-1)?.id }) },
    );
  };
  const made = pick.data?.lots.find(({ id }) => id === last?.lot);
  return (
    <form onSubmit={send}>
      <p className="note">{messages.note}</p>
      <div className="field">
        <label htmlFor={ids.round}>{messages.round}</label>
        <select
          id={ids.round}
          value={round}
          translate="no"
          onChange={({ target }) => remember({ round: Number(target.value), lot: undefined })}
        >
          {drafts.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={ids.lot}>{messages.lot}</label>
        <select
          id={ids.lot}
          value={lot?.id ?? FRESH}
          onChange={({ target }) => remember({ round, lot: target.value === FRESH ? undefined : Number(target.value) })}
        >
          <option value={FRESH}>{messages.fresh}</option>
          {data.lots.map((one) => (
            <option key={one.id} value={one.id} translate={translateOf(one.name)}>
              {clusterName(one.name)}
            </option>
          ))}
        </select>
      </div>
      {!lot && <Field label={messages.name} value={called} change={setCalled} isNeeded most={120} />}
      <p className="actions">
        <button type="submit" className="button" disabled={pick.isPending}>
          {messages.act}
        </button>
      </p>
      {made && (
        <p role="status">
          {messages.done({ name: clusterName(made.name), students: made.students, areaCount: made.patches.length })}{' '}
          <PageLink className="link" to={{ page: 'rounds', id: round }}>
            {messages.toRound}
          </PageLink>
        </p>
      )}
      {pick.isError && (
        <Message tone="failed" title={messages.failed}>
          {pick.error.message}
        </Message>
      )}
    </form>
  );
}
