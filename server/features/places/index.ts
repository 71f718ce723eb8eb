/** What other features may use of places. */
export { importPlaces, type PlacesImport, type PlacesImportOptions } from './import.ts';
export { isPlaceKind, PLACE_KINDS, type PlaceKind, POINT_KINDS } from './kinds.ts';
export { cellsInside, cellsWithSchools, placesAt, placesOfCells } from './of-cells.ts';
