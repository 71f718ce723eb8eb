import type { Answers, Dialect } from './survey.ts';

interface SurveyForm {
  /** Column names, in order. */
  columns: readonly string[];
  /** One value a column; empty when the question was not asked. */
  write(answers: Answers): string[];
}

const EDFI_COLUMNS = [
  'internetAccessInResidence',
  'barrierToInternetAccessInResidence',
  'internetAccessTypeInResidence',
  'internetPerformanceInResidence',
  'primaryLearningDeviceAwayFromSchool',
  'primaryLearningDeviceAccess',
  'primaryLearningDeviceProvider',
] as const;

const EDFI_DESCRIPTORS = [
  '',
  'BarrierToInternetAccessInResidence',
  'InternetAccessTypeInResidence',
  'InternetPerformanceInResidence',
  'PrimaryLearningDeviceAwayFromSchool',
  'PrimaryLearningDeviceAccess',
  'PrimaryLearningDeviceProvider',
] as const;

/** The forms survey answers come in: Ed-Fi code values or descriptor URIs, CEDS names or numbers, the 2020 indicators. */
export const SURVEY_FORMS: Record<Dialect, SurveyForm> = {
  edfi: { columns: EDFI_COLUMNS, write: edfiValues },
  edfiUri: {
    columns: EDFI_COLUMNS,
    write: (answers) =>
      edfiValues(answers).map((value, index) =>
        index === 0 || value === '' ? value : `uri://ed-fi.org/${EDFI_DESCRIPTORS[index]}Descriptor#${value}`,
      ),
  },
  ceds: { columns: EDFI_COLUMNS.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), write: cedsValues },
  cedsNumbers: { columns: ['001934', '001935', '001936', '001937', '001931', '001932', '001933'], write: cedsValues },
  legacy: {
    columns: [
      'InternetAccessInResidence',
      'InternetAccessTypeInResidence',
      'InternetPerformance',
      'DigitalDevice',
      'DeviceAccess',
    ],
    write: legacyValues,
  },
  noAnswers: { columns: EDFI_COLUMNS, write: () => EDFI_COLUMNS.map(() => '') },
  noColumns: { columns: [], write: () => [] },
};

function edfiValues(answers: Answers): string[] {
  const { access, barrier, type, performance, device, deviceAccess, deviceProvider } = answers;
  return [
    String(access),
    barrier ?? '',
    type ?? '',
    performance ?? '',
    device,
    deviceAccess ?? '',
    deviceProvider ?? '',
  ];
}

/** CEDS codes are the Ed-Fi words without spaces. Source: CEDS elements 001931 to 001937. */
function cedsValues(answers: Answers): string[] {
  return edfiValues(answers).map((value, index) => {
    if (index === 0) return answers.access ? 'Yes' : 'No';
    return value === 'Dial-up' ? 'Dialup' : value.replaceAll(' ', '');
  });
}

/** Student indicators of 2020, group DigitalEquity; some systems write the dash long. */
function legacyValues({ access, barrier, type, performance, device, deviceAccess, deviceProvider }: Answers): string[] {
  const reason = barrier === 'Not Available' || barrier === 'Not Affordable' ? barrier : 'Other';
  const steadiness = { Yes: 'Yes - No issues', Sometimes: 'Yes - But not consistent', No: 'No' } as const;
  const kind = deviceAccess === 'Shared' ? 'Shared' : 'Dedicated';
  return [
    access ? 'Yes' : `No ${reason === 'Not Available' ? '\u2013' : '-'} ${reason}`,
    type === 'Hot Spot' && deviceProvider === 'School' ? 'SchoolProvidedHotSpot' : (type?.replaceAll(' ', '') ?? ''),
    performance === undefined ? '' : steadiness[performance],
    legacyDevice(device),
    device === 'None' ? 'None' : `${deviceProvider === 'School' ? 'School Provided' : 'Personal'} - ${kind}`,
  ];
}

function legacyDevice(device: Answers['device']): string {
  if (device === 'Laptop Computer' || device === 'Desktop Computer') return 'Desktop/Laptop';
  return device === 'Smartphone' ? 'SmartPhone' : device;
}
