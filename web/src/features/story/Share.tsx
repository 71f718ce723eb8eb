/** For the agency: links to a story as it is ordered here. */
import { type FormEvent, useId, useState } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { storyMessages } from './messages.ts';
import { type Story, useEndShared, useShared, useShareStory } from './queries.ts';

interface ShareProps {
  readonly story: Story;
  readonly place: PlaceRef;
  readonly steps: string;
}

export function Share({ story, place, steps }: ShareProps) {
  const { share: messages } = useCatalog(storyMessages);
  const [title, setTitle] = useState(`${story.title}, ${story.above}`);
  const [until, setUntil] = useState('');
  const made = useShareStory();
  const id = useId();
  const share = (event: FormEvent) => {
    event.preventDefault();
    const { release, audience } = story;
    made.mutate({ release, audience, place, title, steps, endsOn: until || null });
  };
  return (
    <section className="story-share">
      <h2>{messages.title}</h2>
      <p>{messages.lead}</p>
      <form onSubmit={share}>
        <div className="field">
          <label htmlFor={`${id}-title`}>{messages.name}</label>
          <input
            id={`${id}-title`}
            required
            maxLength={120}
            autoComplete="off"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-until`}>{messages.until}</label>
          <input id={`${id}-until`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </div>
        <div className="actions">
          <button type="submit" className="button primary" disabled={made.isPending}>
            {messages.make}
          </button>
        </div>
      </form>
      <p role="status">
        {made.data && (
          <>
            {messages.made} <a href={made.data.address}>{made.data.address}</a>
          </>
        )}
      </p>
      {made.isError && (
        <Message tone="failed" title={messages.failed}>
          {made.error.message}
        </Message>
      )}
      <Links />
    </section>
  );
}

function Links() {
  const { share: messages } = useCatalog(storyMessages);
  const { data } = useShared();
  const ending = useEndShared();
  if (!data) return null;
  return (
    <>
      <h3>{messages.list}</h3>
      {data.stories.length === 0 && <p className="note">{messages.none}</p>}
      <ul className="story-links">
        {data.stories.map(({ code, title, address, endsOn, sharedBy }) => (
          <li key={code}>
            <a href={address}>{title}</a>
            <span className="note">{[endsOn, messages.by({ who: sharedBy })].filter(Boolean).join(' · ')}</span>
            <button type="button" className="button" disabled={ending.isPending} onClick={() => ending.mutate(code)}>
              {messages.end({ what: title })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
