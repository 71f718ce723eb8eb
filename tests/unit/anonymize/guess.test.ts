import { describe, expect, it } from 'vitest';
import { guessMapping, headerAt, type Mapping } from '../../../server/domain/anonymize/index.ts';

function namesOf(header: readonly string[], mapping: Mapping): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, header[column] ?? '']));
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
  ])('of %s by their names', (_, header, expected) => {
    expect(namesOf(header, guessMapping(header, []).mapping)).toEqual(expected);
  });

  it('by their values where names say nothing', () => {
    const rows = [1, 2, 3, 4].map((i) => [`${i}`, `38.12${i}4`, `-80.45${i}1`]);
    const { mapping, by } = guessMapping(['Student ID', 'f1', 'f2'], rows);
    expect(mapping).toEqual({ student_id: 0, latitude: 1, longitude: 2 });
    expect(by).toEqual({ student_id: 'name', latitude: 'values', longitude: 'values' });
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

  it('is missed when there is none', () => {
    expect(
      headerAt([
        ['1', '2 Oak St', 'Anytown'],
        ['2', '3 Oak St', 'Anytown'],
      ]),
    ).toBeUndefined();
  });
});
