/** CEDS entry grade levels (element 000100), the part that schools and preschools use. */
export const GRADES = [
  'IT',
  'PR',
  'PK',
  'TK',
  'KG',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  'AE',
  'UG',
  'OT',
] as const;
export type Grade = (typeof GRADES)[number];

/**
 * The grade of a CEDS code, a number with or without its zero, or an Ed-Fi gradeLevel descriptor ("Tenth grade", also as
 * a URI).
 *
 * @returns null for a blank value, undefined for one that is no grade
 */
export function readGrade(text: string): Grade | null | undefined {
  const key = text
    .slice(text.lastIndexOf('#') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (key === '') return text.trim() === '' ? null : undefined;
  return GRADE_OF.get(key.replace(/grade$/, '')) ?? GRADE_OF.get(key);
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const ENDINGS = ['th', 'st', 'nd', 'rd'];

const GRADE_OF = new Map<string, Grade>([
  ...GRADES.map((grade): [string, Grade] => [grade.toLowerCase(), grade]),
  ...ORDINALS.flatMap((ordinal, i): [string, Grade][] => {
    const grade = GRADES[GRADES.indexOf('01') + i] ?? 'OT';
    return [ordinal, String(i + 1), `${i + 1}${ENDINGS[i + 1] ?? 'th'}`].map((word) => [word, grade]);
  }),
  ['k', 'KG'],
  ['kindergarten', 'KG'],
  ['transitionalkindergarten', 'TK'],
  ['prek', 'PK'],
  ['prekindergarten', 'PK'],
  ['preschoolprekindergarten', 'PK'],
  ['preschool', 'PR'],
  ['infanttoddler', 'IT'],
  ['grade13', '13'],
  ['postsecondary', '13'],
  ['adulteducation', 'AE'],
  ['ungraded', 'UG'],
  ['other', 'OT'],
]);
