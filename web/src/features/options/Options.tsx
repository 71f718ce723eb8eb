/** Optional layers of the map, its theme, and ways to export the view. */
import './options.css';
import { useState } from 'react';
import { FILERS } from '../../../../server/domain/verdict.ts';
import { LAYERS } from '../../lib/choice.ts';
import { layersOffered, missing } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { paperReady } from '../../lib/paper.ts';
import { useChoice, useHeard } from '../../lib/queries.ts';
import { THEMES } from '../../lib/theme.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews } from '../../lib/views.ts';
import { useAreasSeen } from '../../map/session.ts';

export function Options() {
  const views = useViews();
  const { options: messages } = useCatalog(mapMessages);
  const { areas, theme } = useView();
  const choice = useChoice();
  const heard = useHeard();
  const areasSeen = useAreasSeen();
  const layers = heard ? layersOffered(heard) : LAYERS;
  const hasAreas = !heard || heard.filers.includes('puc');
  return (
    <section className="options" aria-labelledby="options">
      <h2 id="options" className="eyebrow">
        {messages.title}
      </h2>
      <fieldset>
        <legend className="sr-only">{messages.whatHexesShow}</legend>
        {layers.length > 1 &&
          layers.map((layer) => (
            <label key={layer}>
              <input
                type="radio"
                name="layer"
                checked={choice.layer === layer}
                onChange={() => views.change({ choice: { ...views.get().choice, layer }, only: [] })}
              />
              {messages.layers[layer]}
            </label>
          ))}
        {hasAreas && (
          <label>
            <input type="checkbox" checked={areas} onChange={() => views.change({ areas: !areas })} />
            {messages.areas}
          </label>
        )}
      </fieldset>
      {areas && hasAreas && areasSeen && (
        <p className="note" role="status">
          {areasSeen.length === 0 ? messages.noAreaInView : messages.areasInView({ providers: areasSeen })}
        </p>
      )}
      {heard && heard.filers.length < FILERS.length && (
        <p className="note">{messages.onlyFiled({ why: missing(heard) })}</p>
      )}
      <fieldset>
        <legend>{messages.look}</legend>
        {THEMES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="theme"
              checked={theme === name}
              onChange={() => views.change({ theme: name }, 'replace')}
            />
            {messages.themes[name]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

export function TakeAlong() {
  const views = useViews();
  const { options: messages } = useCatalog(mapMessages);
  const { page } = useView();
  const [said, setSaid] = useState<'copied' | 'copyByHand' | 'printing'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('copied');
    } catch {
      setSaid('copyByHand');
    }
  };
  const printOnceReady = async () => {
    setSaid('printing');
    await paperReady();
    setSaid(undefined);
    print();
  };
  return (
    <div className="take-along">
      <button type="button" className="button" onClick={() => views.change({ page: page === 'map' ? 'table' : 'map' })}>
        {page === 'map' ? messages.table : messages.map}
      </button>
      <button type="button" className="button" onClick={() => void copy()}>
        {messages.copyLink}
      </button>
      <button type="button" className="button" onClick={() => void printOnceReady()}>
        {messages.print}
      </button>
      <p className="note" role="status">
        {said && messages[said]}
      </p>
    </div>
  );
}
