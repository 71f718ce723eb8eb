import type { Deps } from './deps.ts';
import type { Progress } from './platform/progress.ts';

/** Opens the configured database for one command and always closes it afterwards. */
export type RunCommand = (work: (deps: Deps, progress: Progress) => Promise<void>) => Promise<void>;
