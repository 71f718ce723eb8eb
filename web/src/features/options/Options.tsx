/** What lies on the map besides, how the paper looks, and ways to take the view along. */
import './options.css';
import { useState } from 'react';
import { FILERS } from '../../../../server/domain/verdict.ts';
import { LAYERS } from '../../lib/choice.ts';
import { layersOffered, missing } from '../../lib/heard.ts';
import { useChoice, useHeard } from '../../lib/queries.ts';
import { THEME_NAMES, THEMES } from '../../lib/theme.ts';
import { useView, useViews } from '../../lib/views.ts';

const LAYER_WORDS = { hexes: 'Students', coverage: 'Coverage filed with the FCC' } as const;

export function Options() {
  const views = useViews();
  const { areas, theme } = useView();
  const choice = useChoice();
  const heard = useHeard();
  const layers = heard ? layersOffered(heard) : LAYERS;
  const hasAreas = !heard || heard.filers.includes('puc');
  return (
    <section className="options" aria-labelledby="options">
      <h2 id="options" className="eyebrow">
        On the map
      </h2>
      <fieldset>
        <legend className="sr-only">What the hexes show</legend>
        {layers.length > 1 &&
          layers.map((layer) => (
            <label key={layer}>
              <input
                type="radio"
                name="layer"
                checked={choice.layer === layer}
                onChange={() => views.change({ choice: { ...views.get().choice, layer }, only: [] })}
              />
              {LAYER_WORDS[layer]}
            </label>
          ))}
        {hasAreas && (
          <label>
            <input type="checkbox" checked={areas} onChange={() => views.change({ areas: !areas })} />
            Outlines of the state's public filings
          </label>
        )}
      </fieldset>
      {heard && heard.filers.length < FILERS.length && (
        <p className="note">Only what was filed can be shown: {missing(heard)}.</p>
      )}
      <fieldset>
        <legend>Look</legend>
        {THEMES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="theme"
              checked={theme === name}
              onChange={() => views.change({ theme: name }, 'replace')}
            />
            {THEME_NAMES[name]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

export function TakeAlong() {
  const views = useViews();
  const { page } = useView();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('Link copied. It opens exactly this view.');
    } catch {
      setSaid('Copy the address from the address bar: it holds this view.');
    }
  };
  return (
    <div className="take-along">
      <button
        type="button"
        className="button"
        aria-keyshortcuts="t"
        onClick={() => views.change({ page: page === 'map' ? 'table' : 'map' })}
      >
        {page === 'map' ? 'Table' : 'Map'}
      </button>
      <button type="button" className="button" onClick={() => void copy()}>
        Copy link
      </button>
      <button type="button" className="button" onClick={() => print()}>
        Print
      </button>
      <p className="note" role="status">
        {said}
      </p>
    </div>
  );
}
