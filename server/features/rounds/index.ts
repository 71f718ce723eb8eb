/** What other features may use of rounds. */
export { hindered, type LockedRound, lockRound, moveRound } from './move.ts';
export { bidderOf, buyerOf, partyOf } from './parties.ts';
export { roundFor } from './read.ts';
export { tellReceived } from './tell.ts';
