/** The state of the page and what a person can do with it. Steps show it, the worker does the work. */
import { useEffect, useState } from 'react';
import { answersFaults } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { mappingFaults } from '../../../../server/domain/anonymize/fields.ts';
import { actionsOn } from './actions.ts';
import { keptTrace } from './kept-trace.ts';
import { loadPage, type PageParts } from './page-parts.ts';
import { rememberedDistrict } from './remembered.ts';
import { type Actions, FIRST, type Held, type Prepare } from './state.ts';
import { type Done, STEPS, stepAt } from './steps.ts';

export function usePrepare(): { readonly state: Prepare; readonly actions: Actions; readonly parts: PageParts } {
  const parts = loadPage();
  const [held, setHeld] = useState<Held>(() => ({
    ...FIRST,
    leaId: rememberedDistrict(location.hash),
    hash: atFirst(location.hash),
  }));
  useEffect(() => {
    let isHere = true;
    parts.ready.then(
      () => isHere && setHeld((now) => ({ ...now, isReady: true })),
      (error: Error) => isHere && setHeld((now) => ({ ...now, failure: { about: 'page', message: error.message } })),
    );
    return () => {
      isHere = false;
    };
  }, [parts]);
  useEffect(() => {
    const moved = () => setHeld((now) => ({ ...now, hash: location.hash }));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const isUnsaved = held.source !== undefined && !held.isSaved;
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved]);

  const { source } = held;
  const key = held.key?.key;
  useEffect(() => {
    if (!key || !source) return;
    let isHere = true;
    const header = source.opened.columns.map(({ name }) => name);
    void keptTrace({ secret: key.secret, header }).then(
      (kept) => isHere && setHeld((now) => ({ ...now, looked: { key, source, kept } })),
    );
    return () => {
      isHere = false;
    };
  }, [key, source]);
  const isLooked = held.looked?.key === key && held.looked?.source === source;

  const answersAreMapped = !held.answers || answersFaults(held.answers.mapping).length === 0;
  const done: Done = {
    hasFile: held.source !== undefined,
    hasKey: held.key !== undefined && (!held.key.isNew || held.key.isSaved),
    isMapped: mappingFaults(held.mapping).length === 0 && answersAreMapped,
    isChecked: held.checked !== undefined,
    isFinished: held.isFinished,
  };
  const state: Prepare = {
    ...held,
    kept: isLooked ? held.looked?.kept : undefined,
    isLooking: key !== undefined && source !== undefined && !isLooked,
    done,
    step: stepAt(held.hash, done),
  };
  const actions = actionsOn(state, (change) => setHeld((now) => ({ ...now, ...change })), parts);
  return { state, actions, parts };
}

/** A page that is loaded again has no file yet: whatever step its address names, it begins where files are chosen. */
function atFirst(hash: string): string {
  return STEPS.some((step) => hash === `#${step}`) ? '' : hash;
}
