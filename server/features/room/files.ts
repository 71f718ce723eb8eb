/** The rows of a room for spreadsheets and GIS. */
import { technologies } from '../../domain/messages/en/technologies.ts';
import { wordingIn } from '../../domain/messages/wording.ts';
import { isTechnologyCode } from '../../domain/technology.ts';
import type { Demand, Plan } from './contract.ts';

const { grouped, plural } = wordingIn('en');

/** One column a plan, as a sheet cannot hold lists. */
export function flatDemand(row: Demand, plans: readonly Plan[], view: string): Record<string, unknown> {
  const overlaps = plans.flatMap(({ id }) => {
    const found = row.overlaps.find(({ plan }) => plan === id);
    return [
      [`plan_${id}_share_of_locations`, found?.share ?? 0],
      [`plan_${id}_estimated_students`, found?.students ?? 0],
    ];
  });
  return {
    id: row.id,
    rank: row.rank,
    name: row.name,
    miles: row.miles,
    estimated_students: row.students,
    households_of_whole_patches: row.households,
    fcc_locations: row.locations,
    square_miles: row.squareMiles,
    locations_a_square_mile: row.density,
    counties: row.counties.join('; '),
    schools: row.schools.join('; '),
    own_service: row.own.map(offerInWords).join('; '),
    competitors: row.rivals.map(offerInWords).join('; '),
    new_since_release_before: row.isNew,
    lng: row.center[0],
    lat: row.center[1],
    ...Object.fromEntries(overlaps),
    view,
  };
}

function offerInWords({ name, technology, downloadMbps, uploadMbps, locations }: Demand['own'][number]): string {
  const named = isTechnologyCode(technology) ? technologies.names[technology] : String(technology);
  return `${name}: ${named}, ${grouped(downloadMbps)}/${grouped(uploadMbps)} Mbps, ${plural(locations, 'location', 'locations')}`;
}
