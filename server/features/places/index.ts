/** What other features may use of places. */
export { importPlaces, type PlacesImport, type PlacesImportOptions } from './import.ts';
export { isPlaceKind, PLACE_KINDS, type PlaceKind } from './kinds.ts';
export { cellsInside, placesAt, placesOfCells } from './of-cells.ts';
