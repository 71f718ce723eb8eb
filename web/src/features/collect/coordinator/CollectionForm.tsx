import { type FormEvent, useEffect, useRef, useState } from 'react';
import { QUESTIONS } from '../../../../../server/domain/survey.ts';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { addCollection, changeCollection } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';
import { draftOf, type Faults, faultsOf, fieldsOf } from './collection-fields.ts';

export interface CollectionFormProps {
  /** Undefined: a new collection. */
  readonly collection?: Collection | undefined;
  readonly taken: readonly string[];
  readonly onDone: (id: number | undefined) => void;
}

/** Name, window and questions of a collection. */
export function CollectionForm({ collection, taken, onDone }: CollectionFormProps) {
  const messages = useCatalog(collectMessages);
  const words = messages.coordinator.form;
  const [draft, setDraft] = useState(() => draftOf(collection));
  const [faults, setFaults] = useState<Faults>({});
  const task = useTask();
  const refresh = useRefresh();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(draft, taken);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    void task.run(async () => {
      const saved = await (collection
        ? changeCollection(collection.id, fieldsOf(draft))
        : addCollection(fieldsOf(draft)));
      await refresh();
      onDone(saved.id);
    });
  };
  return (
    <section className="card-section" aria-labelledby="collection-form">
      <h2 id="collection-form">
        {collection ? words.changing({ collection: collection.name }) : messages.coordinator.newOne}
      </h2>
      <form ref={form} onSubmit={save} noValidate>
        <TextField
          label={words.name}
          note={words.nameNote}
          value={draft.name}
          fault={faults.name && words.faults[faults.name]}
          onChange={(name) => setDraft({ ...draft, name })}
        />
        <div className="field-row">
          <TextField
            label={words.firstDay}
            type="date"
            value={draft.opensOn}
            fault={faults.opensOn && words.faults[faults.opensOn]}
            onChange={(opensOn) => setDraft({ ...draft, opensOn })}
          />
          <TextField
            label={words.lastDay}
            type="date"
            value={draft.closesOn}
            fault={faults.closesOn && words.faults[faults.closesOn]}
            onChange={(closesOn) => setDraft({ ...draft, closesOn })}
          />
        </div>
        <TextField
          label={words.contact}
          note={words.contactNote}
          value={draft.contact}
          most={200}
          onChange={(contact) => setDraft({ ...draft, contact })}
        />
        <fieldset className="question-choice" aria-describedby={faults.questions ? 'questions-fault' : undefined}>
          <legend>{words.questions}</legend>
          {QUESTIONS.map((question) => (
            <label key={question}>
              <input
                type="checkbox"
                checked={draft.questions.includes(question)}
                aria-invalid={faults.questions !== undefined}
                onChange={(event) =>
                  setDraft({
                    ...draft,
                    questions: event.target.checked
                      ? [...draft.questions, question]
                      : draft.questions.filter((other) => other !== question),
                  })
                }
              />
              <span>
                {messages.questions.names[question]}
                <span className="note">{messages.questions.asks[question]}</span>
              </span>
            </label>
          ))}
          {faults.questions && (
            <p id="questions-fault" className="field-fault">
              {words.faults[faults.questions]}
            </p>
          )}
        </fieldset>
        {task.fault && (
          <Message tone="failed" title={words.notSaved}>
            {task.fault}
          </Message>
        )}
        <div className="actions">
          <button type="submit" className="button primary" disabled={task.isBusy}>
            {collection ? words.save : words.add}
          </button>
          <button type="button" className="button quiet" onClick={() => onDone(undefined)}>
            {messages.cancel}
          </button>
        </div>
      </form>
    </section>
  );
}
