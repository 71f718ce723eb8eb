import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeAddressIn } from '../../../server/features/edfi/addresses.ts';
import { answersIn } from '../../../server/features/edfi/answers.ts';
import { type StudentDocuments, studentsIn } from '../../../server/features/edfi/students.ts';
import {
  aCharacteristic,
  aHomelessProgram,
  anAddress,
  anAssociation,
  anEnrollment,
  DISTRICT,
} from '../../support/edfi-documents.ts';

const TODAY = '2026-11-25';
const SCHOOL = { educationOrganizationReference: { educationOrganizationId: 255901001 } };

describe('the home of a student', () => {
  const homeIn = (...addresses: object[]) => homeAddressIn({ addresses }, TODAY, []);

  it('is the physical address before the home address, and never the mailing address', () => {
    const [mailing, home, physical] = ['Mailing', 'Home', 'Physical'].map((type) =>
      anAddress(type, { streetNumberName: `1 ${type} Road` }),
    );
    expect(homeIn(mailing ?? {}, home ?? {}, physical ?? {})?.address).toBe('1 Physical Road');
    expect(homeIn(mailing ?? {}, home ?? {})?.address).toBe('1 Home Road');
    expect(homeIn(mailing ?? {})).toBeUndefined();
  });

  it('is known in any namespace, by the code alone', () => {
    const address = anAddress('x', {
      addressTypeDescriptor: 'uri://education.example.gov/AddressTypeDescriptor#Physical',
    });
    expect(homeIn(address)).toMatchObject({ addressType: 'Physical', state: 'WV', latitude: '38.350000' });
  });

  it('is the address of today', () => {
    const old = anAddress('Physical', {
      periods: [{ beginDate: '2020-01-01', endDate: '2025-06-30' }],
      city: 'Oldtown',
    });
    const current = anAddress('Home', { periods: [{ beginDate: '2025-07-01' }], city: 'Newtown' });
    expect(homeIn(old, current)?.city).toBe('Newtown');
  });

  it.each([
    'Doubled-up',
    'Shelter',
    'Shelters, transitional housing, awaiting foster care',
    'Hotels/Motels',
    'Temporary',
    'Unsheltered',
  ])('of a student whose current address is of the type %s is nowhere, whatever else is on file', (type) => {
    expect(homeIn(anAddress('Physical'), anAddress(type))).toEqual({
      addressType: type,
      address: '',
      unit: '',
      city: '',
      state: '',
      zip: '',
      latitude: '',
      longitude: '',
    });
  });

  it('names building and apartment together', () => {
    expect(homeIn(anAddress('Home', { buildingSiteNumber: '3', apartmentRoomSuiteNumber: 'Apt 4' }))?.unit).toBe(
      'BLDG 3 Apt 4',
    );
  });
});

describe('the answers of an association', () => {
  const uri = (name: string, code: string) => `uri://ed-fi.org/${name}Descriptor#${code}`;

  it('are the seven elements, by the codes of their descriptors', () => {
    const document = {
      internetAccessInResidence: false,
      barrierToInternetAccessInResidenceDescriptor: uri('BarrierToInternetAccessInResidence', 'Not Affordable'),
      primaryLearningDeviceAwayFromSchoolDescriptor: uri('PrimaryLearningDeviceAwayFromSchool', 'Chromebook'),
      primaryLearningDeviceAccessDescriptor: 'NotShared',
      primaryLearningDeviceProviderDescriptor: uri('PrimaryLearningDeviceProvider', 'School'),
      internetPerformanceInResidenceDescriptor: null,
    };
    expect(answersIn(document, TODAY, [])).toEqual({
      internet_access: 'false',
      barrier: 'Not Affordable',
      device: 'Chromebook',
      device_access: 'NotShared',
      device_provider: 'School',
    });
  });

  it("are found in a state's extension, too", () => {
    const document = { _ext: { wv: { internetAccessInResidence: true, somethingElse: {} } } };
    expect(answersIn(document, TODAY, [])).toEqual({ internet_access: 'true' });
  });

  const indicator = (indicatorName: string, value: string, fields: object = {}) => ({
    indicatorName,
    indicator: value,
    indicatorGroup: 'DigitalEquity',
    ...fields,
  });

  it('are the indicators of 2020 where there are no elements', () => {
    const studentIndicators = [
      indicator('InternetAccessInResidence', 'No - Not Affordable'),
      indicator('Digital Device', 'Desktop/Laptop', { indicatorGroup: 'Digital Equity' }),
      indicator('DeviceAccess', 'Personal - Shared'),
      indicator('InternetPerformance', 'Yes - No issues', { indicatorGroup: 'Something Else' }),
      indicator('At Risk', 'Yes'),
    ];
    expect(answersIn({ studentIndicators }, TODAY, [])).toEqual({
      internet_access: 'No - Not Affordable',
      device: 'Desktop/Laptop',
      device_access: 'Personal - Shared',
    });
    expect(answersIn({ studentIndicators, internetAccessInResidence: true }, TODAY, [])).toMatchObject({
      internet_access: 'true',
    });
  });

  it('are the indicator that began last among those of today', () => {
    const studentIndicators = [
      indicator('InternetAccessInResidence', 'Yes', { periods: [{ beginDate: '2025-09-01' }] }),
      indicator('InternetAccessInResidence', 'No - Other', { periods: [{ beginDate: '2024-09-01' }] }),
      indicator('DigitalDevice', 'Tablet', { periods: [{ beginDate: '2024-09-01', endDate: '2025-06-01' }] }),
    ];
    expect(answersIn({ studentIndicators }, TODAY, [])).toEqual({ internet_access: 'Yes' });
  });
});

