/** Orders, hides and notes the steps of a story. */
import { useCatalog } from '../../lib/use-messages.ts';
import { storyMessages } from './messages.ts';
import type { StoryStep } from './queries.ts';
import type { Arranged, Notes } from './use-arranged.ts';

export function Arrange({ arranged, notes }: { readonly arranged: Arranged; readonly notes: Notes }) {
  const messages = useCatalog(storyMessages);
  return (
    <section className="story-order">
      <h2>{messages.order}</h2>
      <p>{messages.orderLead}</p>
      <ol className="story-steps">
        {arranged.all.map((step) => (
          <Row key={step.id} step={step} arranged={arranged} notes={notes} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly step: StoryStep;
  readonly arranged: Arranged;
  readonly notes: Notes;
}

function Row({ step, arranged: { shown, move, toggle }, notes }: RowProps) {
  const messages = useCatalog(storyMessages);
  const name = messages.steps[step.id];
  const at = shown.indexOf(step);
  const isShown = at >= 0;
  return (
    <li data-step={step.id}>
      <label className="story-show">
        <input
          type="checkbox"
          checked={isShown}
          disabled={isShown && shown.length === 1}
          aria-label={messages.show({ step: name })}
          onChange={() => toggle(step.id)}
        />
        <strong>{name}</strong>
      </label>
      <div className="story-moves">
        <button
          type="button"
          className="button"
          disabled={at < 1}
          aria-label={messages.up({ step: name })}
          onClick={() => move(step.id, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="button"
          disabled={!isShown || at === shown.length - 1}
          aria-label={messages.down({ step: name })}
          onClick={() => move(step.id, 1)}
        >
          ↓
        </button>
      </div>
      <textarea
        aria-label={messages.noteFor({ step: name })}
        rows={2}
        value={notes.of(step)}
        onChange={(event) => notes.write(step.id, event.target.value)}
      />
    </li>
  );
}
