/** What other features may use of places. */
export { PlaceKind, PlaceTotals } from './contract.ts';
export { districtAsked } from './district-asked.ts';
export { importPlaces, type PlacesImportOptions } from './import.ts';
export { isPlaceKind, PLACE_KINDS, PLACE_KINDS_WITH_CELLS, POINT_KINDS } from './kinds.ts';
export { importMembers } from './members/import.ts';
export { membersOf } from './members/queries.ts';
export { cellsInside, cellsWithSchools, isOutside, placesAt, placesOfCells } from './of-cells.ts';
export { countyNames, FOLDED, namesOf, placeById, placeTotals } from './queries.ts';
export { readPlace } from './read-place.ts';
