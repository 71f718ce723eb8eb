/** The district's key: made here the first time, chosen from a file every other time. */

import { useState } from 'react';
import { isLeaId, keyFileName, writeKey } from '../../../../server/domain/anonymize/key-file.ts';
import { Failed } from './Failed.tsx';
import { FileChoice } from './FileChoice.tsx';
import { SaveButton } from './SaveButton.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

type Way = 'first' | 'have';

export function KeyChoice({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { key, leaId, failure } = state;
  const { file: words } = usePrepareMessages();
  const [way, setWay] = useState<Way | undefined>(key ? (key.isNew ? 'first' : 'have') : undefined);
  const choose = (chosen: Way) => {
    setWay(chosen);
    actions.forgetKey();
  };
  return (
    <div className="part">
      <h3>{words.key}</h3>
      <p>{words.keyLead}</p>
      <fieldset className="choices">
        <legend className="sr-only">{words.haveKey}</legend>
        <label>
          <input type="radio" name="key" checked={way === 'first'} onChange={() => choose('first')} />
          {words.firstTime}
        </label>
        <label>
          <input type="radio" name="key" checked={way === 'have'} onChange={() => choose('have')} />
          {words.fromLastTime}
        </label>
      </fieldset>
      {way === 'first' && <NewKey state={state} actions={actions} />}
      {way === 'have' && (
        <FileChoice
          label={key ? words.chooseOtherKey : words.chooseKey}
          accept=".json,application/json"
          isDisabled={!state.isReady}
          onFile={(file) => void actions.chooseKey(file)}
        >
          <p className="note">
            {key
              ? words.keyTold({ leaId: key.key.leaId, madeOn: dayIn(key.key.created) })
              : words.keyIsCalled({ file: keyFileName(isLeaId(leaId) ? leaId : 'LEAID') })}
          </p>
        </FileChoice>
      )}
      <Failed failure={failure} about="key" title={words.keyUnusable} />
      <details>
        <summary>{words.keyLost}</summary>
        <p>{words.keyLostAnswer}</p>
      </details>
      <details>
        <summary>{words.keyStolen}</summary>
        <p>{words.keyStolenAnswer}</p>
      </details>
    </div>
  );
}

function NewKey({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { file: words } = usePrepareMessages();
  const { key, leaId } = state;
  if (!key)
    return (
      <div className="actions">
        <button type="button" className="button" disabled={!isLeaId(leaId)} onClick={actions.makeKey}>
          {words.makeKey}
        </button>
        {!isLeaId(leaId) && <p className="note">{words.leaIdFirst}</p>}
      </div>
    );
  return (
    <div className="actions">
      <SaveButton
        words={key.isSaved ? words.saveKeyAgain : words.saveKey}
        name={keyFileName(key.key.leaId)}
        content={keyBlob(key.key)}
        isPrimary={!key.isSaved}
        onSaved={actions.keySaved}
      />
      <p className="note" role="status">
        {key.isSaved ? words.keySaved({ file: keyFileName(key.key.leaId) }) : words.keyMade}
      </p>
    </div>
  );
}

/** A day in the form of a key file; empty when it is invalid. */
function dayIn(created: string): string {
  return Number.isNaN(Date.parse(created)) ? '' : created;
}

const blobs = new WeakMap<object, Blob>();

/** Equal bytes share one blob, so that its address survives rerenders. */
function keyBlob(key: Parameters<typeof writeKey>[0]): Blob {
  const known = blobs.get(key);
  if (known) return known;
  const made = new Blob([writeKey(key)], { type: 'application/json' });
  blobs.set(key, made);
  return made;
}
