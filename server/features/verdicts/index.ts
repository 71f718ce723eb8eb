/** What other features may use of verdicts. */
export { CHILDREN_A_HEX } from './children.ts';
export { type LandVerdicts, type VerdictFilings, verdictsOfCells, verdictsOfLand } from './of-cells.ts';
