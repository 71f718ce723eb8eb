import type { Deps } from './deps.ts';
import type { ServerMessages } from './platform/messages.ts';
import type { Progress } from './platform/progress.ts';

/**
 * Opens the configured database for one command and always closes it afterwards. The messages are in the reader's language.
 */
export type RunCommand = (
  work: (deps: Deps, progress: Progress, messages: ServerMessages) => Promise<void>,
) => Promise<void>;
