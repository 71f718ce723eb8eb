/** What other features may use of the ground. */
export { drawSchools, importGround } from './import.ts';
export { GROUND_KINDS, type GroundKind, isGroundKind } from './kinds.ts';
export { roadLines } from './roads.ts';
