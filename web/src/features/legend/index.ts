/** What other features may use of the legend. */
export { legendRows, unitOf } from './rows.ts';
