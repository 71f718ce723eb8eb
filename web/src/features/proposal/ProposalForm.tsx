/** What is typed is saved as it is typed; submitting seals it and gives a receipt. */
import { useEffect, useState } from 'react';
import { CONFIDENTIAL_PARTS, faultsOf, MOST_ALTERNATIVES } from '../../../../server/domain/round/proposal.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { AlternativeFields, NEW_ALTERNATIVE } from './AlternativeFields.tsx';
import { Check, LongField, TextField } from './Fields.tsx';
import { Files } from './Files.tsx';
import { proposalMessages } from './messages.ts';
import { type Proposal, type ProposalRoom, type Receipt, saveDraft, useSubmit } from './queries.ts';

const SETTLES_MS = 700;

type Saving = { readonly is: 'clean' | 'saving' | 'failed' } | { readonly is: 'saved'; readonly at: string };

/**
 * Saves once typing rests; what is typed meanwhile is saved after.
 *
 * @param kept what needs no saving: as the form began, or as it was submitted
 */
function useSavedDraft(round: number, typed: Proposal, kept: Proposal, isOn: boolean): Saving {
  const [saving, setSaving] = useState<Saving>({ is: 'clean' });
  useEffect(() => {
    if (!isOn || typed === kept) return undefined;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      setSaving({ is: 'saving' });
      saveDraft(round, typed, gone.signal).then(
        ({ savedAt }) => setSaving({ is: 'saved', at: savedAt }),
        () => {
          if (!gone.signal.aborted) setSaving({ is: 'failed' });
        },
      );
    }, SETTLES_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [round, typed, kept, isOn]);
  return saving;
}

interface ProposalFormProps {
  readonly room: ProposalRoom;
  readonly onReceipt: (receipt: Receipt) => void;
}

export function ProposalForm({ room, onReceipt }: ProposalFormProps) {
  const messages = useCatalog(proposalMessages);
  const [typed, setTyped] = useState<Proposal>(room.form.proposal);
  const submit = useSubmit(room.round.id);
  const [kept, setKept] = useState(typed);
  const saving = useSavedDraft(room.round.id, typed, kept, !submit.isPending);
  const change = (more: Partial<Proposal>) => setTyped((known) => ({ ...known, ...more }));
  const { alternatives } = typed;
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p className="note">
        {room.form.from === 'draft' && room.form.savedAt
          ? messages.from.draft({ at: room.form.savedAt })
          : messages.from[room.form.from === 'draft' ? 'profile' : room.form.from]}
      </p>
      <section>
        <p>{messages.alternative.lead}</p>
        {alternatives.map((alternative, at) => (
          <AlternativeFields
            // biome-ignore lint/suspicious/noArrayIndexKey: an alternative is its position
            key={at}
            count={at + 1}
            room={room}
            alternative={alternative}
            put={(changed) =>
              change({ alternatives: alternatives.map((one, position) => (position === at ? changed : one)) })
            }
            remove={() => change({ alternatives: alternatives.filter((_, position) => position !== at) })}
          />
        ))}
        {alternatives.length < MOST_ALTERNATIVES && (
          <button
            type="button"
            className="button"
            onClick={() => change({ alternatives: [...alternatives, NEW_ALTERNATIVE] })}
          >
            {messages.alternative.add}
          </button>
        )}
      </section>
      <Rest typed={typed} change={change} />
      <Files
        round={room.round.id}
        files={typed.attachments}
        put={(changed) => setTyped((known) => ({ ...known, attachments: changed(known.attachments) }))}
      />
      <Confidential typed={typed} change={change} />
      <p className="note" role="status">
        {saving.is === 'saving' && messages.saving}
        {saving.is === 'saved' && messages.saved({ at: saving.at })}
        {saving.is === 'failed' && messages.notSaved}
      </p>
      <Submit
        room={room}
        typed={typed}
        isPending={submit.isPending}
        error={submit.error}
        send={() =>
          submit.mutate(
            { amendment: room.round.amendment, proposal: typed },
            {
              onSuccess: (receipt) => {
                setKept(typed);
                onReceipt(receipt);
              },
            },
          )
        }
      />
    </form>
  );
}

interface PartProps {
  readonly typed: Proposal;
  readonly change: (more: Partial<Proposal>) => void;
}

function Rest({ typed: { partners, otherMoney, words, signer }, change }: PartProps) {
  const { rest: messages } = useCatalog(proposalMessages);
  return (
    <section aria-labelledby="proposal-rest">
      <h2 id="proposal-rest">{messages.title}</h2>
      <fieldset className="proposal-grid">
        <legend>{messages.signer}</legend>
        <TextField label={messages.name} value={signer.name} put={(name) => change({ signer: { ...signer, name } })} />
        <TextField
          label={messages.job}
          value={signer.title}
          put={(title) => change({ signer: { ...signer, title } })}
        />
        <TextField
          label={messages.email}
          type="email"
          value={signer.email}
          put={(email) => change({ signer: { ...signer, email } })}
        />
      </fieldset>
      <LongField label={messages.partners} value={partners} most={1000} put={(value) => change({ partners: value })} />
      <LongField
        label={messages.otherMoney}
        value={otherMoney}
        most={2000}
        put={(value) => change({ otherMoney: value })}
      />
      <LongField label={messages.words} value={words} most={8000} put={(value) => change({ words: value })} />
    </section>
  );
}

function Confidential({ typed: { confidential }, change }: PartProps) {
  const { confidential: messages } = useCatalog(proposalMessages);
  return (
    <fieldset className="proposal-checks">
      <legend>{messages.title}</legend>
      <p className="note">{messages.lead}</p>
      {CONFIDENTIAL_PARTS.map((part) => (
        <Check
          key={part}
          label={messages.parts[part]}
          value={confidential.includes(part)}
          put={(isOn) =>
            change({
              confidential: CONFIDENTIAL_PARTS.filter((one) => (one === part ? isOn : confidential.includes(one))),
            })
          }
        />
      ))}
    </fieldset>
  );
}

interface SubmitProps {
  readonly room: ProposalRoom;
  readonly typed: Proposal;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly send: () => void;
}

function Submit({ room, typed, isPending, error, send }: SubmitProps) {
  const { submit: messages, notQualified } = useCatalog(proposalMessages);
  const faults = faultsOf(typed, new Set(room.lots.map(({ id }) => id)));
  const version = (room.begun?.versions.at(-1)?.version ?? 0) + 1;
  return (
    <section aria-labelledby="proposal-submit">
      <h2 id="proposal-submit">{messages.title}</h2>
      {!room.isQualified && <Message tone="warning" title={notQualified} />}
      {faults.length > 0 && (
        <>
          <p>{messages.faults}</p>
          <ul>
            {faults.map(({ fault, alternative }) => (
              <li key={`${alternative} ${fault}`}>
                {alternative === undefined
                  ? messages.fault({ flaw: fault })
                  : messages.faultOf({ count: alternative, flaw: fault })}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        <button
          type="button"
          className="button primary"
          disabled={isPending || faults.length > 0 || !room.isQualified}
          onClick={send}
        >
          {version === 1 ? messages.first : messages.next({ version })}
        </button>
        <span role="status" className="note">
          {isPending ? messages.sending : ''}
        </span>
      </div>
      {error && (
        <Message tone="failed" title={messages.failed}>
          {error.message}
        </Message>
      )}
    </section>
  );
}
