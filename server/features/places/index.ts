/** What other features may use of places. */
export { importPlaces, type PlacesImportOptions } from './import.ts';
export { type PlaceKind, POINT_KINDS } from './kinds.ts';
export { cellsInside, cellsWithSchools, placesAt, placesOfCells } from './of-cells.ts';
