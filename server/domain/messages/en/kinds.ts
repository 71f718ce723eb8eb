/** Kinds of place, many of each. */
export const kinds: Readonly<Record<string, string>> = {
  state: 'states',
  county: 'counties',
  school_district: 'school districts',
  senate_district: 'senate districts',
  house_district: 'house districts',
  congressional_district: 'congressional districts',
  town: 'towns',
  tribal: 'tribal areas',
  school: 'schools',
};

/** Kinds of ground, many of each. */
export const groundKinds: Readonly<Record<string, string>> = {
  road: 'roads',
  water: 'water',
  school: 'schools',
  library: 'libraries',
};

/** Kinds of place, one of them. */
export const kindNames: Readonly<Record<string, string>> = {
  state: 'state',
  county: 'county',
  school_district: 'school district',
  senate_district: 'senate district',
  house_district: 'house district',
  congressional_district: 'congressional district',
  town: 'town',
  tribal: 'tribal',
  school: 'school',
};
