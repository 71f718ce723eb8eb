/** What other features may use of places. */
export { importPlaces, type PlacesImportOptions } from './import.ts';
export { isPlaceKind, PLACE_KINDS_WITH_CELLS, type PlaceKind, POINT_KINDS } from './kinds.ts';
export { cellsInside, cellsWithSchools, placesAt, placesOfCells } from './of-cells.ts';
export { namesOf, placeTotals } from './queries.ts';
