import { describe, expect, it } from 'vitest';
import { guessMapping, headerAt, type Mapping } from '../../../server/domain/anonymize/index.ts';

function namesOf(header: readonly string[], mapping: Mapping): Record<string, string | string[]> {
  const nameAt = (column: number) => header[column] ?? '';
  return Object.fromEntries(
    Object.entries(mapping).map(([field, at]) => [field, Array.isArray(at) ? at.map(nameAt) : nameAt(at)]),
  );
}

describe('columns are guessed', () => {
  it.each([
    [
      'PowerSchool',
      [
        'Student_Number',
        'LastFirst',
        'DOB',
        'Grade_Level',
        'Street',
        'City',
        'State',
        'Zip',
        'Mailing_Street',
        'Geocode',
      ],
      {
        student_id: 'Student_Number',
        grade_level: 'Grade_Level',
        address: 'Street',
        city: 'City',
        state: 'State',
        zip: 'Zip',
        point: 'Geocode',
      },
    ],
    [
      'Infinite Campus',
      [
        'student.stateID',
        'student.lastName',
        'student.grade',
        'household.householdID',
        'address.street',
        'address.apt',
        'address.city',
        'address.zip',
        'address.latitude',
        'address.longitude',
      ],
      {
        student_id: 'student.stateID',
        grade_level: 'student.grade',
        household_id: 'household.householdID',
        address: 'address.street',
        unit: 'address.apt',
        city: 'address.city',
        zip: 'address.zip',
        latitude: 'address.latitude',
        longitude: 'address.longitude',
      },
    ],
    [
      'Skyward',
      [
        'Stu ID',
        'Stu Last Name',
        'Gr',
        'Stu Street Address',
        'Stu Apt',
        'Stu City',
        'Stu St',
        'Stu Zip Code',
        'Stu Phone',
      ],
      {
        student_id: 'Stu ID',
        grade_level: 'Gr',
        address: 'Stu Street Address',
        unit: 'Stu Apt',
        city: 'Stu City',
        state: 'Stu St',
        zip: 'Stu Zip Code',
      },
    ],
    [
      'Ed-Fi',
      [
        'studentUniqueId',
        'entryGradeLevelDescriptor',
        'addressTypeDescriptor',
        'streetNumberName',
        'apartmentRoomSuiteNumber',
        'city',
        'postalCode',
        'latitude',
        'longitude',
        'internetAccessInResidence',
        'primaryLearningDeviceAwayFromSchoolDescriptor',
      ],
      {
        student_id: 'studentUniqueId',
        grade_level: 'entryGradeLevelDescriptor',
        address_type: 'addressTypeDescriptor',
        address: 'streetNumberName',
        unit: 'apartmentRoomSuiteNumber',
        city: 'city',
        zip: 'postalCode',
        latitude: 'latitude',
        longitude: 'longitude',
        internet_access: 'internetAccessInResidence',
        device: 'primaryLearningDeviceAwayFromSchoolDescriptor',
      },
    ],
    [
      'PowerSchool, by table',
      [
        'STUDENTS.Student_Number',
        'STUDENTS.Grade_Level',
        'STUDENTS.Street',
        'STUDENTS.Zip',
        'STUDENTS.Family_Ident',
        'Mailing_Zip',
      ],
      {
        student_id: 'STUDENTS.Student_Number',
        grade_level: 'STUDENTS.Grade_Level',
        address: 'STUDENTS.Street',
        zip: 'STUDENTS.Zip',
        household_id: 'STUDENTS.Family_Ident',
      },
    ],
    [
      'Aeries',
      ['STU.ID', 'STU.SN', 'STU.LN', 'STU.GR', 'STU.RAD', 'STU.RCY', 'STU.RST', 'STU.RZC'],
      {
        student_id: 'STU.ID',
        grade_level: 'STU.GR',
        address: 'STU.RAD',
        city: 'STU.RCY',
        state: 'STU.RST',
        zip: 'STU.RZC',
      },
    ],
    [
      'Synergy',
      [
        'StudentPermID',
        'GradeLevel',
        'HomeStreetAddress',
        'HomeStreetAddress2',
        'HomeCity',
        'HomeZIPCode',
        'Mail Address',
      ],
      {
        student_id: 'StudentPermID',
        grade_level: 'GradeLevel',
        address: 'HomeStreetAddress',
        unit: 'HomeStreetAddress2',
        city: 'HomeCity',
        zip: 'HomeZIPCode',
      },
    ],
    [
      'CEDS',
      [
        'Student Identifier',
        'Entry Grade Level',
        'Address Street Number and Name',
        'Address Apartment Room or Suite Number',
        'Address City',
        'State Abbreviation',
        'Address Postal Code',
        'Homeless Primary Nighttime Residence',
        'Internet Access in Residence',
      ],
      {
        student_id: 'Student Identifier',
        grade_level: 'Entry Grade Level',
        address: 'Address Street Number and Name',
        unit: 'Address Apartment Room or Suite Number',
        city: 'Address City',
        state: 'State Abbreviation',
        zip: 'Address Postal Code',
        homeless: ['Homeless Primary Nighttime Residence'],
        internet_access: 'Internet Access in Residence',
      },
    ],
    [
      'a GIS tool, in capitals',
      ['OBJECTID', 'STU_ID', 'GRADE_CD', 'ADDR_FULL', 'APTNUMBER', 'POINT_X', 'POINT_Y'],
      {
        student_id: 'STU_ID',
        grade_level: 'GRADE_CD',
        address: 'ADDR_FULL',
        unit: 'APTNUMBER',
        longitude: 'POINT_X',
        latitude: 'POINT_Y',
      },
    ],
    [
      'Puerto Rico',
      ['Número de estudiante', 'Grado', 'Dirección física', 'Municipio', 'Código postal', 'Latitud', 'Longitud'],
      {
        student_id: 'Número de estudiante',
        grade_level: 'Grado',
        address: 'Dirección física',
        city: 'Municipio',
        zip: 'Código postal',
        latitude: 'Latitud',
        longitude: 'Longitud',
      },
    ],
    [
      'an online form',
      [
        'Timestamp',
        'Student ID number',
        'Street address (no PO box)',
        'Is there internet at home that the student can use for schoolwork?',
      ],
      {
        student_id: 'Student ID number',
        address: 'Street address (no PO box)',
        internet_access: 'Is there internet at home that the student can use for schoolwork?',
      },
    ],
    [
      'streets apart from their numbers',
      ['StudentNo', 'St #', 'Street Name', 'Apt #', 'Town'],
      { student_id: 'StudentNo', house_number: 'St #', address: 'Street Name', unit: 'Apt #', city: 'Town' },
    ],
    [
      'a whole address beside its parts',
      ['Student ID', 'address.number', 'address.street', 'address.addressLine1'],
      { student_id: 'Student ID', address: 'address.addressLine1' },
    ],
    [
      'a column of homelessness beside one of types',
      ['Address Type', 'Homeless'],
      { address_type: 'Address Type', homeless: ['Homeless'] },
    ],
    ['a residence status', ['Student ID', 'Res Status'], { student_id: 'Student ID', address_type: 'Res Status' }],
    ['a street name without numbers', ['Student ID', 'Street Name'], { student_id: 'Student ID' }],
  ])('of %s by their names', (_, header, expected) => {
    expect(namesOf(header, guessMapping(header, []).mapping)).toEqual(expected);
  });

  it('by their values where names say nothing', () => {
    const rows = [1, 2, 3, 4].map((i) => [`${i}`, `38.12${i}4`, `-80.45${i}1`]);
    const { mapping, by } = guessMapping(['Student ID', 'f1', 'f2'], rows);
    expect(mapping).toEqual({ student_id: 0, latitude: 1, longitude: 2 });
    expect(by).toEqual({ student_id: 'name', latitude: 'values', longitude: 'values' });
  });

  it('by their values: student numbers differ from row to row, and telephones are none', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      `30455501${10 + i}`,
      `0045${100 + i}`,
      `${i} Oak Ln`,
      String(5 + (i % 8)),
    ]);
    const { mapping, by } = guessMapping(['Home phone', 'c2', 'c3', 'c4'], rows);
    expect(mapping).toEqual({ student_id: 1, address: 2 });
    expect(by).toEqual({ student_id: 'values', address: 'values' });
    expect(guessMapping(['c1', 'c2', 'c3', 'c4'], rows.slice(0, 5)).mapping).not.toHaveProperty('student_id');
  });

  it('by their values: types of address, where some say that there is no fixed residence', () => {
    const rows = ['Home', 'Home', 'Foster', 'Doubled-up', 'Shelter'].map((type, i) => [`${i}`, type, 'Temporary']);
    const { mapping, by } = guessMapping(['Student ID', 'Cat 3', 'Placement'], rows);
    expect(mapping).toEqual({ student_id: 0, address_type: 1 });
    expect(by.address_type).toBe('values');
    const others = rows.map(([id]) => [id ?? '', 'Home', 'Permanent']);
    expect(guessMapping(['Student ID', 'Cat 3', 'Placement'], others).mapping).toEqual({ student_id: 0 });
  });

  it.each([
    ['Transportation', ['Car', 'Bus', 'Walk']],
    ['Transporte', ['Carro', 'Autobús', 'A pie']],
    ['After school', ['Camp', 'Home', 'Car']],
    ['Lives with', ['Mother', 'Relatives', 'Friends']],
  ])('%s is no type of address, though one of its words speaks of homelessness too', (name, values) => {
    const rows = values.map((value, i) => [`${i}`, value]);
    expect(guessMapping(['Student ID', name], rows).mapping).toEqual({ student_id: 0 });
  });

  it.each([
    [['School Latitude', 'School Longitude']],
    [['Stop Lat', 'Stop Lng']],
    [['LocationLatitude', 'LocationLongitude']],
    [['ip_lat', 'ip_lon']],
    [['INTPTLAT', 'INTPTLON']],
    [['Latitude (Campus)', 'Longitude (Campus)']],
    [['Location (latitude)', 'Location (longitude)']],
    [['Household 2 Lat', 'Household 2 Lon']],
    [['HH2_LAT', 'HH2_LON']],
    [['Latitud de la escuela', 'Longitud de la escuela']],
  ])('without taking %j for the home by name or values, though they are coordinates', (names) => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${i}`, `38.12${i}4`, `-80.45${i}1`, `${i}1 Oak Ln`]);
    const header = ['Student ID', ...names, 'Home Street'];
    expect(guessMapping(header, rows).mapping).toEqual({ student_id: 0, address: 3 });
  });

  it.each([
    [['x', 'y2']],
    [['geo_a', 'geo_b']],
    [['Column7', 'Column8']],
    [['', '']],
    [['Coordenada 1', 'Coordenada 2']],
  ])('by their values where %j says nothing', (names) => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${i}`, `38.12${i}4`, `-80.45${i}1`]);
    expect(guessMapping(['Student ID', ...names], rows).mapping).toEqual({ student_id: 0, latitude: 1, longitude: 2 });
  });

  it('by their values in a column called only "location", unless a form has written down where it was filled in', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${i}`, `38.12${i}4, -80.45${i}1`, '9/1/2026']);
    expect(guessMapping(['Student ID', 'Location', 'Enrolled'], rows).mapping).toEqual({ student_id: 0, point: 1 });
    expect(guessMapping(['Student ID', 'Location', 'Timestamp'], rows).mapping).toEqual({ student_id: 0 });
  });

  it.each(['GPS Latitude', '_GPS_latitude', 'gps_lat'])(
    'by their values in a column called %s, unless a form filled it in or the home has coordinates of its own',
    (latitude) => {
      const names = [latitude, latitude.replace(/lat(itude)?/i, 'longitude')];
      const rows = Array.from({ length: 9 }, (_, i) => [`${i}`, `38.12${i}4`, `-80.45${i}1`, '9/1/2026 8:00']);
      expect(guessMapping(['Student ID', ...names, 'Enrolled'], rows).mapping).toMatchObject({ latitude: 1 });
      expect(guessMapping(['Student ID', ...names, 'Timestamp'], rows).mapping).toEqual({ student_id: 0 });
      const beside = rows.map(([id = '', lat = '', lng = '']) => [id, lat, lng, lat, lng]);
      const header = ['Student ID', ...names, 'Home Latitude', 'Home Longitude'];
      expect(guessMapping(header, beside).mapping).toMatchObject({ latitude: 3, longitude: 4 });
    },
  );

  it('without taking the street of a school or a bus stop for the home by its values', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${i}`, `${i}1 Oak Ln`, `${i}2 Elm St`, `${i}3 Ash Rd`]);
    expect(guessMapping(['Student ID', 'Pickup', 'Site', 'Field 4'], rows).mapping).toEqual({
      student_id: 0,
      address: 3,
    });
  });

  it('with every column that speaks of homelessness, and of residence beside the type of address', () => {
    const header = [
      'Student ID',
      'Homeless',
      'Address Type',
      'Night Residence',
      'Living Situation',
      'Unaccompanied Youth',
    ];
    expect(namesOf(header, guessMapping(header, []).mapping)).toEqual({
      student_id: 'Student ID',
      address_type: 'Address Type',
      homeless: ['Homeless', 'Night Residence', 'Living Situation', 'Unaccompanied Youth'],
    });
  });

  it('with one column a question, the more exact', () => {
    const header = ['Student ID', 'Does your child have internet access at home, in your view?', 'Home internet'];
    expect(namesOf(header, guessMapping(header, []).mapping)).toEqual({
      student_id: 'Student ID',
      internet_access: 'Home internet',
    });
  });

  it('without taking a mailing address, an e-mail or a parent for the home', () => {
    const header = [
      'Student ID',
      'Mailing Address',
      'Mailing City',
      'Parent Email',
      'School Zip',
      'Emergency Contact Address',
    ];
    expect(guessMapping(header, []).mapping).toEqual({ student_id: 0 });
  });
});

