/** What other features may use of rounds. */
export { bidderOf, buyerOf, partyOf } from './parties.ts';
