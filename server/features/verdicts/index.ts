/** What other features may use of verdicts. */
export { verdictsOfCells } from './of-cells.ts';
