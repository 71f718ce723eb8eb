/** Which place stands beside that of the story, in a step of its own. */
import { useState } from 'react';
import { usePlacesOfKind } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { storyMessages } from './messages.ts';
import type { Arranged } from './use-arranged.ts';

const KINDS = ['county', 'school_district', 'senate_district', 'house_district', 'congressional_district', 'town'];
interface BesideChoiceProps {
  readonly arranged: Arranged;
  readonly stateFips: string;
}

export function BesideChoice({ arranged: { second, putBeside }, stateFips }: BesideChoiceProps) {
  const { beside: words } = useCatalog(storyMessages);
  const [chosen, setChosen] = useState<string>();
  const kind = chosen ?? second?.kind ?? '';
  const places = usePlacesOfKind(stateFips, kind === '' ? undefined : kind);
  return (
    <section className="story-beside">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <div className="field">
        <label htmlFor="beside-kind">{words.kind}</label>
        <select
          id="beside-kind"
          value={kind}
          onChange={({ target }) => {
            setChosen(target.value);
            if (target.value === '') putBeside(undefined);
          }}
        >
          <option value="">{words.none}</option>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </div>
      {kind !== '' && (
        <div className="field">
          <label htmlFor="beside-place">{words.which}</label>
          <select
            id="beside-place"
            value={second?.kind === kind ? second.id : ''}
            onChange={({ target }) => putBeside({ kind, id: target.value })}
          >
            <option value="" disabled>
              {words.choose}
            </option>
            {places.map(({ id, name }) => (
              <option key={id} value={id} translate="no">
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  );
}
