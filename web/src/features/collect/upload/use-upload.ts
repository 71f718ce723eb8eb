import { useEffect, useState, useSyncExternalStore } from 'react';
import { onLanguage } from '../../../lib/catalog.ts';
import { useHeld } from '../../../lib/location.ts';
import { acceptUpload, beginUpload, checkUpload, discardUpload, fetchUpload, sendChunk } from '../http.ts';
import { readFile } from './read-file.ts';
import { type Phase, UploadRun } from './run.ts';
import { waitForNetwork } from './wait.ts';

/** The upload of a collection, resumed from the server's state. @param last id of the district's last upload */
export function useUpload(collection: number, last: string | null): { run: UploadRun; phase: Phase } {
  const [run] = useState(
    () =>
      new UploadRun({
        read: readFile,
        begin: (file, signal) => beginUpload(collection, file, signal),
        put: sendChunk,
        check: checkUpload,
        accept: acceptUpload,
        fetch: fetchUpload,
        discard: discardUpload,
        wait: waitForNetwork,
      }),
  );
  useEffect(() => {
    if (last !== null) void run.pickUp(last);
  }, [run, last]);
  useEffect(() => onLanguage(() => void run.sayAnew()), [run]);
  const phase = useSyncExternalStore(run.subscribe, run.phase);
  useHeld(phase.at === 'sending' && !phase.isPaused);
  // Back does not ask: the server keeps what was sent, and the same file resumes.
  useEffect(() => () => run.pause(), [run]);
  return { run, phase };
}
