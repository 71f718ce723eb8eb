/** Reads a list of the members of a chamber: chamber, district, name. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type Chamber, chamberOf } from '../../../domain/chamber.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { CsvRow } from '../../../platform/csv/records.ts';
import { refusal } from '../../../platform/problem.ts';
import { openTable } from '../../../platform/sheet/open.ts';

export interface MemberRow {
  readonly line: number;
  /** Undefined: the file has no such column. */
  readonly chamber: Chamber | undefined;
  /** As written, where it is no chamber known. */
  readonly chamberText: string;
  readonly district: string;
  readonly name: string;
}

export interface MemberTable {
  readonly rows: readonly MemberRow[];
  /** Names of the columns, to say which one a fault is in. */
  readonly columns: { readonly chamber: string | undefined; readonly district: string; readonly name: string };
  readonly notes: readonly Phrase[];
}

/** Plain names, best first; those with "current" are OpenStates'. */
const NAMES = {
  chamber: ['chamber', 'currentchamber', 'body', 'house'],
  district: ['district', 'currentdistrict', 'districtnumber', 'districtno', 'dist', 'geoid', 'sldust', 'sldlst', 'cd'],
  name: ['name', 'member', 'membername', 'fullname', 'legislator', 'senator', 'delegate', 'representative'],
  firstName: ['firstname', 'givenname', 'first'],
  lastName: ['lastname', 'familyname', 'surname', 'last'],
  party: ['party', 'currentparty', 'partyaffiliation'],
} as const;

type Column = keyof typeof NAMES;
type Positions = Readonly<Record<Column, number>>;

/** @throws Refusal members.*, csv.* and sheet.* naming file, line and column */
export async function readMembers(path: string): Promise<MemberTable> {
  const file = basename(path);
  const { rows: batches, notes } = await openTable(() => createReadStream(path));
  const lines: CsvRow[] = [];
  for await (const batch of batches()) lines.push(...batch.filter(({ fields }) => fields.some((text) => text.trim())));
  const [head, ...body] = lines;
  if (!head) throw refusal('members.empty', 422, { file });
  const at = positionsIn(head.fields);
  refuseHeader(file, head, at);
  const party = head.fields[at.party];
  return {
    rows: body.map((row) => rowOf(row, at)),
    columns: {
      chamber: head.fields[at.chamber],
      district: head.fields[at.district] ?? '',
      name: head.fields[at.name] ?? head.fields[at.lastName] ?? '',
    },
    notes: [...notes, ...(party === undefined ? [] : [phrase('members.party', { column: party })])],
  };
}

function positionsIn(fields: readonly string[]): Positions {
  const plain = fields.map((field) => field.toLowerCase().replace(/[^a-z]/g, ''));
  const position = (column: Column) =>
    NAMES[column].map((name) => plain.indexOf(name)).find((found) => found >= 0) ?? -1;
  return Object.fromEntries((Object.keys(NAMES) as Column[]).map((column) => [column, position(column)])) as Positions;
}

function refuseHeader(file: string, { line, fields }: CsvRow, at: Positions): void {
  const hasName = at.name >= 0 || (at.firstName >= 0 && at.lastName >= 0);
  const missing = [...(at.district < 0 ? ['district'] : []), ...(hasName ? [] : ['name'])];
  if (missing.length > 0) throw refusal('members.header', 422, { file, line, missing, fields });
}

function rowOf({ line, fields }: CsvRow, at: Positions): MemberRow {
  const text = (column: Column) => (fields[at[column]] ?? '').replace(/\s+/g, ' ').trim();
  const name = at.name >= 0 ? text('name') : `${text('firstName')} ${text('lastName')}`.trim();
  return { line, chamber: chamberOf(text('chamber')), chamberText: text('chamber'), district: text('district'), name };
}
