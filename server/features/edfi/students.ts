import { hasNoFixedResidence } from '../../domain/anonymize/index.ts';
import { QUESTIONS } from '../../domain/survey.ts';
import { type HomeAddress, homeAddressIn, homeless } from './addresses.ts';
import { type AnswerTexts, answersIn } from './answers.ts';
import { codeOf, type FieldFault, textIn } from './fields.ts';
import { isInHomelessProgram, saysHomeless } from './homeless.ts';
import { fieldOf } from './session.ts';

/** One student of the district, as the API describes it; never leaves this machine. */
export interface Student {
  /** Number of the document with the highest priority, in reading order from 1. */
  readonly line: number;
  readonly studentId: string;
  home: HomeAddress | undefined;
  grade: string;
  answers: AnswerTexts;
}

export interface DocumentFault extends FieldFault {
  readonly line: number;
}

export interface StudentDocuments {
  /** studentEducationOrganizationAssociations. */
  readonly associations: readonly unknown[];
  /** studentDirectories, from data standard 6. */
  readonly directories: readonly unknown[];
  /** studentDemographics, from data standard 6. */
  readonly demographics: readonly unknown[];
  /** studentHomelessProgramAssociations. */
  readonly homeless: readonly unknown[];
  /** studentSchoolAssociations; undefined where they may not be read. */
  readonly enrollments: readonly unknown[] | undefined;
}

export interface Students {
  readonly students: readonly Student[];
  readonly faults: readonly DocumentFault[];
  /** Students left out because their last enrollment has ended. */
  readonly left: number;
}

/**
 * Merges all documents about a student into one row. A district and its schools may each have an association with the same
 * student: the district's own takes precedence over the schools', a later change over an earlier one, and the others fill
 * blanks. Addresses are taken whole and never mixed.
 *
 * @param districtId the district's educationOrganizationId, if known
 * @param today YYYY-MM-DD
 */
export function studentsIn(documents: StudentDocuments, districtId: string | undefined, today: string): Students {
  const faults: DocumentFault[] = [];
  const noting = <T>(line: number, read: (faults: FieldFault[]) => T): T => {
    const found: FieldFault[] = [];
    const value = read(found);
    for (const fault of found) faults.push({ line, ...fault });
    return value;
  };
  const students = new Map<string, Student>();
  for (const { document, line } of bestFirst(documents.associations, districtId)) {
    if (typeof document !== 'object' || document === null) {
      faults.push({ line, field: 'the document', found: 'something that is no object' });
      continue;
    }
    const student = noting(line, (found) => ({
      line,
      studentId: studentIdIn(document, found),
      home: saysHomeless(document, today, found) ? homeless() : homeAddressIn(document, today, found),
      grade: '',
      answers: answersIn(document, today, found),
    }));
    const known = students.get(student.studentId);
    if (student.studentId === '') faults.push({ line, field: 'studentUniqueId', found: 'nothing' });
    else if (known) fill(known, student);
    else students.set(student.studentId, student);
  }
  const homes = new Map<string, HomeAddress>();
  for (const { document, line } of bestFirst(documents.directories, districtId, documents.associations.length))
    noting(line, (found) => {
      const home = homeAddressIn(document, today, found);
      const id = studentIdIn(document, found);
      if (home) homes.set(id, betterHome(homes.get(id), home));
    });
  for (const [key, home] of homes) {
    const student = students.get(key);
    if (student) student.home = student.home ? betterHome(home, student.home) : home;
  }
  for (const id of homelessIn(documents, today, noting)) {
    const student = students.get(id);
    if (student) student.home = homeless();
  }
  const left = enroll(students, documents.enrollments ?? [], today);
  const inOrder = <T extends { readonly line: number }>(rows: T[]) => rows.sort((a, b) => a.line - b.line);
  return { students: inOrder([...students.values()]), faults: inOrder(faults), left };
}

/** Students whom another document calls homeless; these are numbered after associations and directories. */
function homelessIn(
  { associations, directories, demographics, homeless: programs }: StudentDocuments,
  today: string,
  noting: <T>(line: number, read: (faults: FieldFault[]) => T) => T,
): Set<string> {
  const first = associations.length + directories.length + 1;
  const found = [
    ...demographics.map((document) => ({ document, says: saysHomeless })),
    ...programs.map((document) => ({ document, says: isInHomelessProgram })),
  ].flatMap(({ document, says }, i) =>
    noting(first + i, (faults) => (says(document, today, faults) ? [studentIdIn(document, faults)] : [])),
  );
  return new Set(found);
}

interface Numbered {
  readonly document: unknown;
  readonly line: number;
}

function bestFirst(documents: readonly unknown[], districtId: string | undefined, numberedFrom = 0): Numbered[] {
  const rank = ({ document }: Numbered) =>
    textIn(fieldOf(document, 'educationOrganizationReference'), 'educationOrganizationId', []) === districtId ? 0 : 1;
  const changed = ({ document }: Numbered) => textIn(document, '_lastModifiedDate', []);
  return documents
    .map((document, index): Numbered => ({ document, line: numberedFrom + index + 1 }))
    .sort((a, b) => rank(a) - rank(b) || compare(changed(b), changed(a)) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fill(known: Student, other: Student): void {
  if (other.home) known.home = betterHome(known.home, other.home);
  for (const question of QUESTIONS) {
    const text = other.answers[question];
    if (text !== undefined) known.answers[question] ??= text;
  }
}

/** The first, unless another document says that the student has no fixed residence. */
function betterHome(first: HomeAddress | undefined, other: HomeAddress): HomeAddress {
  return first === undefined || hasNoFixedResidence(other.addressType) ? other : first;
}

/**
 * Adds grades and removes students who left: associations outlive an enrollment by years. Keeps a student without any
 * enrollment, as not every client reads those of every school.
 *
 * @returns number of students removed
 */
function enroll(students: Map<string, Student>, enrollments: readonly unknown[], today: string): number {
  const latest = new Map<string, { entry: string; isCurrent: boolean; grade: string }>();
  for (const document of enrollments) {
    const exit = textIn(document, 'exitWithdrawDate', []).slice(0, 10);
    const found = {
      entry: textIn(document, 'entryDate', []),
      isCurrent: exit === '' || exit >= today,
      grade: codeOf(textIn(document, 'entryGradeLevelDescriptor', [])),
    };
    const id = studentIdIn(document, []);
    const before = latest.get(id);
    const isBetter = !before || (found.isCurrent === before.isCurrent ? found.entry > before.entry : found.isCurrent);
    if (isBetter) latest.set(id, found);
  }
  let left = 0;
  for (const [key, student] of students) {
    const enrollment = latest.get(student.studentId);
    if (!enrollment) continue;
    student.grade = enrollment.grade;
    if (enrollment.isCurrent) continue;
    students.delete(key);
    left++;
  }
  return left;
}

function studentIdIn(document: unknown, faults: FieldFault[]): string {
  return textIn(fieldOf(document, 'studentReference'), 'studentUniqueId', faults).trim();
}
