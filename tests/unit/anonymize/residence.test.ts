import { describe, expect, it } from 'vitest';
import { type HomelessColumn, homelessColumn } from '../../../server/domain/anonymize/residence/homeless-names.ts';
import { readHomeless, readResidence } from '../../../server/domain/anonymize/residence/residence.ts';
import { ResidenceReader, residenceKey } from '../../../server/domain/anonymize/residence/residence-values.ts';
import { RowResidences } from '../../../server/domain/anonymize/residence/row-residence.ts';

describe('a type of address', () => {
  it.each([
    ...['Doubled-up', 'DoubledUp', 'DOUBLED UP', 'Hotels/Motels', 'HotelMotel', 'Unsheltered', 'not sheltered'],
    ...['uri://ed-fi.org/HomelessPrimaryNighttimeResidenceDescriptor#Shelters/Transitional housing'],
    ...['Shelters, transitional housing, awaiting foster care', '3 - Shelter', 'Living with relatives', 'Car'],
    ...['McKinney-Vento', 'Friends couch', 'Couch'],
    ...['DU', 'd/u', 'SH', 'HM', 'UN', 'MV', 'Y', 'true', 'Albergue'],
  ])('%s says that there is no fixed residence', (type) => {
    expect(readResidence(type)).toBe('none');
  });

  it.each(['Home', 'Foster', 'Physical', 'RES', 'N', 'No', '0', '', 'N/A', 'Not homeless', 'Casa', 'never in shelter'])(
    '%s is a home',
    (type) => {
      expect(readResidence(type)).toBe('home');
    },
  );

  it.each(['F', 'H', '1', '110', 'D2', 'UNK'])('%s is an ambiguous code', (type) => {
    expect(readResidence(type)).toBeUndefined();
  });

  it('is one value however it is written, and no other', () => {
    const reader = new ResidenceReader({ [residenceKey('foster care')]: 'none' });
    expect(['Foster Care', ' foster-  care', 'uri://x#FOSTER CARE', 'Foster'].map((type) => reader.read(type))).toEqual(
      ['none', 'none', 'none', 'home'],
    );
    expect(reader.values.map(({ value, rows }) => [value, rows])).toEqual([
      ['Foster Care', 3],
      ['Foster', 1],
    ]);
  });
});

describe('two values that differ by a sign', () => {
  it.each([
    ['-1', '1'],
    ['–1', '1'],
    ['-', ''],
    ['✓', ''],
    ['☐', '☒'],
  ])('%s is not %s, nor in a column by its name', (one, other) => {
    expect(residenceKey(one)).not.toBe(residenceKey(other));
    expect(residenceKey(one, 'Homeless')).not.toBe(residenceKey(other, 'Homeless'));
  });

  it('stay apart in a file: a tick after blanks flags a student', () => {
    const reader = new ResidenceReader({}, 'Homeless');
    expect(['', '✓', '☐', '☒'].map((value) => reader.read(value))).toEqual(['home', 'none', 'home', 'none']);
  });

  it('are one where only the spelling differs', () => {
    expect(residenceKey('1-2')).toBe(residenceKey('1 – 2'));
    expect(residenceKey('Hotel/Motel', 'Homeless Code')).toBe(residenceKey(' HOTEL - MOTEL', 'homeless_code'));
  });
});

describe('a place to sleep said in Spanish', () => {
  it.each([
    'En un carro',
    'Con familiares por pérdida de vivienda',
    'Con otra familia',
    'Vivienda temporal',
    'En la calle',
  ])('%s is no fixed residence', (value) => {
    expect(readResidence(value)).toBe('none');
    expect(readHomeless(value, 'code')).toBe('none');
  });

  it.each(['En nuestra casa', 'Casa o apartamento'])('%s is a home', (value) => {
    expect(readHomeless(value, 'code')).toBe('home');
  });
});

describe('a column of which a yes says that there is a home', () => {
  it.each([
    'Not homeless',
    'Has permanent housing',
    'Housed',
    'Do you live in your own home?',
    'Fixed, regular and adequate nighttime residence',
    'Stable housing',
  ])('%s, is known as such a column', (name) => {
    expect(homelessColumn(name)).toBe('housed');
  });

  it.each(['Lacks a fixed, regular, adequate nighttime residence', 'No fixed residence', 'Unstable housing'])(
    '%s, is not taken for one',
    (name) => {
      expect(homelessColumn(name)).not.toBe('housed');
      expect(homelessColumn(name)).toBeDefined();
    },
  );

  it.each(['Yes', 'No', '1', '0', 'X', 'N'])('is asked about %s, which may mean either', (value) => {
    expect(readHomeless(value, 'housed')).toBeUndefined();
  });

  it('is read where its values are words', () => {
    expect(['', 'Shelter', 'Permanent housing'].map((value) => readHomeless(value, 'housed'))).toEqual([
      ...['home', 'none', 'home'],
    ]);
  });
});

