/** A button for what cannot be taken back: it says what follows, and asks once more. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface AskFirstProps {
  readonly words: ReactNode;
  /** Label for screen readers, in place of the words. */
  readonly label?: string;
  readonly explained: string;
  readonly yes: string;
  readonly no: string;
  readonly className: string;
  readonly isBusy: boolean;
  /** Whether the form is complete; until then pressing submits it, and the browser says what is missing. */
  readonly isReady?: boolean;
  readonly onYes: () => void;
}

export function AskFirst({
  words,
  label,
  explained,
  yes,
  no,
  className,
  isBusy,
  isReady = true,
  onYes,
}: AskFirstProps) {
  const [isAsking, setAsking] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) back.current?.focus();
  }, [isAsking]);
  if (!isAsking)
    return (
      <button
        type={isReady ? 'button' : 'submit'}
        className={className}
        aria-label={label}
        disabled={isBusy}
        onClick={() => isReady && setAsking(true)}
      >
        {words}
      </button>
    );
  return (
    <fieldset className="ask-first">
      <legend>{explained}</legend>
      <button
        type="button"
        className="button primary"
        disabled={isBusy}
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
      <button ref={back} type="button" className="button" disabled={isBusy} onClick={() => setAsking(false)}>
        {no}
      </button>
    </fieldset>
  );
}
