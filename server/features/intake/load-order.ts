import { shardOf } from '../../domain/cell.ts';
import type { CheckedFile } from './file-check.ts';
import { KEY_BYTES } from './pseudonym.ts';

/** Homes of one district in one shard. */
export interface HomeGroup {
  readonly shard: bigint;
  readonly leaId: string;
  /** Places in the file's homes, in the order of their student keys. */
  readonly places: Uint32Array;
}

/**
 * The homes of a file in the order of the tables' primary key (of the key's first four bytes, which is near enough).
 * Written so, the index grows at one end at a time: 1.1 s for 250,000 homes on native where the order of the file takes 1.9 s.
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
