/** Saving with a link, as CSV and on paper; and the scenarios saved before. */
import { type FormEvent, useId, useState } from 'react';
import { momentInWords } from '../../lib/format.ts';
import { goToAddress } from '../../lib/location.ts';
import { addressOf, type Route } from '../../lib/route.ts';
import { saveText } from '../../lib/save-text.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { costMessages } from './messages.ts';
import { type AgencyEdition, fetchCsv, type ScenarioBody, useDelete, useSave, useSavedScenarios } from './queries.ts';

interface KeepItProps {
  readonly route: Extract<Route, { page: 'cost' }>;
  readonly edition: AgencyEdition;
  readonly scenario: ScenarioBody;
}

export function KeepIt({ route, edition, scenario }: KeepItProps) {
  const { saving: words } = useCatalog(costMessages);
  const [name, setName] = useState('');
  const save = useSave(edition);
  const ids = [useId(), useId()];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = ({ id }: { id: string }) => goToAddress(addressOf({ ...route, saved: id, clusters: [] }));
    if (name.trim()) save.mutate({ name: name.trim(), scenario }, { onSuccess: done });
  };
  const download = async () => saveText('cost.csv', 'text/csv', await fetchCsv(edition, scenario));
  const isEmpty = scenario.clusters.length === 0;
  return (
    <section className="cost-keep" aria-labelledby={ids[0]}>
      <h2 id={ids[0]}>{words.title}</h2>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={ids[1]}>{words.name}</label>
          <input
            id={ids[1]}
            autoComplete="off"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="actions">
          <button type="submit" className="button primary" disabled={isEmpty || !name.trim() || save.isPending}>
            {words.save}
          </button>
          <button type="button" className="button" disabled={isEmpty} onClick={() => void download()}>
            {words.csv}
          </button>
          <button type="button" className="button" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      </form>
      <p role="status" className="note">
        {route.saved ? words.saved : ''}
      </p>
      {save.isError && (
        <Message tone="failed" title={words.failed}>
          {save.error.message}
        </Message>
      )}
      <SavedList route={route} />
    </section>
  );
}

function SavedList({ route }: Pick<KeepItProps, 'route'>) {
  const { saving: words } = useCatalog(costMessages);
  const { data } = useSavedScenarios();
  const remove = useDelete();
  if (!data) return null;
  return (
    <>
      <h3>{words.list}</h3>
      <p role="status" className="note">
        {remove.isSuccess ? words.removed : data.scenarios.length === 0 ? words.empty : ''}
      </p>
      <ul className="cost-saved">
        {data.scenarios.map(({ id, name, savedAt, savedBy }) => (
          <li key={id}>
            <PageLink to={{ ...route, saved: id, clusters: [] }} translate="no">
              {name}
            </PageLink>
            <span className="note">{words.by({ who: savedBy, at: momentInWords(savedAt) })}</span>
            <button
              type="button"
              className="button quiet"
              aria-label={words.removeNamed({ name })}
              onClick={() => remove.mutate(id)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
