/** What other features may use of proposals. */
export { keysOf } from './keys.ts';
export { rewrapRounds } from './rewrap.ts';
export { keepDraft } from './submit.ts';
