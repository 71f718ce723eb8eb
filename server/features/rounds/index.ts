/** What other features may know of rounds. */
export { bidderOf, buyerOf, partyOf } from './parties.ts';
