import { type FormEvent, useEffect, useRef, useState } from 'react';
import { WORDING } from '../../../../../server/domain/survey/wording.ts';
import { QUESTIONS } from '../../../../../server/domain/survey.ts';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import { Message } from '../../../ui/Message.tsx';
import { addCollection, changeCollection } from '../http.ts';
import { useRefresh } from '../queries.ts';
import { TextField } from '../TextField.tsx';
import { useTask } from '../use-task.ts';
import { QUESTION_WORDS } from '../words.ts';
import { draftOf, type Faults, faultsOf, fieldsOf } from './collection-fields.ts';

export interface CollectionFormProps {
  /** Undefined: a new one. */
  readonly collection?: Collection | undefined;
  readonly taken: readonly string[];
  readonly onDone: (id: number | undefined) => void;
}

/** Name, window and questions of a collection. */
export function CollectionForm({ collection, taken, onDone }: CollectionFormProps) {
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
      <h2 id="collection-form">{collection ? `Change ${collection.name}` : 'New collection'}</h2>
      <form ref={form} onSubmit={save} noValidate>
        <TextField
          label="Name"
          note="The survey round, as everybody will see it: for example “spring 2027”."
          value={draft.name}
          fault={faults.name}
          onChange={(name) => setDraft({ ...draft, name })}
        />
        <div className="field-row">
          <TextField
            label="First day"
            type="date"
            value={draft.opensOn}
            fault={faults.opensOn}
            onChange={(opensOn) => setDraft({ ...draft, opensOn })}
          />
          <TextField
            label="Last day"
            type="date"
            value={draft.closesOn}
            fault={faults.closesOn}
            onChange={(closesOn) => setDraft({ ...draft, closesOn })}
          />
        </div>
        <fieldset className="question-choice" aria-describedby={faults.questions ? 'questions-fault' : undefined}>
          <legend>Questions</legend>
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
                {QUESTION_WORDS[question]}
                <span className="note">{WORDING[question].ask.en}</span>
              </span>
            </label>
          ))}
          {faults.questions && (
            <p id="questions-fault" className="field-fault">
              {faults.questions}
            </p>
          )}
        </fieldset>
        {task.fault && (
          <Message tone="failed" title="It was not saved.">
            {task.fault}
          </Message>
        )}
        <div className="actions">
          <button type="submit" className="button primary" disabled={task.isBusy}>
            {collection ? 'Save' : 'Add the collection'}
          </button>
          <button type="button" className="button quiet" onClick={() => onDone(undefined)}>
            Cancel
          </button>
        </div>
      </form>
    </section>
  );
}
