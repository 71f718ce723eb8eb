/** What other features may use of a provider's room. */
export { areasOf } from './file-given.ts';
