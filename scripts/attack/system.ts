/**
 * All that is published, put together: groups of patches down, sets of students across, and for each the least and most
 * students there can be. Groups are told apart by their patches, so a hex of one patch is that patch.
 */
import { AUDIENCES, type Audience } from '../../server/domain/audience.ts';
import { cellFromText } from '../../server/domain/cell.ts';
import { STATISTIC_COUNT } from '../../server/domain/counts.ts';
import type { LocalClasses } from '../../server/domain/protect/local.ts';
import { type Catalog, EVERYBODY, NOBODY } from './catalog.ts';
import { countedRows } from './counted-rows.ts';
import { type LivedIn, localSets } from './local.ts';
import { LOOKS, leastOfMember, type Method, rangeOf, takenWithin } from './method.ts';
import type { Publication, PublishedPatch, PublishedRow } from './published.ts';
import { FILINGS_OF } from './truth.ts';

/** Where nothing is shown. */
export const NO_NUMBER = -1;

export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

export interface System {
  readonly catalog: Catalog;
  /** Names of the groups. */
  readonly groups: string[];
  /** The finest patches of each group. */
  readonly members: (readonly number[])[];
  readonly students: number[];
  /** Groups that are sums of others, without a rest. */
  readonly sums: Sum[];
  /** By group, one a set. */
  readonly least: Int32Array[];
  readonly most: Int32Array[];
  /** By group and set: 1 where some row shows a number. */
  readonly isShown: Uint8Array[];
  /** By group and set the number shown, before rounding where the attacker sees it, and rounded; or NO_NUMBER. */
  readonly numbers: Int32Array[];
  readonly rounded: Int32Array[];
  /** Group of each patch, by audience. */
  readonly patchGroups: Map<Audience, number[]>;
  /** Looks read into it. */
  looks: number;
  /** By group what else holds of its sets there, which are numbered without everybody; undefined while that is not looked at. */
  local?: readonly LocalClasses[];
}

export interface Told {
  readonly publication: Publication;
  readonly method: Method;
}

/** @param told one entry an audience whose view the attacker has @param lived which sorts of cell students live in */
export function systemOf(catalog: Catalog, told: readonly Told[], lived?: LivedIn): System {
  const system: System = {
    catalog,
    groups: [],
    members: [],
    students: [],
    sums: [],
    least: [],
    most: [],
    isShown: [],
    numbers: [],
    rounded: [],
    patchGroups: new Map(),
    looks: 0,
  };
  const positions = new Map<string, number>();
  const readings: Reading[] = [];
  const finestOf = finestPatches(told.map(({ publication }) => publication));

  function group(name: string, patches: readonly number[], students: number): number {
    const sorted = [...patches].sort((a, b) => a - b);
    const key = sorted.join();
    let position = positions.get(key);
    if (position === undefined) {
      position = system.groups.push(name) - 1;
      positions.set(key, position);
      system.members.push(sorted);
      system.students.push(students);
      const most = new Int32Array(catalog.names.length).fill(students);
      const least = new Int32Array(catalog.names.length);
      least[EVERYBODY] = students;
      system.least.push(least);
      system.most.push(most);
      system.isShown.push(new Uint8Array(catalog.names.length));
      system.numbers.push(new Int32Array(catalog.names.length).fill(NO_NUMBER));
      system.rounded.push(new Int32Array(catalog.names.length).fill(NO_NUMBER));
    }
    return position;
  }

  for (const { publication, method } of told) {
    const setOf = catalog.setOf[FILINGS_OF[publication.audience]];
    const finest = finestOf.get(publication.audience) ?? [];
    const place = (row: PublishedRow, patches: readonly number[]): number => {
      const position = group(
        `${publication.audience} ${row.kind} ${row.name}`,
        patches.flatMap((patch) => finest[patch] ?? []),
        row.students,
      );
      const reading: Reading = { group: position, row, setOf, method, floor: publication.floors.students };
      readings.push(reading);
      read(system, reading);
      return position;
    };
    const patches = publication.patches.map((patch, i) => place(patch, [i]));
    const sum = (whole: number, parts: readonly number[]) => {
      if (parts.length > 1) system.sums.push({ whole, parts });
    };
    for (const [position, whole] of patches.entries()) {
      const pieces = (finest[position] ?? []).map((patch) => positions.get(String(patch)));
      if (pieces.every((piece) => piece !== undefined)) sum(whole, pieces);
    }
    system.patchGroups.set(publication.audience, patches);
    readClusters(system, publication, { setOf, method });
    // What a level's groups are sums of: those of the level below, at first the patches.
    let below = patches;
    const everything = place(publication.state, [...patches.keys()]);
    for (const { level, rows } of countedRows(publication)) {
      const own = rows.map(({ row, members }) => place(row, members));
      const isHexes = level.startsWith('hex');
      const pieces = isHexes ? below : patches;
      for (const [i, { members }] of rows.entries())
        sum(own[i] as number, [...new Set(members.map((patch) => pieces[patch] as number))]);
      sum(everything, [...new Set(own)]);
      if (!isHexes) continue;
      below = patches.slice();
      for (const [i, { members }] of rows.entries()) for (const patch of members) below[patch] = own[i] as number;
    }
  }
  if (told.length === AUDIENCES.length) readOwnNumbers(system, readings);
  if (lived) {
    const isFiner = told.some(({ publication }) => publication.audience !== 'public');
    system.local = localSets(catalog.local, system.members, isFiner ? lived.finer : lived.coarser);
    shareNumbers(system, system.local);
  }
  return system;
}

