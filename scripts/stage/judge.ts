/**
 * The truth to judge by, which attacks never read: what the state's own database holds, and what families' answers come to
 * by the rules of the survey, written apart. A release counts homes as it kept them (`intake.kept_homes`).
 */
import { DEVICE, HOME } from '../attack/method.ts';
import type { Patch } from '../attack/published.ts';
import type { Stage } from './stage.ts';

export interface Student {
  /** Position among the agency's patches. */
  readonly patch: number;
  readonly leaId: string;
  readonly key: string;
  /** Positions in HOME and DEVICE. */
  readonly home: number;
  readonly device: number;
  /** Res-8 cell. */
  readonly cell: string;
  /** Releases that last took the patch's answers about home and device anew. */
  readonly versions: readonly [home: number, device: number];
}

interface AnswersRow {
  readonly student_key: Uint8Array;
  readonly internet_access: boolean | null;
  readonly barrier: string | null;
  readonly internet_type: string | null;
  readonly performance: string | null;
  readonly device: string | null;
  readonly device_access: string | null;
}

/** A record of a kept home: its cell in 8 bytes, its household's key in 16, its student's in 16, statuses in 2. */
const RECORD = 42;
const STUDENT_KEY = [24, 40] as const;

/** The students of the release just made, by the agency's patches. */
export async function studentsOf(stage: Stage, patches: readonly Patch[]): Promise<Student[]> {
  const areas = await stage.sql<{
    h3: string;
    lea_ids: string[];
    lea_id: string;
    records: Uint8Array;
    home_version: number;
    device_version: number;
  }>(
    `select to_hex(cell) as h3, lea_ids, lea_id, records, home_version, device_version
     from intake.kept_areas
     join intake.kept_homes using (state_fips, area)`,
  );
  const positions = new Map(patches.map(({ h3, leaIds }, position) => [`${h3} ${[...leaIds].sort()}`, position]));
  const students: Student[] = [];
  for (const { h3, lea_ids, lea_id: leaId, records, home_version, device_version } of areas) {
    const patch = positions.get(`${h3} ${lea_ids}`);
    if (patch === undefined) throw new Error(`no patch at ${h3} of ${lea_ids}`);
    const bytes = Buffer.from(records);
    for (let at = 0; at < bytes.length; at += RECORD)
      students.push({
        patch,
        leaId,
        key: bytes.toString('hex', at + STUDENT_KEY[0], at + STUDENT_KEY[1]),
        cell: res8(bytes.readBigUInt64BE(at)),
        home: bytes[at + STUDENT_KEY[1]] ?? 0,
        device: bytes[at + STUDENT_KEY[1] + 1] ?? 0,
        versions: [home_version, device_version],
      });
  }
  const counted = new Int32Array(patches.length);
  for (const { patch } of students) counted[patch] = (counted[patch] ?? 0) + 1;
  for (const [position, { name, students: told }] of patches.entries())
    if (counted[position] !== told) throw new Error(`the judge counts others in ${name}`);
  return students;
}

/** Students whose kept answers are not what the rules make of those in the collection: none, after a first release. */
export async function judgedOtherwise(stage: Stage, students: readonly Student[]): Promise<number> {
  const answers = new Map<string, AnswersRow>();
  for (const row of await stage.sql<AnswersRow>('select * from intake.answers'))
    answers.set(Buffer.from(row.student_key).toString('hex'), row);
  return students.filter(({ key, home, device }) => {
    const row = answers.get(key);
    return HOME[home] !== homeOf(row) || DEVICE[device] !== deviceOf(row);
  }).length;
}

/** The parent at resolution 8: its digits below are all ones. */
function res8(cell: bigint): string {
  const digits = (1n << 21n) - 1n;
  return ((cell & ~(0xfn << 52n)) | (8n << 52n) | digits).toString(16);
}

/**
 * Access decides; where it is blank, a type named without a barrier says yes, a barrier without a type (or the type None)
 * says no. With access: connected by a home line or a community's Wi-Fi that never fails, else inadequate.
 */
function homeOf(row: AnswersRow | undefined): string {
  if (!row) return 'unanswered';
  const { internet_access: access, barrier, internet_type: type, performance } = row;
  const hasType = type !== null && type !== 'None' && type !== 'Unknown';
  const says = hasType ? (barrier === null ? true : null) : barrier !== null || type === 'None' ? false : null;
  const hasAccess = access ?? says;
  if (hasAccess === null) return 'unanswered';
  if (hasAccess) {
    const isLine = type === 'Residential Broadband' || type === 'Community Provided Wi-Fi';
    return isLine && performance === 'Yes' ? 'connected' : 'inadequate';
  }
  const words: Record<string, string> = {
    'Not Available': 'unavailable',
    'Not Affordable': 'unaffordable',
    'Not Desired': 'undesired',
  };
  return words[barrier ?? ''] ?? 'other';
}

function deviceOf(row: AnswersRow | undefined): string {
  if (!row) return 'unanswered';
  if (row.device === 'None') return 'none';
  if (row.device === 'Smartphone') return 'unsuitable';
  if (row.device_access === 'Shared') return 'shared';
  return row.device !== null && row.device_access === 'Not Shared' ? 'own' : 'unanswered';
}
