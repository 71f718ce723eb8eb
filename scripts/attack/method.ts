/**
 * What anybody may know of the method: constants as `/api/v1/privacy` gives them, the catalog of answers, and what one
 * published cell tells of the true count. Written down here and shared with nothing.
 */

export const HOME = ['connected', 'inadequate', 'unavailable', 'unaffordable', 'undesired', 'other', 'unanswered'];
export const DEVICE = ['own', 'shared', 'unsuitable', 'none', 'unanswered'];
export const SORTS = ['served', 'underserved', 'unserved', 'unclear'];
/** Answers about home and device side by side: a student has one of each. */
export const ANSWERS = HOME.length + DEVICE.length;

const LEVERS = ['build', 'upgrade', 'check', 'connect', 'ask'];

/** Counted everywhere. */
export const COUNTS: readonly string[] = [
  ...HOME.map((answer) => `home.${answer}`),
  ...DEVICE.slice(1).map((answer) => `device.${answer}`),
  'equip',
];
/** Counted of places. */
export const PLACE_COUNTS: readonly string[] = [...COUNTS, ...LEVERS.map((lever) => `lever.${lever}`)];

/** By sort of verdict the answers of those who count, by position among ANSWERS. */
export type Category = readonly (readonly number[])[];

function categoryOf(key: string): Category {
  const [kind, name = ''] = key.split('.');
  return SORTS.map((sort) => {
    const isHome = (answer: string) => (kind === 'lever' ? leverAt(sort, answer) : kind === 'home' && answer) === name;
    const isDevice = (answer: string) =>
      kind === 'device' ? answer === name : kind === 'equip' && ['shared', 'unsuitable', 'none'].includes(answer);
    const counts = [...HOME.map(isHome), ...DEVICE.map(isDevice)];
    return [...counts.keys()].filter((answer) => counts[answer]);
  });
}

function leverAt(sort: string, answer: string): string | undefined {
  if (answer === 'connected') return undefined;
  if (sort === 'unserved') return 'build';
  if (sort === 'underserved') return 'upgrade';
  if (sort === 'unclear') return 'check';
  return answer === 'unanswered' ? 'ask' : 'connect';
}

/** By statistic of PLACE_COUNTS. */
export const COUNTED: readonly Category[] = PLACE_COUNTS.map(categoryOf);

/** Tables of categories, of which every student has one: groups are made of the categories of one table. */
export const TABLES: readonly (readonly (readonly [name: string, Category])[])[] = [
  HOME.map((name) => [name, categoryOf(`home.${name}`)] as const),
  DEVICE.map((name) => [name, categoryOf(`device.${name}`)] as const),
  ['home.connected', ...LEVERS.map((name) => `lever.${name}`)].map((key) => [key, categoryOf(key)] as const),
];

export interface Method {
  /** Students a count needs, and what it leaves, truly and with its noise. */
  readonly floor: number;
  /** Households by which totals of the same land differ, if they do. */
  readonly floorHomes: number;
  /** The largest noise. */
  readonly deviation: number;
  /** What the public's numbers are multiples of. */
  readonly rounding: number;
  /** Whether the same students always have the same number, so that another number proves others. */
  readonly byStudentsAlone: boolean;
  /** Whether some counts hidden by a floor are told as those hidden by choice. */
  readonly hasDecoys: boolean;
}

export const METHOD = { floor: 10, floorHomes: 5, deviation: 4, rounding: 5, byStudentsAlone: false, hasDecoys: true };

/** Groups of one to nine are small, whatever floor a method has. */
export const SMALL = 9;

/** Cells that show no number, as numbers. */
export const LOOKS = { low: -1, high: -2, either: -3 } as const;

export type Bounds = readonly [least: number, most: number];

/**
 * What a cell tells of the true count among so many students.
 *
 * @param look the number, or one of LOOKS
 * @param isPublic read by the public, rounded
 * @param truth the true count, of an attacker who recognizes what is hidden by choice, and on which side a decoy is
 */
export function boundsOf(
  look: number,
  students: number,
  { floor, deviation, rounding, hasDecoys }: Method,
  isPublic: boolean,
  truth?: number,
): Bounds {
  const off = isPublic ? Math.floor(rounding / 2) : 0;
  if (look >= 0) return [Math.max(floor, look - deviation - off), Math.min(students - floor, look + deviation + off)];
  // Rounding hides some numbers more: below the floor only where that is no multiple.
  const few = floor - 1 + deviation + (floor % rounding === 0 ? 0 : off);
  const left = floor - 1 + deviation + off;
  // Of a group that could be few and nearly all at once a side only says which half the noisy count is in.
  const isSmall = students <= 2 * floor + deviation - 2;
  const half = Math.ceil(students / 2);
  if (look === LOOKS.low) return [0, isSmall ? half - 1 + deviation : few];
  if (look === LOOKS.high) {
    const least = isSmall ? Math.min(half - deviation, isPublic ? students - left : half) : students - left;
    return [Math.max(0, least), students];
  }
  const isByChoice = truth !== undefined && truth >= floor && students - truth >= floor;
  if (isByChoice || (!hasDecoys && !isSmall)) return [floor, students - floor];
  if (isSmall || truth === undefined) return [0, students];
  return truth < floor ? [0, few] : [students - left, students];
}
