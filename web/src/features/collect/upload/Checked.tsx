/** What the check of a whole file found, what accepting it would do, and the button that does. */
import { useState } from 'react';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import type { Replaces, Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/words.ts';
import { Findings } from './Findings.tsx';
import type { UploadRun } from './run.ts';

export interface CheckedProps {
  readonly run: UploadRun;
  readonly upload: Upload;
  readonly isAccepting: boolean;
  readonly collection: Collection;
}

export function Checked({ run, upload, isAccepting, collection }: CheckedProps) {
  const [isSure, setSure] = useState(false);
  const { report, replaces } = upload;
  if (!report) return null;
  const total = report.homes + report.noFixedResidence;
  const leftOut = report.rows - total;
  return (
    <>
      <div className={`message ${report.findings.length + report.warnings.length === 0 ? 'good' : 'warning'}`}>
        <p className="message-title" role="status">
          {total === report.rows
            ? `All ${plural(total, 'student')} can be taken in.`
            : `${grouped(total)} of ${plural(report.rows, 'student')} can be taken in.`}
        </p>
        <p>Nothing is taken in yet. Look at what was found, then accept it, or mend your export and send it again.</p>
      </div>
      <dl className="facts">
        <Fact words="Students with a home on the map" count={report.homes} />
        <Fact words="Without a fixed residence" count={report.noFixedResidence} />
        <Fact words="Left out" count={leftOut} />
      </dl>
      {report.warnings.length > 0 && (
        <>
          <h4>Worth a look before you accept</h4>
          <ul className="warnings">
            {report.warnings.map(({ kind, message }) => (
              <li key={`${kind}${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {report.notes.length > 0 && (
        <>
          <h4>Notes</h4>
          <ul className="notes">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <Findings upload={upload} />
      {replaces && <WhatChanges replaces={replaces} isSure={isSure} onSure={setSure} />}
      <div className="actions">
        <button
          type="button"
          className="button primary"
          disabled={isAccepting || (replaces !== null && !isSure)}
          onClick={() => void run.accept(replaces !== null)}
        >
          {isAccepting ? 'Taking it in…' : replaces ? 'Replace what was accepted' : `Accept for ${collection.name}`}
        </button>
        <button type="button" className="button quiet" disabled={isAccepting} onClick={() => void run.discard()}>
          Delete this file, and send another
        </button>
      </div>
    </>
  );
}

interface WhatChangesProps {
  readonly replaces: Replaces;
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
}

function WhatChanges({ replaces, isSure, onSure }: WhatChangesProps) {
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
      <label className="sure">
        <input type="checkbox" checked={isSure} onChange={(event) => onSure(event.target.checked)} />
        Yes, replace it: what was accepted before is deleted.
      </label>
    </div>
  );
}

function Fact({ words, count }: { readonly words: string; readonly count: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{grouped(count)}</dd>
    </div>
  );
}
