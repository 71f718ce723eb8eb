/** The second step of a district: one file on its way, from choosing it to accepting what the check found. */

import './upload.css';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import { dateInWords, sizeInWords } from '../../../lib/format.ts';
import { Message } from '../../../ui/Message.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Checked } from './Checked.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Refused } from './Refused.tsx';
import type { Phase, UploadRun } from './run.ts';
import { Sending } from './Sending.tsx';

export interface UploadPanelProps {
  readonly run: UploadRun;
  readonly phase: Phase;
  readonly collection: Collection;
  /** It is what to do next. */
  readonly isFirst: boolean;
}

const LOCALLY = 'It is looked at on this computer first: a file with names, addresses or coordinates is not sent.';

export function UploadPanel({ run, phase, collection, isFirst }: UploadPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const before = useRef(phase.at);
  useEffect(() => {
    // What a person waited for is read to them, and begun from by keys.
    const wasWaiting = ['reading', 'sending', 'checking', 'accepting'].includes(before.current);
    before.current = phase.at;
    if (wasWaiting && ['checked', 'refused', 'kept', 'same', 'failed'].includes(phase.at)) panel.current?.focus();
  }, [phase.at]);
  return (
    <section ref={panel} className="upload" tabIndex={-1} aria-label="Upload">
      <Step run={run} phase={phase} collection={collection} isFirst={isFirst} />
    </section>
  );
}

function Step({ run, phase, collection, isFirst }: UploadPanelProps) {
  const choose = (words = 'Choose the anonymized file', note = LOCALLY) => (
    <FileDrop
      label="Anonymized file"
      words={words}
      note={note}
      isQuiet={!isFirst}
      onFile={(file) => void run.choose(file)}
    />
  );
  switch (phase.at) {
    case 'choose':
      return phase.unfinished ? <Unfinished run={run} unfinished={phase.unfinished} choose={choose} /> : choose();
    case 'reading':
      return (
        <ProgressBar
          label="Looking at the file"
          share={phase.share}
          words="Looking at the file on this computer. Nothing is sent yet."
        />
      );
    case 'kept':
      return (
        <>
          <Message tone="failed" title={`Nothing was sent. ${phase.kept.title}`}>
            {phase.kept.whatToDo}
          </Message>
          {choose('Choose another file')}
        </>
      );
    case 'sending':
      return <Sending run={run} phase={phase} />;
    case 'checking':
      return (
        <ProgressBar
          label="Checking the file"
          share={undefined}
          words={
            phase.trouble
              ? `${phase.trouble.reason} Asking again in ${phase.trouble.seconds} s.`
              : 'The file is here. Every row is being checked; nothing is taken in before you accept it.'
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
          {choose('Choose the mended file')}
        </>
      );
    case 'same':
      return (
        <>
          <Message title="This is the file that was accepted already.">
            It was accepted on {dateInWords(phase.acceptedAt)}, byte for byte the same. Nothing was sent, and nothing
            changes.
          </Message>
          {choose('Choose another file')}
        </>
      );
    case 'accepted':
      return null;
    case 'failed':
      return (
        <>
          <Message tone="failed" title={phase.title} action={{ words: 'Try again', act: () => void run.goOn() }}>
            {phase.message}
          </Message>
          {choose('Choose another file')}
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
  readonly choose: (words?: string, note?: string) => ReactNode;
}) {
  const { received, bytes, startedAt } = unfinished;
  return (
    <>
      <Message
        title={`An upload of ${dateInWords(startedAt)} stopped at ${sizeInWords(received)} of ${sizeInWords(bytes)}.`}
        action={{ words: 'Delete what was sent', act: () => void run.discard() }}
      >
        Choose the same file again, and it goes on from there.
      </Message>
      {choose('Choose the same file')}
    </>
  );
}
