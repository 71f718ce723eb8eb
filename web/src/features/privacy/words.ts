/** Families of statistics and levels of detail by the names people know them by, in the order they are read. */
export const FAMILY_WORDS: Readonly<Record<string, string>> = {
  home: 'What families say of their connection',
  device: 'What families say of devices',
  equip: 'Needs a device',
  lever: 'Build, upgrade, check, connect, ask: counted',
  estimated_verdict: 'Served, underserved, unserved: estimated',
  estimated_lever: 'Build, upgrade, check, connect, ask: estimated',
  estimated_disputed: 'Disputed: estimated',
};

export const LEVEL_WORDS: Readonly<Record<string, string>> = {
  patch: 'Patch',
  hex8: 'Hex of 0.7 km²',
  hex7: 'Hex of 5 km²',
  hex6: 'Hex of 36 km²',
  hex5: 'Hex of 250 km²',
  senate_district: 'Senate district',
  house_district: 'House district',
  congressional_district: 'Congressional district',
  school_district: 'School district',
  county: 'County',
  state: 'State',
};

const PLACES_WORDS: Readonly<Record<string, string>> = {
  county: 'counties',
  senate_district: 'senate districts',
  house_district: 'house districts',
  congressional_district: 'congressional districts',
  school_district: 'school districts',
};

export const AUDIENCE_WORDS: Readonly<Record<string, string>> = {
  public: 'everybody',
  agency: 'the state agency',
  provider: 'providers',
  district: 'a district',
};

export function levelInWords(level: string): string {
  return LEVEL_WORDS[level] ?? level.replaceAll('_', ' ');
}

export function placesInWords(kind: string): string {
  return PLACES_WORDS[kind] ?? kind.replaceAll('_', ' ');
}

/** Positions of what is listed first, the unknown last. */
export function orderIn(words: Readonly<Record<string, string>>, key: string): number {
  const position = Object.keys(words).indexOf(key);
  return position < 0 ? Number.POSITIVE_INFINITY : position;
}

/** "1.8", with one digit as errors are small. */
export function students(number: number): string {
  return number.toFixed(1);
}
