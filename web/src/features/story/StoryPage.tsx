/** The eight minutes: a story to tell, to order, and to take along. */
import './story.css';
import { useRef, useState } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { besideNamed } from '../../../../server/domain/story/steps.ts';
import { useAddress } from '../../lib/location.ts';
import { useEdition } from '../../lib/queries.ts';
import { routeOf } from '../../lib/route.ts';
import { saveText } from '../../lib/save-text.ts';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Arrange } from './Arrange.tsx';
import { BesideChoice } from './BesideChoice.tsx';
import { Deck } from './Deck.tsx';
import { storyFile } from './file.ts';
import { storyMessages } from './messages.ts';
import { handoutAddress, type Story, useOpened, useStory } from './queries.ts';
import { Share } from './Share.tsx';
import { namesOf, useArranged, useNotes } from './use-arranged.ts';

export default function StoryPage() {
  const messages = useCatalog(storyMessages);
  const address = new URL(useAddress());
  const route = routeOf(address);
  const place = route.page === 'story' ? route.place : { kind: '', id: '' };
  const code = address.searchParams.get('shared') ?? undefined;
  const opened = useOpened(code);
  const steps = opened.data?.steps ?? address.searchParams.get('steps') ?? '';
  const story = useStory(place, besideNamed(steps), code === undefined || opened.isSuccess);
  const failed = opened.error ?? story.error;
  if (!story.data)
    return (
      <DocumentPage title={messages.title} lead="">
        {failed ? (
          <NotShown error={failed} title={messages.failed} again={() => void story.refetch()} />
        ) : (
          <Coming words={messages.coming} />
        )}
      </DocumentPage>
    );
  return <Told key={`${place.kind}/${place.id}`} story={story.data} place={place} shared={opened.data} />;
}

interface ToldProps {
  readonly story: Story;
  readonly place: PlaceRef;
  /** As its agency ordered it: nothing can be changed. */
  readonly shared: ReturnType<typeof useOpened>['data'];
}

function Told({ story, place, shared }: ToldProps) {
  const messages = useCatalog(storyMessages);
  const deck = useRef<HTMLElement>(null);
  const arranged = useArranged(story, shared?.steps);
  const notes = useNotes(place);
  const title = shared?.title ?? messages.titleOf({ place: story.title });
  const steps = namesOf(arranged.shown, arranged.second).join(',');
  const until = shared?.endsOn ? ` ${messages.sharedUntil({ day: shared.endsOn })}` : '';
  const lead = shared ? messages.sharedLead({ place: story.title }) + until : messages.lead({ place: story.title });
  return (
    <DocumentPage title={title} lead={lead}>
      <p className="note">{[story.above, ...story.marks].join(' · ')}</p>
      <Deck
        key={story.language}
        ref={deck}
        story={story}
        steps={arranged.shown}
        noteOf={(step) => (shared ? step.note : notes.of(step))}
      />
      <p className="note">{messages.keys}</p>
      <TakeAlong deck={deck} place={place} steps={steps} title={title} />
      {!shared && <Arrange arranged={arranged} notes={notes} />}
      {!shared && <BesideChoice arranged={arranged} stateFips={story.state} />}
      {!shared && story.audience === 'agency' && <Share story={story} place={place} steps={steps} />}
    </DocumentPage>
  );
}

interface TakeProps {
  readonly deck: React.RefObject<HTMLElement | null>;
  readonly place: PlaceRef;
  readonly steps: string;
  readonly title: string;
}

function TakeAlong({ deck, place, steps, title }: TakeProps) {
  const messages = useCatalog(storyMessages);
  const edition = useEdition();
  const lang = useLanguage();
  const [fault, setFault] = useState('');
  const save = async () => {
    if (!deck.current) return;
    try {
      const text = await storyFile(deck.current, title, lang);
      saveText(`${messages.fileName}-${place.kind}-${place.id}-${lang}.html`, 'text/html', text);
      setFault('');
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const release = edition.release === 'current' ? {} : { release: edition.release };
  return (
    <section>
      <h2>{messages.take}</h2>
      <div className="actions">
        <button type="button" className="button" onClick={() => void save()}>
          {messages.file}
        </button>
        <a className="button" href={handoutAddress(place, steps, { ...edition, lang })}>
          {messages.handout}
        </a>
        <PageLink
          className="button"
          to={{ page: 'brief', reading: { ...release, audience: edition.audience, theme: 'light' }, place }}
        >
          {messages.brief}
        </PageLink>
      </div>
      {fault !== '' && (
        <Message tone="failed" title={messages.fileFailed}>
          {fault}
        </Message>
      )}
    </section>
  );
}
