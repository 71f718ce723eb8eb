/** What other features may use of places. */
export { PlaceKind } from './contract.ts';
export { importPlaces, type PlacesImportOptions } from './import.ts';
export { POINT_KINDS } from './kinds.ts';
export { cellsInside, cellsWithSchools, placesAt, placesOfCells } from './of-cells.ts';
export { namesOf, placeById, placeTotals } from './queries.ts';
