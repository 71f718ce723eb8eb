import { useEffect, useId, useRef, useState } from 'react';
import type { DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';

export interface DistrictLinkProps {
  readonly district: DistrictStatus;
  readonly onMakeLink: () => void;
  readonly onRevokeLink: (id: number) => void;
}

/** One district's link: its expiry, a replacement, and its revocation, which needs one confirmation. */
export function DistrictLink({ district: { link, name }, onMakeLink, onRevokeLink }: DistrictLinkProps) {
  const messages = useCatalog(collectMessages).office.links;
  const [isAsking, setAsking] = useState(false);
  const make = useRef<HTMLButtonElement>(null);
  const revoke = useRef<HTMLButtonElement>(null);
  /** Focus returns to where the question was. */
  const close = (then: typeof make) => {
    setAsking(false);
    requestAnimationFrame(() => then.current?.focus());
  };
  return (
    <div>
      <h4>{messages.title}</h4>
      <p role="status">{link ? messages.isGood(link) : messages.noneGood}</p>
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
            aria-label={messages.makeFor({ districtName: name })}
          >
            {link ? messages.makeNew : messages.makeOne}
          </button>
          {link && (
            <button
              ref={revoke}
              type="button"
              className="button quiet"
              onClick={() => setAsking(true)}
              aria-label={messages.revokeOf({ districtName: name })}
            >
              {messages.revoke}
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
  const messages = useCatalog(collectMessages).office.links;
  const question = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; this is a question with two answers
    <div className="message warning" role="group" aria-labelledby={question}>
      <p className="message-title" id={question}>
        {messages.endOf({ districtName: name })}
      </p>
      <p>{messages.endMeans}</p>
      <div className="actions">
        <button type="button" className="button" onClick={onYes}>
          {messages.end}
        </button>
        <button ref={no} type="button" className="button quiet" onClick={onNo}>
          {messages.keep}
        </button>
      </div>
    </div>
  );
}
