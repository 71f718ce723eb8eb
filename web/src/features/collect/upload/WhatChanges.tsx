import type { Replaces } from '../../../../../server/features/collect/contract-uploads.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';
import { Fact } from './Fact.tsx';
import { mayHaveOtherKey } from './other-key.ts';

interface WhatChangesProps {
  readonly replaces: Replaces;
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
}

/** How accepting a newer file changes what was accepted, and the confirmation it needs. */
export function WhatChanges({ replaces, isSure, onSure }: WhatChangesProps) {
  const messages = useCatalog(collectMessages).upload.replaces;
  const { acceptedAt, homesBefore, homesAfter, added, removed, moved, answersChanged } = replaces;
  return (
    <div className="replaces">
      <h4>{messages.title({ acceptedAt })}</h4>
      <p>{messages.homes({ homesBefore, homesAfter })}</p>
      <dl className="facts">
        <Fact words={messages.added} count={added} />
        <Fact words={messages.removed} count={removed} />
        <Fact words={messages.moved} count={moved} />
        <Fact words={messages.answersChanged} count={answersChanged} />
      </dl>
      {mayHaveOtherKey(replaces) && (
        <div className="message warning">
          <p className="message-title">{messages.otherKey}</p>
          <p>{messages.otherKeyAsk}</p>
        </div>
      )}
      <label className="sure">
        <input type="checkbox" checked={isSure} onChange={(event) => onSure(event.target.checked)} />
        {messages.yes}
      </label>
    </div>
  );
}
