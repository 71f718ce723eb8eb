import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  Anonymizer,
  boundsOfState,
  type DistrictKey,
  FEW_HOUSEHOLDS,
  fileBytes,
  sparseHexagons,
} from '../../domain/anonymize/index.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { PATIENT, type Patience } from '../../platform/http-client/patience.ts';
import type { Progress } from '../../platform/progress.ts';
import { locatedSaid, writeWhole } from '../anonymize/index.ts';
import { type Asking, AT_TERMINAL, type GeocodeFlags, notFoundLines, placing } from '../geocode/index.ts';
import { hasChangedSince, newestChange } from './changes.ts';
import { type AddressOptions, discover } from './discovery.ts';
import { organizationsOf } from './districts.ts';
import { edfiErrors } from './errors.ts';
import { textIn } from './fields.ts';
import { pull } from './pull.ts';
import { findingsOf, findingsSaid, notRead, reportCsv } from './report.ts';
import { readerOf } from './resources.ts';
import { MAPPING, rowOf, WIDTH } from './rows.ts';
import { type Credentials, EdfiSession } from './session.ts';
import { type Students, studentsIn } from './students.ts';

export interface EdfiImport extends AddressOptions {
  readonly credentials: Credentials;
  readonly key: DistrictKey;
  /** The district's number in the API, if its NCES id does not find it. */
  readonly educationOrganization?: string | undefined;
  /** Path of the anonymized file. */
  readonly out: string;
  /** Path of the report to write as CSV, one line per fault. */
  readonly report?: string | undefined;
  /** Change version: if nothing changed after it, nothing is read or written. */
  readonly since?: number | undefined;
  readonly pageSize?: number | undefined;
  readonly geocode?: GeocodeFlags;
  /** Write the file even when more than one row in five is left out. */
  readonly leaveOutBadRows?: boolean;
  /** Confirms that half of the students or more really live in one place. */
  readonly manyInOnePlace?: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** How to wait for servers, and ask the person. */
export interface Manners {
  readonly patience: Patience;
  readonly asking: Asking;
}

export type EdfiResult =
  | { readonly isUnchanged: true }
  | {
      readonly isUnchanged: false;
      readonly students: number;
      readonly badRows: number;
      readonly newestChange?: number;
    };

/** As at intake: a pull with more bad rows is the wrong one. */
const BAD_SHARE = 0.2;

/**
 * Pulls a district's students from an Ed-Fi API and writes the anonymized file, all on this machine. A fault of a student
 * costs the student or the field, and is reported without a value; a fault of the API stops the import, and then nothing is
 * written.
 *
 * @throws Refusal
 */
export async function importEdfi(
  options: EdfiImport,
  progress: Progress,
  { patience, asking }: Manners = { patience: PATIENT, asking: AT_TERMINAL },
): Promise<EdfiResult> {
  const { credentials, key, since, today } = options;
  const addresses = await discover(options, patience, progress.print);
  const session = new EdfiSession(addresses.token, credentials, patience, progress.print);
  if (since !== undefined && !(await hasChangedSince(session, addresses, since))) {
    progress.print(phrase('edfi.unchanged', { since }));
    return { isUnchanged: true };
  }
  // Read first, so that the next run sees what changes meanwhile.
  const newest = await newestChange(session, addresses);

  const read = readerOf(session, addresses, progress, options.pageSize);
  const organizations = await organizationsOf(read, key.leaId, options.educationOrganization);
  const documents = await pull(read, organizations, addresses.dataStandard);
  const unread = documents.unread.map(notRead);
  const unreadSaid = documents.unread.map((resource) => phrase('edfi.unread', { resource }));
  for (const note of [...organizations.notes, ...documents.notes, ...unreadSaid]) progress.print(note);
  if (documents.associations.length === 0) throw edfiErrors.empty(key.leaId);
  const students = studentsIn(documents, organizations.districtId, today);
  if (students.left > 0) progress.print(phrase('edfi.left', { students: students.left }));

  const anonymizer = await anonymize(options, students, progress, asking);
  const findings = findingsOf(anonymizer.problems, students.faults);
  if (options.report !== undefined) {
    const { associations, directories, demographics, homeless } = documents;
    const all = [...associations, ...directories, ...demographics, ...homeless];
    writeFileSync(
      options.report,
      reportCsv([...unread, ...findings], (line) => textIn(all[line - 1], 'id', [])),
    );
  }
  for (const line of findingsSaid(findings)) progress.print(line);
  const { counts, table } = anonymizer;
  if (counts.badRows > counts.rows * BAD_SHARE && !options.leaveOutBadRows)
    throw edfiErrors.tooManyBad(counts.badRows, counts.rows, options.report);
  const { onePlace } = anonymizer;
  if (onePlace && !options.manyInOnePlace) throw edfiErrors.onePlace(phrase('anonymize.in-one-place', onePlace));
  await writeWhole(options.out, fileBytes(key.leaId, table));
  const { students: written, withAnswers: answered, badRows: bad, noFixedResidence, located } = counts;
  const file = basename(options.out);
  for (const line of [
    phrase('edfi.written', { file, students: written, answered, bad, noFixedResidence }),
    phrase('anonymize.sparse', { ...sparseHexagons(table), few: FEW_HOUSEHOLDS }),
    ...locatedSaid(located),
    ...(newest === undefined ? [] : [phrase('edfi.next', { since: newest })]),
  ])
    progress.print(line);
  return {
    isUnchanged: false,
    students: counts.students,
    badRows: counts.badRows,
    ...(newest === undefined ? {} : { newestChange: newest }),
  };
}

function anonymize(
  { key, geocode = {} }: EdfiImport,
  { students }: Students,
  progress: Progress,
  asking: Asking,
): Promise<Anonymizer> {
  const bounds = boundsOfState(key.leaId);
  return placing(
    geocode,
    progress,
    async (locate) => {
      const anonymizer = new Anonymizer({ key, mapping: MAPPING, width: WIDTH, bounds, locate });
      for (const student of students) anonymizer.add(rowOf(student), student.line);
      anonymizer.finish();
      return { result: anonymizer, notFoundLines: notFoundLines(anonymizer.problems) };
    },
    asking,
  );
}
