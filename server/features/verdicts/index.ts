/** What other features may use of verdicts. */
export { type VerdictFilings, verdictsOfCells } from './of-cells.ts';
