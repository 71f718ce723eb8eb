/**
 * A district's own call list: its students by what would help them, from its own export and the public verdicts. It names students,
 * so it is made in this browser and stays there.
 */
import type { Anonymizer } from '../../../../server/domain/anonymize/anonymizer.ts';
import type { HomeTable } from '../../../../server/domain/anonymize/home-table.ts';
import { type HomeSaid, homeSaid } from '../../../../server/domain/home-said.ts';
import { type Lever, leverFor, needsEquipment } from '../../../../server/domain/lever.ts';
import { type DeviceStatus, deviceStatus, homeStatus } from '../../../../server/domain/survey.ts';
import { type VerdictList, verdictIn } from '../../../../server/domain/verdict-list.ts';

/** The levers a district has in its own hands; the others are the state's. */
export const CALLS = ['ask', 'connect', 'equip'] as const;
export type Call = (typeof CALLS)[number];

export interface CallRow {
  /** Physical line of the export. */
  readonly line: number;
  /** In the order of CALLS, never empty. */
  readonly calls: readonly Call[];
  readonly home: HomeSaid;
  readonly device: DeviceStatus;
  /** Of the chosen columns. */
  readonly values: readonly string[];
}

export interface CallList {
  readonly rows: readonly CallRow[];
  /** Students with that lever of the connection, whatever their device. */
  readonly levers: Readonly<Record<Lever | 'connected', number>>;
  /** Students without a fixed residence, whom no list names. */
  readonly noFixedResidence: number;
}

export type Called = Omit<CallRow, 'values'>;

/** Whom to call, by line of the export. @param unread lines with an answer about the connection that was not understood */
export function callsOf(
  table: HomeTable,
  verdicts: VerdictList,
  unread: ReadonlySet<number>,
): Pick<CallList, 'levers' | 'noFixedResidence'> & { readonly called: ReadonlyMap<number, Called> } {
  const levers = { build: 0, upgrade: 0, check: 0, connect: 0, ask: 0, connected: 0 };
  const called = new Map<number, Called>();
  let noFixedResidence = 0;
  for (let slot = 0; slot < table.count; slot++) {
    const cell = table.cells[slot] ?? 0n;
    if (cell === 0n) {
      noFixedResidence++;
      continue;
    }
    const answers = table.answersAt(slot);
    const device = deviceStatus(answers);
    const lever = leverFor(verdictIn(verdicts, cell), homeStatus(answers));
    levers[lever ?? 'connected']++;
    const calls = CALLS.filter((call) => (call === 'equip' ? needsEquipment(device) : call === lever));
    const line = table.lines[slot] ?? 0;
    if (calls.length > 0) called.set(line, { line, calls, home: homeSaid(answers, unread.has(line)), device });
  }
  return { levers, noFixedResidence, called };
}

/** Lines on which a family answered about its connection in words that are not a code, or that contradict each other. */
export function unreadLines({ problems, notes }: Pick<Anonymizer, 'problems' | 'notes'>): ReadonlySet<number> {
  const unread = problems.filter(({ kind, field }) => kind === 'answer' && ABOUT_CONNECTION.has(field ?? ''));
  const several = notes.filter(({ kind, field }) => kind === 'several' && field === 'internet_access');
  return new Set([...unread, ...several].map(({ line }) => line));
}

const ABOUT_CONNECTION: ReadonlySet<string> = new Set(['internet_access', 'barrier', 'internet_type']);

/** In the order of a column, then of the export. @param by position among the values; undefined: as the export has them */
export function sorted(rows: readonly CallRow[], by: number | undefined): CallRow[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const value = ({ values }: CallRow) => (by === undefined ? '' : (values[by] ?? ''));
  return rows.toSorted((a, b) => collator.compare(value(a), value(b)) || a.line - b.line);
}

const WHO = /name|nombre|apellido|\b(first|last|given|family|middle)\b/i;
const HOW = /phone|tel[eé]f|\btel\b|mobile|\bcell\b|guardian|parent|tutor|madre|padre|contact|language|idioma/i;
const WHERE = /school|escuela|campus|building|homeroom|grade|grado/i;

/** Columns that a call needs, by their names: who, how to reach the family, which school. @returns positions, from 0 */
export function likelyColumns(names: readonly string[], studentId: number | undefined): number[] {
  const plain = names.map((name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '));
  const like = (pattern: RegExp) => plain.flatMap((name, at) => (pattern.test(name) ? [at] : []));
  const [who, how, where] = [WHO, HOW, WHERE].map(like) as [number[], number[], number[]];
  const number = studentId === undefined ? [] : [studentId];
  return [...new Set([...number, ...who.filter((at) => !where.includes(at) || how.includes(at)), ...how, ...where])];
}
