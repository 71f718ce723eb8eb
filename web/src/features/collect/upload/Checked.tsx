/** The result of checking a whole file, the effect of accepting it, and the button to accept. */
import { useState } from 'react';
import { isManyInOnePlace } from '../../../../../server/domain/survey/quality.ts';
import type { Collection } from '../../../../../server/features/collect/contract.ts';
import type { Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { collectMessages } from '../messages.ts';
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
  const messages = useCatalog(collectMessages).upload;
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
            ? messages.allCan({ students: total })
            : messages.someCan({ students: total, rows: report.rows })}
        </p>
        <p>{messages.nothingYet}</p>
      </div>
      <dl className="facts">
        <Fact words={messages.onMap} count={report.homes} />
        <Fact words={messages.withoutPlace} count={report.noFixedResidence} />
        <Fact words={messages.leftOut} count={leftOut} />
      </dl>
      {notes.length > 0 && (
        <>
          <h4>{messages.notes}</h4>
          <Notes notes={notes} />
        </>
      )}
      <Findings upload={upload} />
      {inOnePlace && (
        <div className="message warning">
          <p className="message-title">
            {messages.inOnePlace[inOnePlace.kind === 'at_schools' ? 'at_schools' : 'one_cell']}
          </p>
          <label>
            <input
              type="checkbox"
              checked={isOnePlaceRight}
              onChange={({ target }) => setOnePlaceRight(target.checked)}
            />{' '}
            {messages.isRight}
          </label>
        </div>
      )}
      {replaces && <WhatChanges replaces={replaces} isSure={isSure} onSure={setSure} />}
      {isAccepting && <ProgressBar label={messages.taking} share={undefined} words={messages.takingAll} />}
      <div className="actions">
        <button
          type="button"
          className="button primary"
          disabled={isAccepting || (replaces !== null && !isSure) || (inOnePlace && !isOnePlaceRight)}
          onClick={() => void run.accept({ replace: replaces !== null, manyInOnePlace: inOnePlace !== undefined })}
        >
          {replaces ? messages.replace : messages.accept({ collection: collection.name })}
        </button>
        <button type="button" className="button quiet" disabled={isAccepting} onClick={() => void run.discard()}>
          {messages.sendAnother}
        </button>
      </div>
    </>
  );
}
