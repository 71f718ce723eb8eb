import { useEffect, useState } from 'react';
import { sizeInWords } from '../../../lib/format.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { Trouble } from './persist.ts';
import type { Phase, UploadRun } from './run.ts';

export interface SendingProps {
  readonly run: UploadRun;
  readonly phase: Extract<Phase, { at: 'sending' }>;
}

/** How much is there; a pause; and what is done about a broken connection. */
export function Sending({ run, phase: { sent, bytes, isPaused, trouble } }: SendingProps) {
  const words = `${sizeInWords(sent)} of ${sizeInWords(bytes)}`;
  return (
    <>
      <ProgressBar
        label="Sending the file"
        share={bytes === 0 ? 0 : sent / bytes}
        words={isPaused ? `Paused at ${words}. What was sent stays there for a day.` : `Sent ${words}`}
      />
      {trouble && !isPaused && <Waiting key={trouble.seconds} trouble={trouble} />}
      <div className="actions">
        {isPaused ? (
          <button type="button" className="button primary" onClick={() => void run.goOn()}>
            Go on
          </button>
        ) : (
          <>
            {trouble && (
              <button type="button" className="button primary" onClick={() => void run.goOn()}>
                Try now
              </button>
            )}
            <button type="button" className="button" onClick={() => run.pause()}>
              Pause
            </button>
          </>
        )}
        <button type="button" className="button quiet" onClick={() => void run.discard()}>
          Stop, and delete what was sent
        </button>
      </div>
    </>
  );
}

function Waiting({ trouble }: { readonly trouble: Trouble }) {
  const [left, setLeft] = useState(trouble.seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="message warning">
      <p className="message-title" role="status">
        {trouble.reason} What was sent is kept.
      </p>
      <p>{left > 0 ? `Trying again in ${left} s, or as soon as the connection is back.` : 'Trying again…'}</p>
    </div>
  );
}
