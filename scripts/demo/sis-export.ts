import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { County, Ground } from './ground.ts';
import { toLat, toLng } from './plane.ts';
import { type Random, randomFor } from './seeded.ts';
import type { Settlement } from './settlement.ts';
import { FIRST_NAMES, STREETS, SUFFIXES, SURNAMES } from './sis-names.ts';
import { type Answers, connectionOf, deviceOf } from './survey.ts';
import type { Town } from './towns.ts';

/** Greenbrier County: towns and hollows, one district. */
const COUNTY = '54025';

export interface SisExport {
  path: string;
  rows: number;
}

/**
 * What a district's secretary would export from a student information system: synthetic students with invented names and
 * streets, and every kind of untidiness of such files. In Windows-1252, as such systems still write.
 *
 * @param rows approximate number of students: some rows are repeated
 */
export function writeSisExport(
  folder: string,
  ground: Ground,
  settlement: Settlement,
  towns: readonly Town[],
  service: Uint8Array,
  options: { readonly seed: number; readonly rows: number },
): SisExport {
  const index = ground.counties.findIndex(({ fips }) => fips === COUNTY);
  const county = ground.counties[index];
  if (!county) throw new RangeError(`there is no county ${COUNTY}`);
  const places = placesIn(settlement, index);
  const random = randomFor(options.seed, 'sis export');
  const lines = [
    `SYNTHETIC DEMO DATA - ${county.name} County Schools`,
    'Student Home Access Extract;;',
    '',
    HEADER.join(','),
  ];
  let student = 0;
  for (let household = 0; student < options.rows; household++) {
    const at = places[household % places.length] ?? 0;
    const family = familyOf(settlement, towns, at, household, random);
    const answered = random.next() < 0.72;
    const connection = answered ? connectionOf(service[at] ?? 0, random) : undefined;
    const size = 1 + Math.floor(random.next() * random.next() * 4);
    for (let child = 0; child < size && student < options.rows; child++, student++) {
      const answers = connection && {
        ...connection,
        ...deviceOf({ siblings: size - 1, connected: connection.access, lends: 0.4 }, random),
      };
      const row = rowOf(county, family, student, answers, random);
      lines.push(csv(untidied(row, random)));
      if (random.next() < 0.004) lines.push(csv(row));
      if (random.next() < 0.0015) lines.push(csv(changed(row, 'Grade', '12')));
    }
  }
  lines.push('', `Total Students: ${student}`, '');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${county.leaId}-student-export.csv`);
  writeFileSync(path, Buffer.from(lines.join('\r\n'), 'latin1'));
  return { path, rows: student };
}

const HEADER = [
  'Student Number',
  'Last Name',
  'First Name',
  'Birthdate',
  'Grade',
  'School',
  'Home Street',
  'Apt',
  'City',
  'State',
  'Zip',
  'Address Type',
  'Latitude',
  'Longitude',
  'Guardian Phone',
  'InternetAccessInResidence',
  'BarrierToInternetAccessInResidence',
  'InternetAccessTypeInResidence',
  'InternetPerformance',
  'DigitalDevice',
  'DeviceAccess',
] as const;
type Column = (typeof HEADER)[number];
type Row = Record<Column, string>;

interface Family {
  readonly surname: string;
  readonly street: string;
  readonly unit: string;
  readonly town: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
}

function placesIn(settlement: Settlement, county: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < settlement.count; at++)
    if (settlement.county[at] === county && (settlement.households[at] ?? 0) > 0) places.push(at);
  return places;
}

function familyOf(
  settlement: Settlement,
  towns: readonly Town[],
  at: number,
  household: number,
  random: Random,
): Family {
  return {
    surname: pick(SURNAMES, random),
    street: `${100 + household} ${pick(STREETS, random)} `,
    unit: random.next() < 0.08 ? pick(['Apt 2', '#2', 'Unit 2', 'Lot 14', 'apt. B'], random) : '',
    town: towns[settlement.town[at] ?? 0]?.name ?? '',
    zip: `249${String(1 + (household % 90)).padStart(2, '0')}`,
    latitude: toLat((settlement.y[at] ?? 0) + random.between(-0.03, 0.03)),
    longitude: toLng((settlement.x[at] ?? 0) + random.between(-0.03, 0.03)),
  };
}

function rowOf(county: County, family: Family, student: number, answers: Answers | undefined, random: Random): Row {
  const grade = Math.floor(random.next() * 13);
  return {
    'Student Number': String(20_260_000 + student * 3).padStart(9, '0'),
    'Last Name': family.surname,
    'First Name': pick(FIRST_NAMES, random),
    Birthdate: `${1 + Math.floor(random.next() * 12)}/${1 + Math.floor(random.next() * 28)}/${2020 - grade}`,
    Grade:
      grade === 0 ? pick(['KG', 'K'], random) : random.next() < 0.5 ? String(grade) : String(grade).padStart(2, '0'),
    School: `${county.name} ${grade < 6 ? 'Elementary' : grade < 9 ? 'Middle' : 'High'}`,
    // Each child's form was typed separately: the same street in another spelling.
    'Home Street': `${random.next() < 0.2 ? '  ' : ''}${family.street}${pick(SUFFIXES.slice(0, 3), random)}`,
    Apt: family.unit,
    City: random.next() < 0.1 ? family.town.toUpperCase() : family.town,
    State: 'WV',
    Zip: family.zip,
    'Address Type':
      random.next() < 0.008 ? pick(['Doubled-up', 'Shelter', 'Hotels/Motels', 'Temporary'], random) : 'Home',
    Latitude: family.latitude.toFixed(6),
    Longitude: family.longitude.toFixed(6),
    'Guardian Phone': `304-555-${String(100 + (student % 100)).padStart(4, '0')}`,
    InternetAccessInResidence: answers === undefined ? '' : answers.access ? pick(['Yes', 'Y', 'TRUE'], random) : 'No',
    BarrierToInternetAccessInResidence: answers?.barrier?.replace(' ', random.next() < 0.5 ? '' : ' ') ?? '',
    InternetAccessTypeInResidence: answers?.type?.replaceAll(' ', random.next() < 0.5 ? '' : ' ') ?? '',
    InternetPerformance: answers?.performance === undefined ? '' : PERFORMANCE[answers.performance],
    DigitalDevice: answers?.device.replace(' Computer', '') ?? '',
    DeviceAccess: answers?.deviceAccess === undefined ? '' : deviceAccess(answers),
  };
}

const PERFORMANCE = { Yes: 'Yes - No issues', Sometimes: 'Yes - But not consistent', No: 'No' };

function deviceAccess({ deviceAccess: access, deviceProvider: provider }: Answers): string {
  return `${provider === 'School' ? 'School Provided' : 'Personal'} - ${access === 'Shared' ? 'Shared' : 'Dedicated'}`;
}

/** Leaves most rows unchanged; the others get the faults of systems, spreadsheets and people. */
function untidied(row: Row, random: Random): Row {
  const draw = random.next();
  if (draw < 0.01) return { ...row, Latitude: '', Longitude: '' };
  if (draw < 0.016) return { ...row, Latitude: row.Longitude, Longitude: row.Latitude };
  if (draw < 0.02) return changed(row, 'Longitude', row.Longitude.replace('-', ''));
  if (draw < 0.022) return { ...row, Latitude: '0', Longitude: '0' };
  if (draw < 0.0235) return { ...row, Latitude: '33.749000', Longitude: '-84.388000' };
  if (draw < 0.0245) return changed(row, 'Latitude', `${row.Latitude}x`);
  if (draw < 0.026) return changed(row, 'Student Number', '2.026E+07');
  if (draw < 0.027) return changed(row, 'Student Number', '3/14/2026');
  if (draw < 0.028) return changed(row, 'Student Number', '');
  if (draw < 0.033) return changed(row, 'Grade', pick(['Sr', 'Gr. nine', '14'], random));
  if (draw < 0.043) return changed(row, 'InternetAccessInResidence', pick(['Yep', 'no idea', 'Maybe'], random));
  if (draw < 0.049) return changed(row, 'DigitalDevice', pick(['iPad mini', 'moms phone', 'x'], random));
  if (draw < 0.08) return changed(row, 'Student Number', String(Number(row['Student Number'])));
  if (draw < 0.1) return changed(row, 'Student Number', ` ${row['Student Number']} `);
  return row;
}

function changed(row: Row, column: Column, value: string): Row {
  return { ...row, [column]: value };
}

function csv(row: Row): string {
  return HEADER.map((column) =>
    /[",]/.test(row[column]) ? `"${row[column].replaceAll('"', '""')}"` : row[column],
  ).join(',');
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random.next() * from.length)] as T;
}
