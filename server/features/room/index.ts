/** What other features may use of a provider's room. */
export { covered, POINTS_A_HEX } from './cover.ts';
export { areasOf } from './file-given.ts';
export { providerNamed } from './queries.ts';
export { lookAfterAlerts } from './tell.ts';
