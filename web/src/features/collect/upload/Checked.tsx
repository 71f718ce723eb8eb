/** What the check of a whole file found, what accepting it would do, and the button that does. */
import { useState } from 'react';
import { isManyInOnePlace } from '../../../../../server/domain/survey/quality.ts';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import type { Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Notes } from '../Notes.tsx';
import { notesIn } from '../notes.ts';
import { Fact } from './Fact.tsx';
import { Findings } from './Findings.tsx';
import type { UploadRun } from './run.ts';
import { WhatChanges } from './WhatChanges.tsx';

export interface CheckedProps {
  readonly run: UploadRun;
  readonly upload: Upload;
  readonly isAccepting: boolean;
  readonly collection: Collection;
}

export function Checked({ run, upload, isAccepting, collection }: CheckedProps) {
  const [isSure, setSure] = useState(false);
  const [isOnePlaceRight, setOnePlaceRight] = useState(false);
  const { report, replaces } = upload;
  if (!report) return null;
  const total = report.homes + report.noFixedResidence;
  const leftOut = report.rows - total;
  const notes = notesIn(report);
  const inOnePlace = report.warnings.find(isManyInOnePlace);
  return (
    <>
      <div className={`message ${report.findings.length + notes.length === 0 ? 'good' : 'warning'}`}>
        <p className="message-title" role="status">
          {total === report.rows
            ? `All ${plural(total, 'student')} can be taken in.`
            : `${grouped(total)} of ${plural(report.rows, 'student')} can be taken in.`}
        </p>
        <p>Nothing is taken in yet. Look at what was found, then accept it, or mend your export and send it again.</p>
      </div>
      <dl className="facts">
        <Fact words="Students on the map" count={report.homes} />
        <Fact words="Counted without a place: no fixed residence" count={report.noFixedResidence} />
        <Fact words="Left out by this check" count={leftOut} />
      </dl>
      {notes.length > 0 && (
        <>
          <h4>Notes, worth a look before you accept</h4>
          <Notes notes={notes} />
        </>
      )}
      <Findings upload={upload} />
      {inOnePlace && (
        <div className="message warning">
          <p className="message-title">
            Half of the homes or more {inOnePlace.kind === 'at_schools' ? 'stand at schools' : 'lie in one hexagon'}
          </p>
          <label>
            <input
              type="checkbox"
              checked={isOnePlaceRight}
              onChange={({ target }) => setOnePlaceRight(target.checked)}
            />{' '}
            These students really live there, as in an apartment tower or a dormitory, and not at a school or a bus
            stop.
          </label>
        </div>
      )}
      {replaces && <WhatChanges replaces={replaces} isSure={isSure} onSure={setSure} />}
      {isAccepting && (
        <ProgressBar
          label="Taking it in"
          share={undefined}
          words="Taking it in. A large district takes up to a minute; all of it is taken in, or nothing."
        />
      )}
      <div className="actions">
        <button
          type="button"
          className="button primary"
          disabled={isAccepting || (replaces !== null && !isSure) || (inOnePlace && !isOnePlaceRight)}
          onClick={() => void run.accept({ replace: replaces !== null, manyInOnePlace: inOnePlace !== undefined })}
        >
          {replaces ? 'Replace what was accepted' : `Accept for ${collection.name}`}
        </button>
        <button type="button" className="button quiet" disabled={isAccepting} onClick={() => void run.discard()}>
          Delete this file, and send another
        </button>
      </div>
    </>
  );
}
