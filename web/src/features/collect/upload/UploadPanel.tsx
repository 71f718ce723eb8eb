/** A district's second step: one file, from choosing it to accepting the result of its check. */

import './upload.css';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import { useCatalog, useMessages } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { collectMessages } from '../messages.ts';
import { Checked } from './Checked.tsx';
import { FileDrop } from './FileDrop.tsx';
import { keptInWords } from './kept.ts';
import { Refused } from './Refused.tsx';
import type { Phase, UploadRun } from './run.ts';
import { Sending } from './Sending.tsx';

export interface UploadPanelProps {
  readonly run: UploadRun;
  readonly phase: Phase;
  readonly collection: Collection;
  /** True: this is the next thing to do. */
  readonly isFirst: boolean;
}

export function UploadPanel({ run, phase, collection, isFirst }: UploadPanelProps) {
  const messages = useCatalog(collectMessages).upload;
  const panel = useRef<HTMLElement>(null);
  const before = useRef(phase.at);
  useEffect(() => {
    // Focuses the awaited result: screen readers read it, and keys continue there.
    const wasWaiting = ['reading', 'sending', 'checking', 'accepting'].includes(before.current);
    before.current = phase.at;
    if (wasWaiting && ['checked', 'refused', 'kept', 'same', 'failed'].includes(phase.at)) panel.current?.focus();
  }, [phase.at]);
  return (
    <section ref={panel} className="upload" tabIndex={-1} aria-label={messages.label}>
      <Step run={run} phase={phase} collection={collection} isFirst={isFirst} />
    </section>
  );
}

function Step({ run, phase, collection, isFirst }: UploadPanelProps) {
  const messages = useCatalog(collectMessages).upload;
  const { tryAgain } = useMessages();
  const choose = (words = messages.choose) => (
    <FileDrop
      label={messages.file}
      words={words}
      note={messages.locally}
      isQuiet={!isFirst}
      onFile={(file) => void run.choose(file)}
    />
  );
  switch (phase.at) {
    case 'choose':
      return phase.unfinished ? <Unfinished run={run} unfinished={phase.unfinished} choose={choose} /> : choose();
    case 'reading':
      return <ProgressBar label={messages.looking} share={phase.share} words={messages.lookingHere} />;
    case 'kept': {
      const { title, whatToDo } = keptInWords(messages, phase.kept);
      return (
        <>
          <Message tone="failed" title={title}>
            {whatToDo}
          </Message>
          {choose(messages.chooseOther)}
        </>
      );
    }
    case 'sending':
      return <Sending run={run} phase={phase} />;
    case 'checking':
      return (
        <ProgressBar
          label={messages.checking}
          share={undefined}
          words={
            phase.trouble
              ? `${phase.trouble.answer ?? messages.broken} ${messages.askingIn(phase.trouble)}`
              : messages.isChecked
          }
        />
      );
    case 'checked':
    case 'accepting':
      return <Checked run={run} upload={phase.upload} isAccepting={phase.at === 'accepting'} collection={collection} />;
    case 'refused':
      return (
        <>
          <Refused upload={phase.upload} />
          {choose(messages.chooseMended)}
        </>
      );
    case 'same':
      return (
        <>
          <Message title={messages.acceptedAlready}>{messages.sameAs(phase)}</Message>
          {choose(messages.chooseOther)}
        </>
      );
    case 'accepted':
      return null;
    case 'failed':
      return (
        <>
          <Message
            tone="failed"
            title={messages.failure(phase)}
            action={{ words: tryAgain, act: () => void run.goOn() }}
          >
            {phase.message}
          </Message>
          {choose(messages.chooseOther)}
        </>
      );
  }
}

function Unfinished({
  run,
  unfinished,
  choose,
}: {
  readonly run: UploadRun;
  readonly unfinished: NonNullable<Extract<Phase, { at: 'choose' }>['unfinished']>;
  readonly choose: (words?: string) => ReactNode;
}) {
  const messages = useCatalog(collectMessages).upload;
  return (
    <>
      <Message
        title={messages.stoppedAt(unfinished)}
        action={{ words: messages.deleteSent, act: () => void run.discard() }}
      >
        {messages.sameGoesOn}
      </Message>
      {choose(messages.chooseSame)}
    </>
  );
}