describe('the students of a district', () => {
  const of = (documents: Partial<StudentDocuments>) =>
    studentsIn(
      { associations: [], directories: [], demographics: [], homeless: [], enrollments: undefined, ...documents },
      String(DISTRICT),
      TODAY,
    );

  it('are one row each, what the district says before what its schools say', () => {
    const { students } = of({
      associations: [
        anAssociation('s1', {
          ...SCHOOL,
          internetAccessInResidence: true,
          primaryLearningDeviceAccessDescriptor: 'Shared',
        }),
        anAssociation('s1', { internetAccessInResidence: false, addresses: [] }),
        anAssociation('s2'),
      ],
    });
    expect(students).toHaveLength(2);
    expect(students.find(({ studentId }) => studentId === 's1')).toMatchObject({
      answers: { internet_access: 'false', device_access: 'Shared' },
      home: { city: 'Sampleton' },
    });
  });

  it('follow the later change where two schools disagree', () => {
    const { students } = of({
      associations: [
        anAssociation('s1', { ...SCHOOL, internetAccessInResidence: true, _lastModifiedDate: '2025-01-01T00:00:00Z' }),
        anAssociation('s1', { ...SCHOOL, internetAccessInResidence: false, _lastModifiedDate: '2026-01-01T00:00:00Z' }),
      ],
    });
    expect(students.map(({ answers }) => answers.internet_access)).toEqual(['false']);
  });

  it('live where their directories say, from data standard 6', () => {
    const { students } = of({
      associations: [anAssociation('s1', { addresses: undefined }), anAssociation('s2')],
      directories: [
        { ...anAssociation('s1', { addresses: [anAddress('Physical', { city: 'Dirville' })] }) },
        { ...anAssociation('s1', { ...SCHOOL, addresses: [anAddress('Physical', { city: 'Schoolville' })] }) },
        { ...anAssociation('s2', { addresses: [anAddress('Home'), anAddress('Shelter')] }) },
        { ...anAssociation('nobody', { addresses: [anAddress('Home')] }) },
      ],
    });
    expect(students.map(({ home }) => [home?.city, home?.addressType])).toEqual([
      ['Dirville', 'Physical'],
      ['', 'Shelter'],
    ]);
  });

  it.each<[string, object]>([
    ['the characteristic Homeless', { studentCharacteristics: [aCharacteristic('Homeless')] }],
    ["a state's word for it", { studentCharacteristics: [aCharacteristic('McKinney-Vento')] }],
    ['a youth without a guardian', { studentCharacteristics: [aCharacteristic('Unaccompanied Youth')] }],
    [
      'a period that lasts',
      { studentCharacteristics: [aCharacteristic('Homeless', { periods: [{ beginDate: '2026-09-01' }] })] },
    ],
    ['an indicator', { studentIndicators: [{ indicatorName: 'Homeless Status', indicator: 'Yes' }] }],
    [
      'a field of an extension',
      { _ext: { xx: { homelessStatuses: [{ homelessStatusDescriptor: 'uri://x#Shelter' }] } } },
    ],
    ['a code of an extension that nobody knows', { _ext: { xx: { homelessStatusDescriptor: 'uri://x#04' } } }],
    ['a flag of an extension', { _ext: { xx: { homelessIndicator: true } } }],
  ])('have no place by %s', (_, fields) => {
    const { students } = of({ associations: [anAssociation('s1', fields)] });
    expect(students.map(({ home }) => [home?.addressType, home?.latitude])).toEqual([['Homeless', '']]);
  });

  it.each<[string, object]>([
    [
      'another characteristic',
      { studentCharacteristics: [aCharacteristic('Displaced Homemaker'), aCharacteristic('Migrant')] },
    ],
    [
      'a period that has ended',
      {
        studentCharacteristics: [
          aCharacteristic('Homeless', { periods: [{ beginDate: '2024-09-01', endDate: '2025-06-30' }] }),
        ],
      },
    ],
    [
      'an end as older standards write it',
      { studentCharacteristics: [aCharacteristic('Homeless', { endDate: '2025-06-30' })] },
    ],
    ['an indicator that says no', { studentIndicators: [{ indicatorName: 'Homeless Status', indicator: 'No' }] }],
    ['a flag that is not set', { _ext: { xx: { homelessIndicator: false, homelessLiaisonName: 'Yes' } } }],
  ])('keep their place with %s', (_, fields) => {
    const { students } = of({ associations: [anAssociation('s1', fields)] });
    expect(students[0]?.home?.addressType).toBe('Home');
  });

  it('have no place by a program that lasts, of any organization', () => {
    const { students } = of({
      associations: ['s1', 's2', 's3', 's4'].map((id) => anAssociation(id)),
      homeless: [
        aHomelessProgram('s1', { ...SCHOOL, endDate: '2027-06-30' }),
        aHomelessProgram('s2', { endDate: '2026-06-30' }),
        aHomelessProgram('s3', { homelessPrimaryNighttimeResidenceDescriptor: undefined }),
        aHomelessProgram('nobody'),
      ],
    });
    expect(students.map(({ home }) => home?.addressType)).toEqual(['Homeless', 'Home', 'Homeless', 'Home']);
  });

  it('are left out once their last enrollment has ended, and have the grade of the current one', () => {
    const { students, left } = of({
      associations: ['stays', 'left', 'moved', 'unknown'].map((id) => anAssociation(id)),
      enrollments: [
        anEnrollment('stays'),
        anEnrollment('left', { exitWithdrawDate: '2026-09-30' }),
        anEnrollment('moved', { exitWithdrawDate: '2026-09-30' }),
        anEnrollment('moved', { entryDate: '2026-10-01', entryGradeLevelDescriptor: 'uri://x#Sixth grade' }),
      ],
    });
    expect(left).toBe(1);
    expect(students.map(({ studentId, grade }) => [studentId, grade])).toEqual([
      ['stays', 'Fifth grade'],
      ['moved', 'Sixth grade'],
      ['unknown', ''],
    ]);
  });

  it('lose one field to a document of another shape, and nobody else anything', () => {
    const { students, faults } = of({
      associations: [
        anAssociation('s1', { internetAccessInResidence: { value: true }, addresses: 'none' }),
        'not a document',
        anAssociation('s2', { addresses: [anAddress('Home', { latitude: [38] })], studentIndicators: [7] }),
        anAssociation('s3'),
      ],
    });
    expect(students.map(({ studentId }) => studentId)).toEqual(['s1', 's2', 's3']);
    expect(faults).toEqual([
      { line: 1, field: 'addresses', found: 'something that is no list' },
      { line: 1, field: 'internetAccessInResidence', found: 'an object' },
      { line: 2, field: 'the document', found: 'something that is no object' },
      { line: 3, field: 'latitude', found: 'a list' },
      { line: 3, field: 'studentIndicators', found: 'a list of something else than objects' },
    ]);
  });

  it('survive whatever a document holds, and no report repeats it', () => {
    const fields = [
      'studentReference',
      'addresses',
      'studentIndicators',
      'internetAccessInResidence',
      '_ext',
      'entryDate',
    ];
    const document = fc.oneof(
      fc.jsonValue(),
      fc.record(Object.fromEntries(fields.map((field) => [field, fc.jsonValue()])), { requiredKeys: [] }),
      fc.record({
        studentReference: fc.record({ studentUniqueId: fc.jsonValue() }),
        addresses: fc.array(
          fc.record({ addressTypeDescriptor: fc.constant('#Home'), city: fc.jsonValue(), periods: fc.jsonValue() }),
        ),
        studentIndicators: fc.array(
          fc.record({ indicatorName: fc.constant('DigitalDevice'), indicator: fc.jsonValue() }),
        ),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(document),
        fc.array(document),
        fc.array(document),
        (associations, directories, enrollments) => {
          const { students, faults } = of({ associations, directories, enrollments });
          expect(students.length).toBeLessThanOrEqual(associations.length);
          for (const { found } of faults)
            expect(found).toMatch(
              /^(nothing|a list|an object|something that is no (list|object)|a list of something else than objects)$/,
            );
        },
      ),
    );
  });
});
