import { QUESTIONS, type Question } from '../survey.ts';

/** A question's elements in the two vocabularies that school systems share. */
export interface Element {
  /** Element of the Ed-Fi StudentEducationOrganizationAssociation, Data Standard 3.3b and later. */
  readonly edfi: string;
  /** CEDS element number, six digits. */
  readonly ceds: string;
  readonly definition: string;
}

/** Sources: Ed-Fi Data Standard 5.2; CEDS elements 001931 to 001937. The definitions are in our own words. */
export const ELEMENTS: Readonly<Record<Question, Element>> = {
  internet_access: {
    edfi: 'internetAccessInResidence',
    ceds: '001934',
    definition: 'Whether the student can use the internet in the primary place of residence.',
  },
  barrier: {
    edfi: 'barrierToInternetAccessInResidence',
    ceds: '001935',
    definition: 'The main reason why there is no internet in the residence.',
  },
  internet_type: {
    edfi: 'internetAccessTypeInResidence',
    ceds: '001936',
    definition: 'The main way in which the residence is connected.',
  },
  performance: {
    edfi: 'internetPerformanceInResidence',
    ceds: '001937',
    definition: 'Whether the connection carries lessons, streamed video for one, with few or no interruptions.',
  },
  device: {
    edfi: 'primaryLearningDeviceAwayFromSchool',
    ceds: '001931',
    definition: 'The device that the student uses most to learn away from school.',
  },
  device_access: {
    edfi: 'primaryLearningDeviceAccess',
    ceds: '001932',
    definition: 'Whether the student shares that device with somebody else.',
  },
  device_provider: {
    edfi: 'primaryLearningDeviceProvider',
    ceds: '001933',
    definition: 'Who provides that device.',
  },
};

type Code = string | boolean;

/** Everyday notation of a code: yes and no in words, the others as they are. */
export function writtenCode(code: Code): string {
  return code === true ? 'Yes' : code === false ? 'No' : String(code);
}

/** The CEDS code: the same words without spaces, and Dialup without its hyphen. */
export function cedsCode(code: Code): string {
  return code === 'Dial-up' ? 'Dialup' : writtenCode(code).replaceAll(' ', '');
}

/** The Ed-Fi descriptor of a code, in the namespace of Ed-Fi itself; access is a boolean and has none. */
export function descriptorUri(question: Question, code: Code): string | undefined {
  if (typeof code === 'boolean') return undefined;
  const { edfi } = ELEMENTS[question];
  return `uri://ed-fi.org/${edfi.charAt(0).toUpperCase()}${edfi.slice(1)}Descriptor#${code}`;
}

export const ELEMENT_NAMES: readonly (readonly [letters: string, question: Question])[] = QUESTIONS.flatMap(
  (question) => [
    [ELEMENTS[question].edfi.toLowerCase(), question] as const,
    // Spreadsheets lose the leading zeros.
    [ELEMENTS[question].ceds.replace(/^0+/, ''), question] as const,
  ],
);
