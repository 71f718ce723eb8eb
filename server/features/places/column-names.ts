/** Column names of places by publisher: TIGER/Line, NCES EDGE, us-atlas, GeoNames, OpenStreetMap, state portals. */
import type { PlaceKind } from './kinds.ts';

/** A column name without case, punctuation and the Census's year: STATEFP20 is `statefp`, CD119FP `cdfp`. */
export function plainName(field: string): string {
  const name = field.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/^cd\d{2,3}(fp)?\d{0,2}$/.test(name)) return 'cdfp';
  return name.replace(/(?<=[a-z])(20)?\d{2}$/, '');
}

/** Columns with the NCES number of a school: NCESSCH. */
export const SCHOOL_NCES_NAMES: readonly string[] = ['ncessch', 'ncesschoolid', 'ncesschid'];

type Names = readonly string[];
type NamesByKind = Readonly<Record<PlaceKind, Names>>;

interface ColumnNames {
  readonly id: Names;
  readonly idOf: NamesByKind;
  /** Identifiers without their state. */
  readonly partOf: NamesByKind;
  readonly looseId: Names;
  readonly name: Names;
  readonly nameOf: NamesByKind;
  readonly fullName: Names;
  readonly countyName: Names;
  readonly city: Names;
  readonly state: Names;
  readonly population: Names;
}

/** Plain names by meaning, best first. */
export const COLUMN_NAMES: ColumnNames = {
  id: ['geoid', 'geoidfq', 'affgeoid', 'geoidlong', 'fips', 'fipscode', 'nistfipscode', 'geocode'],
  idOf: {
    state: ['statefp', 'statefips', 'stfips', 'stusps', 'stateabbr'],
    county: ['countygeoid'],
    school_district: ['leaid', 'ncesid', 'ncesleaid', 'ncesdistid', 'ncesdistrictid', 'refnces'],
    senate_district: [],
    house_district: [],
    congressional_district: [],
    town: ['geonameid'],
    tribal: ['geoid', 'aiannhce'],
    school: [
      ...SCHOOL_NCES_NAMES,
      ...[
        'ncesid',
        'ncescode',
        'ppin',
        'stschid',
        'stateschoolid',
        'cdscode',
        'ctds',
        'irn',
        'bedscode',
        'msid',
        'schoolid',
        'schid',
      ],
      ...[
        'schoolcode',
        'schcode',
        'schoolnumber',
        'schoolno',
        'schoolnum',
        'schno',
        'buildingcode',
        'bldgcode',
        'campusid',
      ],
      ...['campusnumber', 'campuscode', 'sitecode', 'siteid', 'entityid', 'orgcode', 'facilityid'],
    ],
  },
  partOf: {
    state: [],
    county: [
      'countyfp',
      'countyfips',
      'cntyfips',
      'cntyfp',
      'cofips',
      'fipscnty',
      'fipsco',
      'fipscounty',
      'countycode',
    ],
    school_district: ['unsdlea', 'elsdlea', 'scsdlea', 'sdlea'],
    senate_district: ['sldust', 'sldu', ...numbered('senate', 'sen', 'sd', 'upper')],
    house_district: ['sldlst', 'sldl', ...numbered('house', 'hse', 'hd', 'lower', 'assembly', 'asm', 'ad', 'rep')],
    congressional_district: ['cdfp', ...numbered('congressional', 'congress', 'cong', 'us')],
    town: ['cousubfp', 'placefp', 'cousub'],
    tribal: [],
    school: [],
  },
  looseId: ['code', 'id', 'osmid', 'gnisid', 'gnisfeatureid', 'featureid'],
  name: ['name', 'namelsad', 'label', 'nombre'],
  nameOf: {
    state: ['statename', 'stname', 'state'],
    county: ['countyname', 'county', 'cntyname', 'coname', 'cname'],
    school_district: [
      'leaname',
      'distname',
      'districtname',
      'sdname',
      'schooldistrict',
      'schooldist',
      'agencyname',
      'district',
    ],
    senate_district: ['distname', 'districtname', ...numbered('senate', 'sen', 'sd', 'upper')],
    house_district: [
      'distname',
      'districtname',
      ...numbered('house', 'hse', 'hd', 'lower', 'assembly', 'asm', 'ad', 'rep'),
    ],
    congressional_district: [
      'distname',
      'districtname',
      ...numbered('congressional', 'congress', 'cong', 'us'),
      'cdfp',
    ],
    town: [
      'placename',
      'townname',
      'town',
      'cityname',
      'city',
      'municipality',
      'muniname',
      'mcdname',
      'featurename',
      'asciiname',
    ],
    tribal: ['tribename', 'reservation', 'aiannhname', 'areaname'],
    school: [
      ...[
        'schoolname',
        'schname',
        'schnam',
        'school',
        'pinst',
        'instname',
        'institution',
        'institutionname',
        'facilityname',
      ],
      ...[
        'facname',
        'campusname',
        'campname',
        'buildingname',
        'bldgname',
        'sitename',
        'entityname',
        'orgname',
        'fullname',
      ],
    ],
  },
  fullName: ['namelsad', 'fullname', 'namelong', 'longname', 'officialname'],
  countyName: [
    'countyname',
    'county',
    'cntyname',
    'nmcnty',
    'namelsadco',
    'gniscountyname',
    'gniscounty',
    'coname',
    'isincounty',
  ],
  city: ['city', 'lcity', 'cityname', 'addrcity', 'mcity'],
  state: [
    ...['statefp', 'statefips', 'stfips', 'stfip', 'statefip', 'niststatefips', 'fipsstate', 'fipsst'],
    ...['stusps', 'usps', 'stusab', 'stateusps', 'stateabbr', 'stateabbrev', 'stabbr', 'stabbrev', 'postal'],
    ...['state', 'st', 'statename', 'stname', 'statecode', 'stateid', 'addrstate', 'lstate', 'admin1code', 'province'],
    ...['isinstate', 'isinstatecode', 'gnisstateid', 'gnisst'],
    ...['statealpha', 'statenm', 'statepostal', 'adm1', 'adm1name', 'admin1', 'admin1name'],
    // The operating state; a Bureau of Indian Education school has none.
    'opstfips',
  ],
  population: ['population', 'pop', 'totalpop', 'totpop', 'poptotal'],
};

/** SENATE, SEN_DIST, SENATE_NO, and DISTRICT alone. */
function numbered(...whose: readonly string[]): string[] {
  const words = ['district', 'dist', 'districtno', 'districtnumber', 'distno', 'distnum'];
  return [...whose.flatMap((who) => [...words, 'no', 'num', ''].map((word) => who + word)), ...words];
}
