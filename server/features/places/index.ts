/** What other features may use of places. */
export { isPlaceKind, PLACE_KINDS, type PlaceKind } from './kinds.ts';
export { placesOfCells } from './of-cells.ts';
