/** What other features may use of rounds. */
export { candidates } from './candidates.ts';
export { beginShaping, makeLots } from './lots.ts';
export { hindered, lockRound, moveRound } from './move.ts';
export { bidderOf, buyerOf, partyOf } from './parties.ts';
export { roundFor } from './read.ts';
export { changeRound, draftRound, momentOf } from './settings.ts';
export { askQuestion } from './talk.ts';
export { tellReceived, tellToClarify } from './tell.ts';
