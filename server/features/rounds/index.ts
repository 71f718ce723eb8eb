/** What other features may use of rounds. */
export { hindered, lockRound, moveRound } from './move.ts';
export { bidderOf, buyerOf, partyOf } from './parties.ts';
