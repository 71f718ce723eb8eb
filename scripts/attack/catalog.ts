/**
 * The sets of students that published statistics count, and how they lie in one another. A student is in a set by its
 * cell's verdicts, which anybody can work out from the filings, and by its answers; so sets are compared once for the
 * whole state, over every combination of verdicts that occurs and every answer, and what holds there holds in each row.
 */
import { countStudents, STATISTIC_COUNT } from '../../server/domain/counts.ts';
import { addKind, isWithin, type Kinds, noKinds, sizeOf, without } from '../../server/domain/protect/kinds.ts';
import { VERDICT_TIERS } from '../../server/domain/speed.ts';
import { STATISTIC_KEYS, STATISTICS, statisticPosition } from '../../server/domain/statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../server/domain/survey.ts';
import { PROFILES } from '../../server/domain/technology.ts';
import { SOURCES } from '../../server/domain/verdict.ts';
import { type LocalCatalog, localCatalogOf } from './local.ts';
import type { Filings, Truth } from './truth.ts';

export interface Catalog {
  /** Names of the sets; the first is everybody. */
  readonly names: readonly string[];
  /** Set of each statistic by whose filings; NOBODY where nobody can be in it. */
  readonly setOf: Readonly<Record<Filings, Int32Array>>;
  /** Pairs: a set, and a larger one that holds it. */
  readonly nested: readonly (readonly [part: number, whole: number])[];
  /** Pairs likewise, of sets and of what one has more than another, with none between; smaller wholes first. */
  readonly covers: readonly (readonly [part: number, whole: number])[];
  /** A set, and the sets it falls into without a rest. */
  readonly splits: readonly { readonly whole: number; readonly parts: readonly number[] }[];
  /** What the sets that statistics count are to one another where only some sorts of cell are. */
  readonly local: LocalCatalog;
}

export const EVERYBODY = 0;
export const NOBODY = -1;

/** Kinds of students as bits: by sort of cell the answers about the connection, then for all sorts those about the device. */
export type Members = Kinds;

export function catalogOf({ around }: Pick<Truth, 'around'>): Catalog {
  const names = ['everybody'];
  const members: Members[] = [];
  const known = new Map<string, number>();
  const columns = { public: columnsOf(around, 'public'), agency: columnsOf(around, 'agency') };
  const size = columns.public[0]?.length ?? 0;
  members.push(bits(new Uint8Array(size).fill(1)));
  known.set(keyOf(members[0] as Members), EVERYBODY);

  const setOf = (whose: Filings) =>
    Int32Array.from(columns[whose], (column, statistic) => {
      if (!column.includes(1)) return NOBODY;
      const own = bits(column);
      const key = keyOf(own);
      const found = known.get(key) ?? members.length;
      if (found === members.length) {
        known.set(key, found);
        members.push(own);
        names.push(`${STATISTIC_KEYS[statistic]}${whose === 'agency' ? ' by all filings' : ''}`);
      }
      return found;
    });
  const sets = { public: setOf('public'), agency: setOf('agency') };
  const nested: [number, number][] = [];
  const splits: { whole: number; parts: number[] }[] = [];
  for (const [part, a] of members.entries())
    for (const [whole, b] of members.entries()) {
      if (part === whole || !isWithin(a, b)) continue;
      nested.push([part, whole]);
    }
  const counted = members.length;
  // Everybody has one answer about the connection, and one about the device: whom a set does not count is told by the same.
  const homes = bits(Uint8Array.from({ length: size }, (_, kind) => (kind < size - DEVICE_STATUSES.length ? 1 : 0)));
  const devices = without(members[EVERYBODY] as Members, homes);
  const answersLike = (own: Members) => (isWithin(own, homes) ? homes : devices);
  for (const [part, whole] of nested) {
    const all = whole === EVERYBODY ? answersLike(members[part] as Members) : (members[whole] as Members);
    const own = without(all, members[part] as Members);
    const key = keyOf(own);
    let rest = known.get(key);
    if (rest === undefined) {
      rest = members.push(own) - 1;
      known.set(key, rest);
      names.push(`${names[whole]} without ${names[part]}`);
    }
    splits.push({ whole, parts: [part, rest] });
  }
  for (const whose of ['public', 'agency'] as const)
    for (const [whole, parts] of knownSplits()) {
      const present = parts.map((statistic) => sets[whose][statistic] ?? NOBODY).filter((set) => set !== NOBODY);
      const target = whole === undefined ? EVERYBODY : (sets[whose][whole] ?? NOBODY);
      if (target !== NOBODY && present.length > 2) splits.push({ whole: target, parts: present });
    }
  const local = localCatalogOf(around, members.slice(0, counted), nested);
  return { names, setOf: sets, nested, covers: coversOf(members), splits, local };
}

