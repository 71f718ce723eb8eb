import { useEffect, useState } from 'react';
import { useCatalog } from '../../../lib/use-messages.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { collectMessages } from '../messages.ts';
import type { Trouble } from './persist.ts';
import type { Phase, UploadRun } from './run.ts';

export interface SendingProps {
  readonly run: UploadRun;
  readonly phase: Extract<Phase, { at: 'sending' }>;
}

/** Upload progress, pause, and the handling of a broken connection. */
export function Sending({ run, phase: { sent, bytes, isPaused, trouble } }: SendingProps) {
  const messages = useCatalog(collectMessages).upload;
  const facts = { received: sent, bytes };
  return (
    <>
      <ProgressBar
        label={messages.sending}
        share={bytes === 0 ? 0 : sent / bytes}
        words={isPaused ? messages.pausedAt(facts) : messages.sent(facts)}
      />
      {trouble && !isPaused && <Waiting key={trouble.seconds} trouble={trouble} />}
      <div className="actions">
        {isPaused ? (
          <button type="button" className="button primary" onClick={() => void run.goOn()}>
            {messages.goOn}
          </button>
        ) : (
          <>
            {trouble && (
              <button type="button" className="button primary" onClick={() => void run.goOn()}>
                {messages.tryNow}
              </button>
            )}
            <button type="button" className="button" onClick={() => run.pause()}>
              {messages.pause}
            </button>
          </>
        )}
        <button type="button" className="button quiet" onClick={() => void run.discard()}>
          {messages.stop}
        </button>
      </div>
    </>
  );
}

function Waiting({ trouble }: { readonly trouble: Trouble }) {
  const messages = useCatalog(collectMessages).upload;
  const [left, setLeft] = useState(trouble.seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="message warning">
      <p className="message-title" role="status">
        {trouble.answer ?? messages.broken} {messages.isKept}
      </p>
      <p>{left > 0 ? messages.tryingIn({ seconds: left }) : messages.trying}</p>
    </div>
  );
}
