/**
 * What districts would send for the next release, written straight into the tables of homes and answers; and other numbers in
 * place of those a view cannot read.
 */
import { cellToParent } from 'h3-js';
import { shuffled } from '../attack/areas.ts';
import { HOME, METHOD } from '../attack/method.ts';
import type { View } from '../attack/reader.ts';
import type { Student } from './judge.ts';
import { DISTRICT, type Stage } from './stage.ts';

/** Families of these students answer that the connection is another. @param status one of HOME */
export async function answerAnew(stage: Stage, students: readonly Student[], status: string): Promise<void> {
  const barriers: Record<string, string> = { unaffordable: 'Not Affordable', undesired: 'Not Desired', other: 'Other' };
  const [access, barrier, type] =
    status === 'inadequate' ? [true, null, 'Satellite'] : [false, barriers[status] ?? 'Not Available', null];
  await stage.sql(
    `update intake.answers
     set internet_access = $2, barrier = $3, internet_type = $4, performance = null
     where encode(student_key, 'hex') = any ($1::text[])`,
    students.map(({ key }) => key),
    access,
    barrier,
    type,
  );
}

/** Those who gave an answer, and another than this. */
export function answering(students: readonly Student[], otherThan: string): Student[] {
  return students.filter(({ home }) => HOME[home] !== 'unanswered' && HOME[home] !== otherThan);
}

/** A student moves to a cell, as a household of its own. */
export async function move(stage: Stage, { key }: Student, cell: string): Promise<void> {
  const shard = BigInt(`0x${cellToParent(cell, 4)}`).toString();
  await stage.sql("update intake.answers set shard = $2 where encode(student_key, 'hex') = $1", key, shard);
  await stage.sql(
    `update intake.homes
     set shard = $2, cell = $3, household_key = student_key
     where encode(student_key, 'hex') = $1`,
    key,
    shard,
    BigInt(`0x${cell}`).toString(),
  );
}

/** Students of each patch, the patch with most first. */
export function byPatch(students: readonly Student[]): Student[][] {
  const patches = new Map<number, Student[]>();
  for (const student of students) {
    const own = patches.get(student.patch);
    if (own) own.push(student);
    else patches.set(student.patch, [student]);
  }
  return [...patches.values()].sort((a, b) => b.length - a.length);
}

const STATUSES = ['unaffordable', 'inadequate', 'other', 'undesired'];

/** Large patches answer anew in each collection, small ones never. */
export async function manyAnswerAnew(stage: Stage, students: readonly Student[], collection: number): Promise<void> {
  const patches = byPatch(students).filter(({ length }) => length >= 4 * METHOD.floor);
  for (const own of shuffled(patches, collection).slice(0, Math.ceil(0.7 * patches.length))) {
    const status = STATUSES[(collection + own.length) % STATUSES.length] as string;
    await answerAnew(stage, shuffled(answering(own, status), collection).slice(0, METHOD.floor + 4), status);
  }
}

/** Rows that a view cannot read, by table of `published`. */
const UNREAD: Readonly<Record<View, (table: string) => string>> = {
  public: () => "audience <> 'public'",
  provider: () => "audience <> 'provider'",
  agency: () => "audience <> 'agency'",
  district: (table) => {
    const own =
      table === 'patches' || table === 'lands'
        ? `and lea_ids <> array['${DISTRICT}']`
        : table === 'place_totals'
          ? `and id <> '${DISTRICT}'`
          : '';
    return `audience = 'agency' or (audience = 'provider' ${own})`;
  },
};
const NUMBERS = [
  ['patches', 'counts'],
  ['hexes', 'counts'],
  ['place_totals', 'counts'],
  ['totals', 'counts'],
  ['lands', 'weights'],
] as const;

/** Other numbers in place of all that a view cannot read, and those that were there again. */
export async function shift(stage: Stage, view: View, way: 1 | -1): Promise<void> {
  for (const [table, column] of NUMBERS)
    await stage.sql(
      `update published.${table}
       set ${column} = (
         select array_agg(number + $1::integer * (11 + (at * at * 7) % 90)::integer order by at)
         from unnest(${column}) with ordinality as numbered (number, at)
       )
       where ${UNREAD[view](table)}`,
      way,
    );
  await stage.sql('update intake.answers set internet_access = not internet_access');
}