/**
 * For each statistic, which kinds of student are in it: 1 or 0 by kind. Kinds are the combinations of verdicts times the
 * answers about the connection, then the answers about the device, so that everybody is in one of each.
 */
function columnsOf({ verdicts }: Truth['around'], whose: Filings): Uint8Array[] {
  const joint = new Map<string, number>();
  const combos: number[] = [];
  for (const [cell, combo] of verdicts.public.comboOf.entries()) {
    const key = `${combo} ${verdicts.agency.comboOf[cell]}`;
    if (joint.has(key)) continue;
    joint.set(key, cell);
    combos.push(verdicts[whose].comboOf[cell] ?? 0);
  }
  const statuses = HOME_STATUSES.length;
  const kinds = combos.length * statuses;
  const devices = DEVICE_STATUSES.length;
  const each = Int32Array.from({ length: kinds }, (_, kind) => kind);
  const { counts } = countStudents(
    {
      cellOf: each.map((kind) => Math.floor(kind / statuses)),
      homeStatus: each.map((kind) => kind % statuses),
      deviceStatus: each.map(() => 0),
      recordKey: each,
    },
    { combos: verdicts[whose].combos, comboOf: Int32Array.from(combos) },
    each,
    kinds,
  );
  const { counts: ofDevice } = countStudents(
    {
      cellOf: new Int32Array(devices),
      homeStatus: new Int32Array(devices),
      deviceStatus: Int32Array.from({ length: devices }, (_, device) => device),
      recordKey: new Int32Array(devices),
    },
    { combos: verdicts[whose].combos, comboOf: Int32Array.from(combos) },
    Int32Array.from({ length: devices }, (_, device) => device),
    devices,
  );
  return STATISTICS.map(({ kind }, statistic) => {
    const column = new Uint8Array(kinds + devices);
    const aboutDevice = kind === 'device' || kind === 'equip';
    if (aboutDevice)
      for (let device = 0; device < devices; device++)
        column[kinds + device] = ofDevice[device * STATISTIC_COUNT + statistic] ?? 0;
    else for (let at = 0; at < kinds; at++) column[at] = counts[at * STATISTIC_COUNT + statistic] ?? 0;
    return column;
  });
}

/** What falls into what by the meaning of the statistics; whole undefined = everybody. */
function knownSplits(): [whole: number | undefined, parts: number[]][] {
  const all = (isOne: (key: string) => boolean) =>
    STATISTIC_KEYS.flatMap((key, statistic) => (isOne(key) ? [statistic] : []));
  const connected = statisticPosition({ kind: 'home', status: 'connected' });
  const axes = PROFILES.flatMap((profile) =>
    SOURCES.flatMap((source) => VERDICT_TIERS.map((tier) => `${profile}.${source}.${tier}.`)),
  );
  return [
    [undefined, all((key) => key.startsWith('home.'))],
    [undefined, all((key) => key.startsWith('device.'))],
    [statisticPosition({ kind: 'equip' }), all((key) => /^device\.(shared|unsuitable|none)$/.test(key))],
    ...axes.flatMap((axis): [undefined, number[]][] => [
      [undefined, all((key) => key.startsWith(`verdict.${axis}`))],
      [undefined, [connected, ...all((key) => key.startsWith(`lever.${axis}`))]],
    ]),
  ];
}

function bits(column: Uint8Array): Members {
  const kinds = noKinds(column.length);
  for (const [kind, one] of column.entries()) if (one) addKind(kinds, kind);
  return kinds;
}

function keyOf(members: Members): string {
  return members.join();
}

/** Which lie inside which with none between, but for everybody, in whom all are. */
function coversOf(members: readonly Members[]): [part: number, whole: number][] {
  const size = members.map(sizeOf);
  const order = [...members.keys()].slice(1).sort((a, b) => (size[a] as number) - (size[b] as number));
  const inside = new Map<number, Set<number>>();
  return order.flatMap((whole, i) => {
    const all = new Set<number>();
    inside.set(whole, all);
    const own: [number, number][] = [];
    for (const part of order.slice(0, i).reverse()) {
      if (all.has(part) || !isWithin(members[part] as Members, members[whole] as Members)) continue;
      own.push([part, whole]);
      all.add(part);
      for (const other of inside.get(part) ?? []) all.add(other);
    }
    return own;
  });
}