describe('the line of column names', () => {
  it('is found under title lines', () => {
    expect(
      headerAt([['Home Access Extract'], ['11/25/2026', ''], ['Student ID', 'Street', 'City'], ['1', '2 Oak', 'X']]),
    ).toBe(2);
  });

  it.each([
    ['flags and ticks that are called like columns', ['4100', 'Ann', 'Y', 'N', 'x', 'N', 'Y', 'Y', 'N']],
    ['an answer that is called like a column', ['4100', 'Ann', 'Shared', 'City', 'Street', 'WV', '39.067593']],
    ['a date', ['4100', 'Shared', 'City', 'Street', 'Zip', '8/19/2018']],
    ['an e-mail address', ['4100', 'Shared', 'City', 'Street', 'Zip', 'nobody@example.org']],
  ])('is never a row of data with %s', (_, row) => {
    expect(headerAt([['Student ID', 'Name', 'Flag'], row])).toBeUndefined();
    expect(headerAt([['Student ID', 'Name', 'Grade'], row])).toBe(0);
  });

  it('may name columns by numbers that are known, by years, and by one letter each where x and y are a pair', () => {
    expect(headerAt([['001934', '001931', '2026']])).toBe(0);
    expect(headerAt([['Student', 'x', 'y']])).toBe(0);
    expect(guessMapping(['Student', 'x', 'y'], []).mapping).toMatchObject({ longitude: 1, latitude: 2 });
    expect(guessMapping(['Student', 'x', 'x', 'y'], []).mapping).toEqual({ student_id: 0 });
  });

  it('is missed when there is none', () => {
    expect(
      headerAt([
        ['1', '2 Oak St', 'Anytown'],
        ['2', '3 Oak St', 'Anytown'],
      ]),
    ).toBeUndefined();
  });
});