/** Sets that count the same students of a group are shown as the same number, whichever of them is shown. */
function shareNumbers({ numbers, rounded }: System, local: readonly LocalClasses[]): void {
  const share = (own: Int32Array, to: number, from: number) => {
    if (own[to] === NO_NUMBER) own[to] = own[from] as number;
  };
  for (const [group, { same }] of local.entries())
    for (const own of [numbers[group], rounded[group]])
      if (own) {
        for (let i = 0; i < same.length; i += 2) share(own, (same[i] as number) + 1, (same[i + 1] as number) + 1);
        for (let i = 0; i < same.length; i += 2) share(own, (same[i + 1] as number) + 1, (same[i] as number) + 1);
      }
}

interface Reading {
  readonly row: PublishedRow;
  readonly group: number;
  readonly setOf: Int32Array;
  readonly method: Method;
  readonly floor: number;
}

function read(
  system: System,
  { group, row, setOf, method, floor }: Reading,
  isTaken?: (look: number, set: number) => boolean,
): void {
  const least = system.least[group] as Int32Array;
  const most = system.most[group] as Int32Array;
  for (let statistic = 0; statistic < STATISTIC_COUNT; statistic++) {
    const set = setOf[statistic] ?? NOBODY;
    if (set <= EVERYBODY) continue;
    const look = row.looks[statistic] ?? LOOKS.either;
    const mayBeTaken = isTaken?.(look, set) ?? true;
    const [low, high] = rangeOf(look, row.students, floor, method, mayBeTaken);
    least[set] = Math.max(least[set] as number, low);
    most[set] = Math.min(most[set] as number, high);
    if (look < 0) continue;
    (system.isShown[group] as Uint8Array)[set] = 1;
    if (method.rounding === 1) (system.numbers[group] as Int32Array)[set] = look;
    else (system.rounded[group] as Int32Array)[set] = look;
  }
  system.looks += STATISTIC_COUNT;
}

function readClusters(
  { patchGroups, students, least }: System,
  { audience, memberships, patches }: Publication,
  { setOf, method }: Pick<Reading, 'setOf' | 'method'>,
): void {
  for (const { statistic, members } of memberships) {
    const set = setOf[statistic] ?? NOBODY;
    if (set <= EVERYBODY) continue;
    for (const [patch, group] of (patchGroups.get(audience) ?? []).entries()) {
      if (patches[patch]?.looks[statistic] !== LOOKS.either || !members.has(patch)) continue;
      const own = least[group] as Int32Array;
      own[set] = Math.max(own[set] as number, leastOfMember(students[group] as number, method));
    }
  }
}

/**
 * Reads all once more, by somebody who sees every tier: a number like that of no set inside was taken from none, so it is the
 * set's own, with its noise. Unless it may have been taken from one that is hidden, or that no audience is shown: then none
 * can tell.
 */
