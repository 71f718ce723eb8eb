/** The district's key: made here the first time, brought along every other time. */
import { useState } from 'react';
import { isLeaId, keyFileName, writeKey } from '../../../../server/domain/anonymize/key-file.ts';
import { Message } from '../../ui/Message.tsx';
import { FileChoice } from './FileChoice.tsx';
import { SaveButton } from './SaveButton.tsx';
import type { StepProps } from './step-props.ts';

type Way = 'first' | 'have';

export function KeyChoice({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { key, leaId, failure } = state;
  const [way, setWay] = useState<Way | undefined>(key ? (key.isNew ? 'first' : 'have') : undefined);
  const choose = (chosen: Way) => {
    setWay(chosen);
    actions.forgetKey();
  };
  return (
    <div className="part">
      <h3>Your key</h3>
      <p>
        The key turns student numbers into pseudonyms. With the same key the same student gets the same pseudonym next
        year, and only the district has it. It is a small file: keep it where you keep other confidential files, never
        send it.
      </p>
      <fieldset className="choices">
        <legend className="sr-only">Do you have a key?</legend>
        <label>
          <input type="radio" name="key" checked={way === 'first'} onChange={() => choose('first')} />
          This is our first time
        </label>
        <label>
          <input type="radio" name="key" checked={way === 'have'} onChange={() => choose('have')} />
          We have a key file from last time
        </label>
      </fieldset>
      {way === 'first' && <NewKey state={state} actions={actions} />}
      {way === 'have' && (
        <FileChoice
          label={key ? 'Choose another key file' : 'Choose the key file'}
          accept=".json,application/json"
          isDisabled={!state.isReady}
          onFile={(file) => void actions.chooseKey(file)}
        >
          <p className="note">
            {key
              ? `Key of district ${key.key.leaId}${key.key.created ? `, made on ${key.key.created}` : ''}. It is whole and unchanged.`
              : `It is called ${keyFileName(isLeaId(leaId) ? leaId : 'LEAID')}.`}
          </p>
        </FileChoice>
      )}
      {failure?.about === 'key' && (
        <Message title="This key cannot be used" tone="failed">
          {failure.message}
        </Message>
      )}
      <details>
        <summary>What if the key is lost?</summary>
        <p>
          Nobody can bring it back, and nobody can work out a student from the pseudonyms without it. Choose “This is
          our first time” and make a new one. Your numbers stay right; only the link to earlier years is gone, because
          every student gets a new pseudonym. Tell your coordinator, so that the change is not taken for new students.
        </p>
      </details>
      <details>
        <summary>What if somebody else gets the key?</summary>
        <p>
          With the key and a list of student numbers somebody could work out which pseudonym is whose. Make a new key,
          tell your coordinator, and send the file again: a new upload replaces the old one.
        </p>
      </details>
    </div>
  );
}

function NewKey({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { key, leaId } = state;
  if (!key)
    return (
      <div className="actions">
        <button type="button" className="button" disabled={!isLeaId(leaId)} onClick={actions.makeKey}>
          Make a key
        </button>
        {!isLeaId(leaId) && <p className="note">Write the district number first.</p>}
      </div>
    );
  return (
    <div className="actions">
      <SaveButton
        words={key.isSaved ? 'Save the key file again' : 'Save the key file'}
        name={keyFileName(key.key.leaId)}
        content={keyBlob(key.key)}
        isPrimary={!key.isSaved}
        onSaved={actions.keySaved}
      />
      <p className="note" role="status">
        {key.isSaved
          ? `Saved as ${keyFileName(key.key.leaId)} in your downloads. Put it in a safe place.`
          : 'A key was made on this computer. Save it before going on.'}
      </p>
    </div>
  );
}

const blobs = new WeakMap<object, Blob>();

/** The same bytes are the same blob, so that its address stays while the page is drawn anew. */
function keyBlob(key: Parameters<typeof writeKey>[0]): Blob {
  const known = blobs.get(key);
  if (known) return known;
  const made = new Blob([writeKey(key)], { type: 'application/json' });
  blobs.set(key, made);
  return made;
}
