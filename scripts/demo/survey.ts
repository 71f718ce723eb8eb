import type { County } from './ground.ts';
import { chance, hashText, type Random } from './seeded.ts';

/** One student's answers in the words of the Ed-Fi standard; undefined where the question was not asked. */
export interface Answers {
  access: boolean;
  barrier?: 'Not Available' | 'Not Affordable' | 'Not Desired' | 'Other';
  type?:
    | 'Residential Broadband'
    | 'Cellular Network'
    | 'Hot Spot'
    | 'Community Provided Wi-Fi'
    | 'Satellite'
    | 'Dial-up';
  performance?: 'Yes' | 'Sometimes' | 'No';
  device: 'Desktop Computer' | 'Laptop Computer' | 'Tablet' | 'Chromebook' | 'Smartphone' | 'None';
  deviceAccess?: 'Shared' | 'Not Shared';
  deviceProvider?: 'Personal' | 'School';
}

export type Dialect = 'edfi' | 'edfiUri' | 'ceds' | 'cedsNumbers' | 'legacy' | 'noAnswers' | 'noColumns';

export interface DistrictSurvey {
  dialect: Dialect;
  /** Share of households that answer. */
  response: number;
  /** Share of students whose school lends a Chromebook. */
  lends: number;
}

/** Two thirds of the districts ran the survey, each in the form of its student information system. */
export function surveyOf(county: County, seed: number): DistrictSurvey {
  const district = Number(county.leaId.slice(2)) / 30 - 1;
  const own = hashText('survey', seed);
  const asked = ['edfi', 'ceds', 'legacy', 'edfi', 'edfiUri', 'cedsNumbers'] as const;
  const dialect =
    district % 3 !== 2
      ? (asked[Math.floor(district / 3 + (district % 3) * 2) % asked.length] ?? 'edfi')
      : district % 2 === 0
        ? 'noAnswers'
        : 'noColumns';
  return { dialect, response: 0.4 + 0.45 * chance(own, district), lends: 0.3 + 0.5 * chance(own, district, 1) };
}

/** The same district's survey a year earlier: as well made, less answered, and with fewer devices to lend. */
export function yearBefore({ dialect, response, lends }: DistrictSurvey): DistrictSurvey {
  return { dialect, response: 0.8 * response, lends: 0.6 * lends };
}

export const asksAnything = ({ dialect }: DistrictSurvey): boolean =>
  dialect !== 'noAnswers' && dialect !== 'noColumns';

/** A household's connection, shared by its students. @param service actual: 0 under 25/3, 1 25/3, 2 100/20 */
export function connectionOf(
  service: number,
  random: Random,
): Pick<Answers, 'access' | 'barrier' | 'type' | 'performance'> {
  const draw = random.next();
  const without = [0.47, 0.17, 0.105][service] ?? 0;
  if (draw < without) return { access: false, barrier: barrierAt(service, random.next()) };
  const type = typeAt(service, random.next());
  return { access: true, type, performance: performanceAt(service, type, random.next()) };
}

function barrierAt(service: number, draw: number): NonNullable<Answers['barrier']> {
  const [unavailable, unaffordable, undesired] = [
    [0.8, 0.13, 0.03],
    [0.34, 0.5, 0.07],
    [0.05, 0.74, 0.11],
  ][service] ?? [0, 0, 0];
  if (draw < (unavailable ?? 0)) return 'Not Available';
  if (draw < (unavailable ?? 0) + (unaffordable ?? 0)) return 'Not Affordable';
  return draw < (unavailable ?? 0) + (unaffordable ?? 0) + (undesired ?? 0) ? 'Not Desired' : 'Other';
}

function typeAt(service: number, draw: number): NonNullable<Answers['type']> {
  const mixes = [
    { 'Residential Broadband': 0.24, Satellite: 0.34, 'Cellular Network': 0.25, 'Hot Spot': 0.13, 'Dial-up': 0.04 },
    { 'Residential Broadband': 0.63, Satellite: 0.12, 'Cellular Network': 0.15, 'Hot Spot': 0.09, 'Dial-up': 0.01 },
    { 'Residential Broadband': 0.87, 'Cellular Network': 0.07, 'Hot Spot': 0.03, 'Community Provided Wi-Fi': 0.03 },
  ] as const;
  let left = draw;
  for (const [type, share] of Object.entries(mixes[service] ?? mixes[2])) {
    if (left < share) return type as NonNullable<Answers['type']>;
    left -= share;
  }
  return 'Residential Broadband';
}

function performanceAt(service: number, type: Answers['type'], draw: number): NonNullable<Answers['performance']> {
  const [steady, sometimes] =
    type !== 'Residential Broadband' ? [0.35, 0.42] : service === 2 ? [0.84, 0.13] : [0.4, 0.4];
  if (draw < (steady ?? 0)) return 'Yes';
  return draw < (steady ?? 0) + (sometimes ?? 0) ? 'Sometimes' : 'No';
}

/** A student's device: siblings share more, homes without internet have fewer. */
export function deviceOf(
  student: { siblings: number; connected: boolean; lends: number },
  random: Random,
): Pick<Answers, 'device' | 'deviceAccess' | 'deviceProvider'> {
  const draw = random.next();
  const none = student.connected ? 0.025 : 0.11;
  if (draw < none) return { device: 'None' };
  const isLent = random.next() < student.lends;
  if (!isLent && draw < none + (student.connected ? 0.05 : 0.18))
    return { device: 'Smartphone', deviceAccess: 'Not Shared', deviceProvider: 'Personal' };
  const shared = !isLent && random.next() < 0.06 + 0.16 * student.siblings;
  const personal = (['Laptop Computer', 'Desktop Computer', 'Tablet'] as const)[draw < 0.7 ? 0 : draw < 0.85 ? 1 : 2];
  return {
    device: isLent ? 'Chromebook' : personal,
    deviceAccess: shared ? 'Shared' : 'Not Shared',
    deviceProvider: isLent ? 'School' : 'Personal',
  };
}