describe('the name of a column', () => {
  it.each([
    ...[
      'Homeless',
      'Is Homeless?',
      'S_XX_STU_X.HomelessInd',
      '[STUDENTCOREFIELDS]homeless_code',
      'HOMELESS_FLG',
      'homelessness',
    ],
    ...[
      's_xx_ren_x_homelessprimarynighttimeres',
      'Hmls Ind',
      'McKinneyVento Status',
      'MKV_Code',
      'M-V Status',
      'Title X',
    ],
    ...[
      'Primary Night Time Residence',
      'NightTimeRes',
      'Students in Temporary Housing',
      'temp_housing_flag',
      'In Shelter',
    ],
    ...[
      'LivesInShelter',
      'Sheltered/Unsheltered',
      'Doubled-up Y/N',
      'Transitional Housing',
      'Unaccompanied Youth',
      'Unhoused',
    ],
    ...['Date identified homeless', 'Hotel/Motel', 'Families in Transition', 'Where is the student currently living?'],
    ...[
      'Sin hogar',
      'Vivienda temporal',
      'Residencia nocturna',
      '¿Vive en un albergue?',
      'Refugio',
      'Joven no acompañado',
    ],
    ...['McK-V', 'MK-V', 'Homeles', 'Title IX-A', 'Title IX Part A', 'Sleeps in a car', '¿Dónde duerme por la noche?'],
    ...['Nighttime Residence / Residencia nocturna', 'Homeless Status (verified by liaison)', 'Residence at night'],
  ])('%s speaks of homelessness', (name) => {
    expect(homelessColumn(name)).toBeDefined();
  });

  it.each([
    ...[
      'Homeroom',
      'Home phone',
      'Home Lesson Plan',
      'HomeLesson',
      'Distance from home (less than 1 mile)',
      'Home Language',
    ],
    ...[
      'Homeless liaison name',
      'Homeless Liaison Phone',
      'McKinney-Vento liaison',
      'Shelter in place drill',
      'Bus Shelter',
    ],
    ...[
      'Animal shelter volunteer hours',
      'Sheltered instruction',
      'Transitional Kindergarten',
      'Temp Check',
      'Refugee',
      'Inventory',
    ],
    ...['Unaccompanied Minor Travel Form', 'Title IX', 'Sleep study', 'Permanent Residence', 'Donde nació'],
    ...['Address where student lives', 'Temporary Teacher', 'Refugiado', 'Nighttime phone'],
  ])('%s does not speak of homelessness', (name) => {
    expect(homelessColumn(name)).toBeUndefined();
  });
});

describe('a column of homelessness', () => {
  it.each<[HomelessColumn, string]>([
    ...(
      ['Y', '1', 'X', 'T', 'TRUE', '✓', 'Sí', '8/20/2026', '2026-08-20', '191', 'Y2', 'Yes - doubled up'] as const
    ).map((value): [HomelessColumn, string] => ['flag', value]),
    ...(['110', 'Shelter', 'Not permanently housed', '3 - Doubled-up', 'Living with relatives'] as const).map(
      (value): [HomelessColumn, string] => ['code', value],
    ),
    ['presence', 'Hope House'],
  ])('(%s) flags a student by %s', (column, value) => {
    expect(readHomeless(value, column)).toBe('none');
  });

  it.each([
    '',
    'N',
    'No',
    '0',
    'F',
    'false',
    'N/A',
    '-',
    '00/00/0000',
    '1/1/1900',
    'Not homeless',
    'N - Not homeless',
    'Permanently housed',
  ])('leaves a student at home by %s', (value) => {
    expect(readHomeless(value, 'flag')).toBe('home');
  });

  it.each(['A', 'H', 'M', '2', '200', 'Foster', 'Unknown', 'F'])('of codes is asked about %s', (value) => {
    expect(readHomeless(value, 'code')).toBeUndefined();
  });
});

describe('several columns of homelessness in one row', () => {
  const names = [
    'Student ID',
    'Address Type',
    'Homeless',
    'Night Residence Code',
    'Homeless Begin Date',
    'Homeless End Date',
  ];
  const mapping = { address_type: 1, homeless: [2, 3, 4, 5] };
  const read = (values: readonly string[], said = {}) =>
    new RowResidences(mapping, { names, said, today: '2026-11-25' }).read(['1', ...values]);

  it('say that there is no fixed residence when any of them does, whatever the others say', () => {
    expect(read(['Home', 'N', '', '', '']).kind).toBe('home');
    expect(read(['Home', 'Y', '', '', '']).kind).toBe('none');
    expect(read(['Home', 'N', '110', '', '']).kind).toBe('none');
    expect(read(['Shelter', 'N', '', '', '']).kind).toBe('none');
    expect(read(['Home', '', '', '9/1/2026', '']).kind).toBe('none');
    expect(read(['Mailing', 'N', '', '', '']).kind).toBe('mailing');
  });

  it('stop counting once the stay has ended, unless another still says so', () => {
    expect(read(['Home', '', '', '9/1/2025', '6/30/2026']).kind).toBe('home');
    expect(read(['Home', '', '', '9/1/2026', '6/30/2027']).kind).toBe('none');
    expect(read(['Home', 'Y', '', '9/1/2025', '6/30/2026']).kind).toBe('none');
  });

  it('count where they hold nothing but an end still to come', () => {
    expect(read(['Home', '', '', '', '6/15/2027']).kind).toBe('none');
    expect(read(['Home', '', '', '', '6/15/2026']).kind).toBe('home');
    expect(read(['Home', '', '', '', '12/31/9999']).kind).toBe('home');
  });

  it('are asked about for an ambiguous column, unless another decides', () => {
    expect(read(['Home', 'N', 'B', '', ''])).toEqual({ kind: undefined, column: 3 });
    expect(read(['Home', 'Y', 'B', '', '']).kind).toBe('none');
  });

  it('keep their codes apart: an answer about one column changes no other', () => {
    expect(read(['1', '', '', '', ''], { [residenceKey('1')]: 'home' }).kind).toBe('home');
    expect(read(['1', '1', '', '', ''], { [residenceKey('1')]: 'home' }).kind).toBe('none');
    expect(read(['Home', '1', '', '', ''], { [residenceKey('1', 'Homeless')]: 'home' }).kind).toBe('home');
    expect(read(['Home', '', 'B', '', ''], { [residenceKey('B')]: 'none' }).kind).toBe('none');
  });
});
