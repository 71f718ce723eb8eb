import { useEffect, useId, useRef, useState } from 'react';
import type { DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { dateInWords } from '../../../lib/format.ts';

export interface DistrictLinkProps {
  readonly district: DistrictStatus;
  readonly onMakeLink: () => void;
  readonly onRevokeLink: (id: number) => void;
}

/** The link of one district: until when it is good, a new one, and its end, which is asked about once. */
export function DistrictLink({ district: { link, name }, onMakeLink, onRevokeLink }: DistrictLinkProps) {
  const [isAsking, setAsking] = useState(false);
  const make = useRef<HTMLButtonElement>(null);
  const revoke = useRef<HTMLButtonElement>(null);
  /** Keys go on from where the question stood. */
  const close = (then: typeof make) => {
    setAsking(false);
    requestAnimationFrame(() => then.current?.focus());
  };
  return (
    <div>
      <h4>Link</h4>
      <p role="status">
        {link
          ? `Made on ${dateInWords(link.createdAt)}, good until ${dateInWords(link.expiresAt)}. A new one takes its place.`
          : 'This district has no link that is still good.'}
      </p>
      {link && isAsking ? (
        <Asked
          name={name}
          onYes={() => {
            close(make);
            onRevokeLink(link.id);
          }}
          onNo={() => close(revoke)}
        />
      ) : (
        <div className="actions">
          <button
            ref={make}
            type="button"
            className="button"
            onClick={onMakeLink}
            aria-label={`Make a link for ${name}`}
          >
            {link ? 'Make a new link' : 'Make a link'}
          </button>
          {link && (
            <button
              ref={revoke}
              type="button"
              className="button quiet"
              onClick={() => setAsking(true)}
              aria-label={`Revoke the link of ${name}`}
            >
              Revoke it
            </button>
          )}
        </div>
      )}
    </div>
  );
}

interface AskedProps {
  readonly name: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Asked({ name, onYes, onNo }: AskedProps) {
  const question = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; this is a question with two answers
    <div className="message warning" role="group" aria-labelledby={question}>
      <p className="message-title" id={question}>
        End the link of {name}?
      </p>
      <p>
        Whoever holds it can no longer open the collection. What was sent stays. You can make a new link at any time.
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onYes}>
          End the link
        </button>
        <button ref={no} type="button" className="button quiet" onClick={onNo}>
          Keep it
        </button>
      </div>
    </div>
  );
}
