import { useEffect, useState, useSyncExternalStore } from 'react';
import { onLanguage } from '../../../lib/catalog.ts';
import { useHeld } from '../../../lib/location.ts';
import { acceptUpload, beginUpload, checkUpload, discardUpload, fetchUpload, sendChunk } from '../http.ts';
import { readFile } from './read-file.ts';
import { type Phase, UploadRun } from './run.ts';
import { waitForNetwork } from './wait.ts';

/** The upload of a collection, picked up where the server has it. @param last id of the district's last upload */
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
  // Back leaves without asking: what was sent is kept by the server, and goes on with the same file.
  useEffect(() => () => run.pause(), [run]);
  return { run, phase };
}
