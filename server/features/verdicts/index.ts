/** What other features may use of verdicts. */
export { CHILDREN_A_HEX } from './children.ts';
export { type LandVerdicts, locationsOf, type VerdictFilings, verdictsOfLand } from './of-land.ts';
