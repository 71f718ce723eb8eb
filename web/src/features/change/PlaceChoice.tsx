import { useState } from 'react';
import { usePlacesOfKind } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { changeMessages } from './messages.ts';
import { useWanted, want } from './use-wanted.ts';
import { RANKED_KINDS } from './wanted.ts';

/** Which place the page is about: the state, or one of a kind. */
export function PlaceChoice({ stateFips }: { readonly stateFips: string }) {
  const messages = useCatalog(changeMessages);
  const { place } = useWanted();
  const [chosen, setChosen] = useState<string>();
  const kind = chosen ?? place?.kind ?? 'state';
  const places = usePlacesOfKind(stateFips, kind === 'state' ? undefined : kind);
  return (
    <form className="place-choice" aria-label={messages.place} onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor="kind-of-place">{messages.kindOfPlace}</label>
        <select
          id="kind-of-place"
          value={kind}
          onChange={({ target }) => {
            setChosen(target.value);
            if (target.value === 'state') want({ place: undefined });
          }}
        >
          {['state', ...RANKED_KINDS].map((each) => (
            <option key={each} value={each}>
              {messages.kind({ kind: each })}
            </option>
          ))}
        </select>
      </div>
      {kind !== 'state' && (
        <div className="field">
          <label htmlFor="which-place">{messages.whichPlace}</label>
          <select
            id="which-place"
            value={place?.kind === kind ? place.id : ''}
            onChange={({ target }) => want({ place: { kind, id: target.value } })}
          >
            <option value="" disabled>
              {messages.choose}
            </option>
            {places.map(({ id, name }) => (
              <option key={id} value={id} translate="no">
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </form>
  );
}
