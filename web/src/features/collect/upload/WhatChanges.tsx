import type { Replaces } from '../../../../../server/features/collect/contract-uploads.ts';
import { grouped } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/format.ts';
import { Fact } from './Fact.tsx';
import { mayHaveOtherKey } from './other-key.ts';

interface WhatChangesProps {
  readonly replaces: Replaces;
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
}

/** What accepting a newer file does to what was accepted, and the yes that it needs. */
export function WhatChanges({ replaces, isSure, onSure }: WhatChangesProps) {
  const { acceptedAt, homesBefore, homesAfter, added, removed, moved, answersChanged } = replaces;
  return (
    <div className="replaces">
      <h4>This takes the place of the file accepted on {dateInWords(acceptedAt)}</h4>
      <p>
        Homes: {grouped(homesBefore)} before, {grouped(homesAfter)} after.
      </p>
      <dl className="facts">
        <Fact words="Students added" count={added} />
        <Fact words="Students removed" count={removed} />
        <Fact words="In another place than before" count={moved} />
        <Fact words="With other answers" count={answersChanged} />
      </dl>
      {mayHaveOtherKey(replaces) && (
        <div className="message warning">
          <p className="message-title">Nearly every student is another than before.</p>
          <p>
            Was the file prepared with another key file? With the key of last time, students stay the same ones; with a
            new one, nobody can be followed from one file to the next.
          </p>
        </div>
      )}
      <label className="sure">
        <input type="checkbox" checked={isSure} onChange={(event) => onSure(event.target.checked)} />
        Yes, replace it: what was accepted before is deleted.
      </label>
    </div>
  );
}
