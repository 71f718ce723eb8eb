/** Lots as rows for spreadsheets and GIS. Names of columns are English, as programs read them. */
import type { GeoFeature } from '../../platform/lists.ts';
import type { Packaged, PackagedLot } from './read.ts';

export function lotRow({ id, name, students, households, facts, reference }: PackagedLot, round: string) {
  return {
    lot: id,
    name,
    round,
    students,
    households,
    estimated_students_without_service: facts.estimated,
    fcc_locations: facts.locations,
    fcc_locations_without_service: facts.passings,
    route_miles_estimate: facts.routeMiles,
    square_miles: facts.squareMiles,
    counties: facts.counties.join('; '),
    schools: facts.schools.join('; '),
    providers_reporting_service: facts.providers.join('; '),
    nearest_wired_service: facts.nearest?.name ?? '',
    nearest_wired_service_miles: facts.nearest && Math.round(10 * facts.nearest.miles) / 10,
    reference_amount_dollars: reference,
    ...Object.fromEntries(
      Object.entries(facts.counts).flatMap(([key, { least, hidden }]) => {
        const column = key.replaceAll('.', '_');
        return [
          [`${column}_at_least`, least],
          [`${column}_hidden_areas`, hidden],
        ];
      }),
    ),
    lng: facts.center[0],
    lat: facts.center[1],
  };
}

export function lotFeatures({ round, lots }: Packaged): GeoFeature[] {
  return lots.map((lot) => ({ type: 'Feature', geometry: lot.shape, properties: lotRow(lot, round.title) }));
}
