/**
 * The districts' questions to families, and the status that a set of answers yields. Source: CCSSO and EducationSuperHighway, Home
 * Digital Access Data Collection Blueprint (22 Jul 2020); codes as in the Ed-Fi Data Standard 5.2 descriptors, which
 * CEDS elements 001931 to 001937 share.
 */

/**
 * The seven questions by our column names, with their answers except "not answered" (null). Codes are numbered by
 * position, from 1, wherever answers travel as numbers.
 */
export const SURVEY_CODES = {
  internet_access: [true, false],
  barrier: ['Not Available', 'Not Affordable', 'Not Desired', 'Other'],
  internet_type: [
    'Residential Broadband',
    'Cellular Network',
    'Hot Spot',
    'Community Provided Wi-Fi',
    'Satellite',
    'Dial-up',
    'Other',
    'None',
    'Unknown',
  ],
  performance: ['Yes', 'Sometimes', 'No'],
  device: ['Desktop Computer', 'Laptop Computer', 'Tablet', 'Chromebook', 'Smartphone', 'None', 'Other'],
  device_access: ['Shared', 'Not Shared', 'Unknown'],
  device_provider: ['Personal', 'School', 'Other'],
} as const;

export type Question = keyof typeof SURVEY_CODES;
export type Code<Q extends Question> = (typeof SURVEY_CODES)[Q][number];
export const QUESTIONS = Object.keys(SURVEY_CODES) as readonly Question[];

/** One student's answers; null = not answered. */
export type Answers = { readonly [Q in Question]: Code<Q> | null };

export const HOME_STATUSES = [
  'connected',
  'inadequate',
  'unavailable',
  'unaffordable',
  'undesired',
  'other',
  'unanswered',
] as const;
export type HomeStatus = (typeof HOME_STATUSES)[number];

export const DEVICE_STATUSES = ['own', 'shared', 'unsuitable', 'none', 'unanswered'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

const STATUS_OF_BARRIER: Record<Code<'barrier'>, HomeStatus> = {
  'Not Available': 'unavailable',
  'Not Affordable': 'unaffordable',
  'Not Desired': 'undesired',
  Other: 'other',
};

/**
 * The connection of a home by its family's own answers: connected requires access, residential broadband or community Wi-Fi,
 * and no interruptions; anything weaker or left blank is inadequate.
 *
 * The order of the blueprint's questions settles contradictions: access decides, and an answer outside of its branch
 * (a type where access is false, a barrier where it is true) is ignored. Blank access follows from a type or else from a
 * barrier, but not from both at once: then, as without any answer, the home is unanswered, which is never
 * connected.
 */
export function homeStatus(
  answers: Pick<Answers, 'internet_access' | 'barrier' | 'internet_type' | 'performance'>,
): HomeStatus {
  const access = answers.internet_access ?? impliedAccess(answers);
  if (access === null) return 'unanswered';
  if (!access) return answers.barrier === null ? 'other' : STATUS_OF_BARRIER[answers.barrier];
  const isHomeLine =
    answers.internet_type === 'Residential Broadband' || answers.internet_type === 'Community Provided Wi-Fi';
  return isHomeLine && answers.performance === 'Yes' ? 'connected' : 'inadequate';
}

function impliedAccess({ internet_type: type, barrier }: Pick<Answers, 'internet_type' | 'barrier'>): boolean | null {
  const namesType = type !== null && type !== 'None' && type !== 'Unknown';
  if (namesType) return barrier === null ? true : null;
  return barrier !== null || type === 'None' ? false : null;
}

/**
 * A student's device for learning away from school. A phone is unsuitable whoever shares it; for other devices, the answer
 * about sharing decides whether it is the student's own. The device decides: "None" beside an access or a provider is still
 * none. Shared without a named device is shared, as only those with one are asked.
 */
export function deviceStatus(answers: Pick<Answers, 'device' | 'device_access'>): DeviceStatus {
  if (answers.device === 'None') return 'none';
  if (answers.device === 'Smartphone') return 'unsuitable';
  if (answers.device_access === 'Shared') return 'shared';
  if (answers.device === null) return 'unanswered';
  return answers.device_access === 'Not Shared' ? 'own' : 'unanswered';
}

/** Whether answers say both that something exists and that it does not; the statuses above settle it anyway. */
export function contradict(answers: Answers): boolean {
  const namesType = answers.internet_type !== null && answers.internet_type !== 'None';
  if (answers.internet_access === false && (namesType || answers.performance === 'Yes')) return true;
  if (answers.internet_access === true && (answers.barrier !== null || answers.internet_type === 'None')) return true;
  return (
    answers.device === 'None' &&
    (answers.device_access === 'Shared' || answers.device_access === 'Not Shared' || answers.device_provider !== null)
  );
}
