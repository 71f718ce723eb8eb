/** `gapmap import members`: who sits in a chamber for which district; the chamber is replaced as a whole. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Deps } from '../../../deps.ts';
import { type Chamber, type ChamberDistrict, DISTRICT_OF_CHAMBER } from '../../../domain/chamber.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { stateFipsOf } from '../../../domain/states.ts';
import type { Tx } from '../../../platform/db.ts';
import { refusal } from '../../../platform/problem.ts';
import type { Progress } from '../../../platform/progress.ts';
import { firstOf } from '../first-of.ts';
import { identifierOfPart } from '../identifier.ts';
import { type MemberRow, type MemberTable, readMembers } from './read.ts';

export interface MembersImportOptions {
  readonly path: string;
  readonly chamber: Chamber;
  /** Code, letters or name. @default the one state whose districts are loaded */
  readonly state?: string | undefined;
  /** Names made up for a demo. */
  readonly illustrative?: boolean | undefined;
}

export interface MembersImport {
  readonly members: number;
  /** How many members the chamber had before. */
  readonly before: number;
  readonly unchanged: boolean;
  readonly notes: readonly Phrase[];
}

interface Member {
  readonly district: string;
  readonly name: string;
}

/** @throws Refusal naming file, line, column and what to do, when any row is at fault; then nothing is changed */
export async function importMembers(
  deps: Pick<Deps, 'db'>,
  { path, chamber, state, illustrative = false }: MembersImportOptions,
  progress: Progress,
): Promise<MembersImport> {
  if (!existsSync(path)) throw refusal('members.not-found', 422, { path });
  const step = progress.begin(phrase('step.members', { file: basename(path) }));
  const kind = DISTRICT_OF_CHAMBER[chamber];
  const table = await readMembers(path);
  const result = await deps.db.as({ role: 'intake' }, async (tx) => {
    const stateFips = await stateFor(tx, kind, state);
    const known = await districtsOf(tx, kind, stateFips);
    const { members, leftOut } = membersIn(table, { file: basename(path), chamber, kind, stateFips, known });
    const counts = await replaceMembers(tx, { kind, stateFips, illustrative }, members);
    return { ...counts, notes: [...table.notes, ...leftOut, ...districtNotes(members, known, stateFips)] };
  });
  for (const note of result.notes) step.note(note);
  step.done(
    result.unchanged
      ? phrase('done.members/unchanged', { memberCount: result.members })
      : phrase('done.members', { memberCount: result.members, beforeCount: result.before }),
  );
  return result;
}

async function stateFor(tx: Tx, kind: ChamberDistrict, asked: string | undefined): Promise<string> {
  const fips = asked === undefined ? undefined : stateFipsOf(asked);
  if (fips !== undefined) return fips;
  if (asked !== undefined) throw refusal('places.state', 400, { text: asked });
  const states = await tx.rows<{ fips: string }>(
    'select distinct state_fips as fips from places.places where kind = $1',
    [kind],
  );
  const [only, ...others] = states;
  if (!only || others.length > 0) throw refusal('members.state', 400);
  return only.fips;
}

/** By identifier the name of each district that is loaded. */
async function districtsOf(tx: Tx, kind: ChamberDistrict, stateFips: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(
    'select id, name from places.places where kind = $1 and state_fips = $2 order by id',
    [kind, stateFips],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface Context {
  readonly file: string;
  readonly chamber: Chamber;
  readonly kind: ChamberDistrict;
  readonly stateFips: string;
  readonly known: ReadonlyMap<string, string>;
}

function membersIn({ rows, columns }: MemberTable, context: Context): { members: Member[]; leftOut: Phrase[] } {
  const { file, chamber } = context;
  const own = rows.filter((row) => row.chamber === chamber || columns.chamber === undefined || isUnclear(row));
  const faults: Phrase[] = [];
  const members = new Map<string, Member>();
  for (const row of own) {
    const fault = (column: string | undefined, what: Phrase) =>
      faults.push(phrase('members.fault', { file, line: row.line, column: column ?? '', what }));
    if (columns.chamber !== undefined && isUnclear(row))
      fault(columns.chamber, phrase('members.chamber', { text: row.chamberText }));
    if (row.name === '' || row.name.length > LONGEST_NAME)
      fault(columns.name, phrase('members.name', { most: LONGEST_NAME }));
    const district = districtIn(row, context);
    if (typeof district !== 'string') fault(columns.district, district);
    else if (members.has(`${district} ${row.name}`)) fault(columns.name, phrase('members.twice', { name: row.name }));
    else members.set(`${district} ${row.name}`, { district, name: row.name });
  }
  if (faults.length > 0) throw refusal('members.faults', 422, { file, faults });
  if (members.size === 0) throw refusal('members.empty', 422, { file });
  const others = rows.length - own.length;
  return {
    members: [...members.values()],
    leftOut: others === 0 ? [] : [phrase('members.other-chambers', { rows: others })],
  };
}

function isUnclear({ chamber }: MemberRow): boolean {
  return chamber === undefined;
}

const LONGEST_NAME = 120;

/** "5", "05", "54005", "District 5", "At-Large". @returns the identifier, or what is wrong */
function districtIn({ district }: MemberRow, { kind, stateFips, known }: Context): string | Phrase {
  const text = district.replace(/^(.*\b)?district\s+/i, '').trim();
  const identifier = identifierOfPart(kind, stateFips, text);
  const id = 'id' in identifier ? identifier.id : undefined;
  const isKnown = id?.startsWith(stateFips) === true && (known.size === 0 || known.has(id));
  if (id !== undefined && isKnown) return id;
  return phrase('members.district', { text: district, kind, stateFips });
}

async function replaceMembers(
  tx: Tx,
  { kind, stateFips, illustrative }: { kind: ChamberDistrict; stateFips: string; illustrative: boolean },
  members: readonly Member[],
): Promise<{ members: number; before: number; unchanged: boolean }> {
  const before = await tx.rows<Member & { illustrative: boolean }>(
    'select district, name, illustrative from places.members where state_fips = $1 and kind = $2',
    [stateFips, kind],
  );
  const written = (list: readonly Member[]) =>
    JSON.stringify(list.map(({ district, name }) => `${district} ${name}`).sort());
  const unchanged = written(before) === written(members) && before.every((one) => one.illustrative === illustrative);
  if (!unchanged) {
    await tx.run('delete from places.members where state_fips = $1 and kind = $2', [stateFips, kind]);
    await tx.run(
      `insert into places.members (state_fips, kind, district, name, illustrative)
       select $1, $2, district, name, $3
       from unnest($4::text[], $5::text[]) as given (district, name)`,
      [stateFips, kind, illustrative, members.map(({ district }) => district), members.map(({ name }) => name)],
    );
  }
  return { members: members.length, before: before.length, unchanged };
}

function districtNotes(members: readonly Member[], known: ReadonlyMap<string, string>, stateFips: string): Phrase[] {
  if (known.size === 0) return [phrase('members.unchecked', { stateFips })];
  const held = new Set(members.map(({ district }) => district));
  const vacant = [...known].filter(([id]) => !held.has(id)).map(([, name]) => name);
  return vacant.length === 0 ? [] : [phrase('members.vacant', firstOf(vacant))];
}
