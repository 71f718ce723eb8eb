/** What a column of an export can be, as a person reads it, and what becomes of it. */
import { questions } from './questions.ts';

const PART_OF_ADDRESS = 'part of the address, which becomes part of a household pseudonym; it stays here';
const ANSWER = 'the standard code of the answer';

export const fields = {
  student_id: { name: 'Student number', becomes: 'a pseudonym; the number itself stays here' },
  address: { name: 'Street address', becomes: 'part of a household pseudonym; the address itself stays here' },
  house_number: {
    name: 'House number, where the street stands alone',
    becomes: 'part of a household pseudonym; the number itself stays here',
  },
  number_prefix: { name: 'Before the house number (N6W2)', becomes: PART_OF_ADDRESS },
  number_suffix: { name: 'After the house number (B, 1/2)', becomes: PART_OF_ADDRESS },
  street_modifier: { name: 'Before the street name: a word such as Old', becomes: PART_OF_ADDRESS },
  street_direction: { name: 'Before the street name: direction', becomes: PART_OF_ADDRESS },
  street_pretype: { name: 'Before the street name: type (County Road)', becomes: PART_OF_ADDRESS },
  street_separator: { name: 'Before the street name: words between (of the)', becomes: PART_OF_ADDRESS },
  street_type: { name: 'After the street name: type (St, Rd)', becomes: PART_OF_ADDRESS },
  street_postdirection: { name: 'After the street name: direction', becomes: PART_OF_ADDRESS },
  street_postmodifier: { name: 'After the street name: a word such as Extension', becomes: PART_OF_ADDRESS },
  unit_type: { name: 'Kind of unit (Apt, Lot)', becomes: PART_OF_ADDRESS },
  unit: { name: 'Apartment or unit', becomes: 'part of a household pseudonym; the unit itself stays here' },
  city: { name: 'City', becomes: 'part of a household pseudonym; the city itself stays here' },
  state: { name: 'State of the address', becomes: 'used to match the address; it stays here' },
  zip: { name: 'ZIP code', becomes: 'part of a household pseudonym; the ZIP code itself stays here' },
  latitude: { name: 'Latitude', becomes: 'a hexagon of about 180 acres; the coordinate itself stays here' },
  longitude: { name: 'Longitude', becomes: 'a hexagon of about 180 acres; the coordinate itself stays here' },
  point: {
    name: 'Latitude and longitude in one column',
    becomes: 'a hexagon of about 180 acres; the point itself stays here',
  },
  address_type: {
    name: 'Type of address',
    becomes: 'tells students with no fixed residence, who are counted without a place; the type itself stays here',
  },
  homeless: {
    name: 'Homelessness',
    becomes: 'tells students with no fixed residence, who are counted without a place; what it says stays here',
  },
  household_id: { name: 'Household number', becomes: 'a household pseudonym; the number itself stays here' },
  grade_level: { name: 'Grade', becomes: 'a grade code' },
  answered_at: {
    name: 'When it was answered',
    becomes: 'tells which answers of a student are the latest; the time itself stays here',
  },
  district: { name: 'District (LEAID)', becomes: 'the district, to leave out rows of others' },
  internet_access: { name: questions.names.internet_access, becomes: ANSWER },
  barrier: { name: questions.names.barrier, becomes: ANSWER },
  internet_type: { name: questions.names.internet_type, becomes: ANSWER },
  performance: { name: questions.names.performance, becomes: ANSWER },
  device: { name: questions.names.device, becomes: ANSWER },
  device_access: { name: questions.names.device_access, becomes: ANSWER },
  device_provider: { name: questions.names.device_provider, becomes: ANSWER },
};

export type FieldMessages = typeof fields;
