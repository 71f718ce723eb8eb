import { shardOf } from '../../domain/cell.ts';
import type { CheckedFile } from './file-check.ts';
import { KEY_BYTES } from './pseudonym.ts';

/** Homes of one district in one shard. */
export interface HomeGroup {
  readonly shard: bigint;
  readonly leaId: string;
  /** Positions in the file's homes, sorted by student key. */
  readonly places: Uint32Array;
}

/**
 * The homes of a file sorted by the tables' primary key (by the key's first four bytes, which is near enough).
 * The index then grows at one end: 250,000 homes take 1.1 s on native, and 1.9 s in file order.
 */
export function inLoadOrder({ homes, districts }: Pick<CheckedFile, 'homes' | 'districts'>): HomeGroup[] {
  const groups = new Map<string, { shard: bigint; leaId: string; places: number[] }>();
  for (let place = 0; place < homes.count; place++) {
    const shard = shardOf(homes.cells[place] ?? 0n);
    const leaId = districts[homes.lea[place] ?? 0]?.leaId ?? '';
    const name = `${shard} ${leaId}`;
    const group = groups.get(name);
    if (group) group.places.push(place);
    else groups.set(name, { shard, leaId, places: [place] });
  }
  const firstBytes = new Uint32Array(homes.count);
  for (let place = 0; place < homes.count; place++) firstBytes[place] = homes.students.readUInt32BE(place * KEY_BYTES);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { shard, leaId, places }]) => ({
      shard,
      leaId,
      places: Uint32Array.from(places).sort((a, b) => (firstBytes[a] ?? 0) - (firstBytes[b] ?? 0)),
    }));
}