function readOwnNumbers(system: System, readings: readonly Reading[]): void {
  const { catalog } = system;
  const inside = groupsInside(system.members);
  const within: number[][] = catalog.names.map((_, set) => [set]);
  for (const [part, whole] of catalog.nested) within[whole]?.push(part);
  const numbers = new Map<number, Map<number, number>>();
  const isUnread = system.groups.map(() => new Uint8Array(catalog.names.length).fill(1));
  for (const { group, row, setOf } of readings) {
    const own = numbers.get(group) ?? new Map<number, number>();
    numbers.set(group, own);
    for (const [statistic, look] of row.looks.entries()) {
      if (look >= 0) own.set(look, (own.get(look) ?? 0) + 1);
      const set = setOf[statistic] ?? NOBODY;
      if (look !== LOOKS.either && look !== LOOKS.untold && set !== NOBODY) (isUnread[group] as Uint8Array)[set] = 0;
    }
  }
  for (const reading of readings) {
    const { method, group, floor } = reading;
    const groups = [group, ...(inside[group] ?? [])];
    const times = new Map<number, number>();
    for (const other of groups)
      for (const [look, count] of numbers.get(other) ?? []) times.set(look, (times.get(look) ?? 0) + count);
    const reach = takenWithin(floor, method);
    const isTaken = (look: number, set: number) => {
      let near = 0;
      for (let other = look - reach; other <= look + method.rounding - 1; other++) near += times.get(other) ?? 0;
      // Once is the number itself.
      return near > 1 || (within[set] ?? []).some((part) => groups.some((other) => isUnread[other]?.[part] === 1));
    };
    read(system, reading, isTaken);
  }
}

/** By group those whose patches it holds all of. */
export function groupsInside(members: readonly (readonly number[])[]): number[][] {
  const holders = new Map<number, number[]>();
  for (const [group, patches] of members.entries())
    for (const patch of patches) {
      const known = holders.get(patch);
      if (known) known.push(group);
      else holders.set(patch, [group]);
    }
  const sets = members.map((patches) => new Set(patches));
  const inside: number[][] = members.map(() => []);
  for (const [group, patches] of members.entries())
    for (const holder of holders.get(patches[0] ?? -1) ?? [])
      if (holder !== group && patches.every((patch) => sets[holder]?.has(patch))) inside[holder]?.push(group);
  return inside;
}

/**
 * Which of the finest patches each audience's patches are made of. The finest are those of the first audience that is
 * shown res 8, or the public's own when the attacker has no other.
 */
function finestPatches(publications: readonly Publication[]): Map<string, number[][]> {
  const finest = publications.find(({ audience }) => audience !== 'public') ?? publications[0];
  const itself = finest?.patches.map((_, i) => [i]) ?? [];
  return new Map(
    publications.map((publication) => [
      publication.audience,
      publication.audience === finest?.audience || publication.audience !== 'public'
        ? itself
        : piecesOf(publication.patches, finest?.patches ?? []),
    ]),
  );
}

/** A finer patch lies in the coarser one of its district that has its cell or the smallest that holds it. */
export function piecesOf(coarser: readonly PublishedPatch[], finer: readonly PublishedPatch[]): number[][] {
  const byKey = new Map<string, number>();
  for (const [i, { h3, leaIds }] of coarser.entries()) for (const leaId of leaIds) byKey.set(`${leaId} ${h3}`, i);
  const pieces: number[][] = coarser.map(() => []);
  for (const [i, { h3, resolution, leaIds }] of finer.entries()) {
    const cell = cellFromText(h3);
    const home = resolution > 7 ? parentText(cell) : h3;
    const coarse = byKey.get(`${leaIds[0]} ${home}`);
    if (coarse === undefined) throw new Error(`no coarser patch holds ${h3}`);
    pieces[coarse]?.push(i);
  }
  return pieces;
}

function parentText(cell: bigint): string {
  const unused = 3n * 8n;
  return ((cell & ~(0xfn << 52n)) | (7n << 52n) | ((1n << unused) - 1n)).toString(16);
}
