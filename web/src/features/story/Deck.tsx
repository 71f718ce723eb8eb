/** A story as it is told. `playDeck` moves through what stands here, on this page and in the saved file alike. */
import './deck-words.css';
import './deck.css';
import './deck-halves.css';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { RowsTable } from '../../ui/RowsTable.tsx';
import { storyMessages } from './messages.ts';
import { playDeck } from './play.ts';
import type { Story, StoryStep } from './queries.ts';

export interface DeckProps {
  readonly story: Story;
  /** Those that are shown, in order. */
  readonly steps: readonly StoryStep[];
  readonly noteOf: (step: StoryStep) => string;
  readonly ref: Ref<HTMLElement>;
}

export function Deck({ story, steps, noteOf, ref }: DeckProps) {
  const messages = useCatalog(storyMessages);
  const deck = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => deck.current as HTMLElement);
  useEffect(() => (deck.current ? playDeck(deck.current) : undefined), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys work where it has the focus
    <section ref={deck} className="deck" tabIndex={0} aria-label={messages.deck({ place: story.title })}>
      <div className="deck-ground">
        <div className="deck-map" role="img" aria-label={story.title} data-layers="">
          {story.drawings.map(({ id, svg }) => (
            <div key={id} className="deck-drawing" data-drawing={id}>
              <Drawing svg={svg} />
            </div>
          ))}
        </div>
        <Drawing className="deck-legend" svg={story.legend.svg} alt={story.legend.alt} />
      </div>
      <div className="deck-steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} story={story} />
        ))}
      </div>
      <Controls />
      <aside className="deck-notes" aria-label={messages.notes}>
        {steps.map((step) => (
          <p key={step.id} className="deck-note" data-note={step.id} hidden>
            {noteOf(step)}
          </p>
        ))}
      </aside>
      <p className="deck-live sr-only" aria-live="polite" />
    </section>
  );
}

function Controls() {
  const messages = useCatalog(storyMessages);
  return (
    <nav className="deck-bar" aria-label={messages.controls}>
      <button type="button" data-do="back" aria-label={messages.back}>
        ←
      </button>
      <span className="deck-at" />
      <button type="button" data-do="next" aria-label={messages.next}>
        →
      </button>
      <span className="deck-clock" role="timer" aria-label={messages.timer} />
      <button type="button" data-do="notes" aria-expanded="false">
        {messages.notes}
      </button>
      <button type="button" data-do="whole">
        {messages.whole}
      </button>
    </nav>
  );
}

function Step({ step, story }: { readonly step: StoryStep; readonly story: Story }) {
  const { id, above, title, figure, sentences, halves, source, seconds, map } = step;
  return (
    <section
      className="deck-step"
      aria-label={title}
      data-step={id}
      data-seconds={seconds}
      data-alt={map.alt}
      data-layers={map.layers.join(' ')}
      data-cameras={JSON.stringify(map.cameras)}
    >
      {above !== '' && <p className="deck-above">{above}</p>}
      <h2>{title}</h2>
      {figure && (
        <p className="deck-figure">
          <span>{figure.lead}</span> <strong>{figure.value}</strong> <span>{figure.what}</span>
        </p>
      )}
      <Rows step={step} />
      {halves.length > 0 && <Halves step={step} />}
      {sentences.map((sentence) => (
        <p key={sentence} className="deck-sentence">
          {sentence}
        </p>
      ))}
      {id === 'thanks' ? <Sources story={story} /> : <p className="deck-source">{source}</p>}
    </section>
  );
}

function Halves({ step: { halves } }: { readonly step: StoryStep }) {
  return (
    <div className="deck-halves">
      {halves.map(({ title, figure, head, rows, alt, svg }) => (
        <section key={title} className="deck-half" aria-label={title}>
          <h3>{title}</h3>
          <p className="deck-figure">
            <span>{figure.lead}</span> <strong>{figure.value}</strong> <span>{figure.what}</span>
          </p>
          <Drawing className="deck-half-map" svg={svg} alt={alt} />
          {head.length > 0 && <RowsTable head={head} rows={rows} />}
        </section>
      ))}
    </div>
  );
}

function Rows({ step: { head, rows } }: { readonly step: StoryStep }) {
  if (rows.length === 0) return null;
  if (head.length === 0)
    return (
      <dl className="deck-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    );
  return <RowsTable head={head} rows={rows} />;
}

function Sources({ story: { link, qr, sources } }: { readonly story: Story }) {
  return (
    <>
      <p className="deck-sentence">
        {link.words} <a href={link.address}>{link.address}</a>
      </p>
      <Drawing className="deck-qr" svg={qr.svg} alt={qr.alt} />
      <p className="deck-source">{sources.join(' ')}</p>
    </>
  );
}
