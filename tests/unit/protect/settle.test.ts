import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText, parentOf } from '../../../server/domain/cell.ts';
import { RECORD_BYTES } from '../../../server/features/intake/home-record.ts';
import { type KeptHomes, type SettledHomes, settle } from '../../../server/features/intake/settle.ts';

const FLOOR = 10;
const north = cellFromText(latLngToCell(38.6, -81.1, 9));
const south = cellFromText(latLngToCell(38.2, -81.1, 9));

interface Home {
  student: number;
  cell: bigint;
  answers?: number;
}

function records(homes: Home[]): Buffer {
  return Buffer.concat(
    homes.map(({ student, cell, answers = 0 }) => {
      const record = Buffer.alloc(RECORD_BYTES);
      record.writeBigInt64BE(cell, 0);
      record.writeUInt32BE(student, 8);
      record.writeUInt32BE(student, 24);
      record.writeUInt16BE(answers, 40);
      return record;
    }),
  );
}

const living = (cell: bigint, from: number, to: number): Home[] =>
  Array.from({ length: to - from }, (_, i) => ({ student: from + i, cell }));
const keptAs = (area: number, homes: Home[]): KeptHomes => {
  const cell = parentOf(homes[0]?.cell ?? 0n, 8);
  return { area, leaId: '5400240', cell, resolution: 8, records: records(homes) };
};
const before = [keptAs(0, living(north, 0, 30)), keptAs(1, living(south, 100, 130))];
const settled = (now: Home[]): SettledHomes | undefined =>
  settle([{ leaId: '5400240', records: records(now) }], before, FLOOR)[0];
const sorted = (all: Buffer | undefined) =>
  Array.from({ length: (all?.length ?? 0) / RECORD_BYTES }, (_, i) =>
    all?.subarray(i * RECORD_BYTES, (i + 1) * RECORD_BYTES).toString('hex'),
  ).sort();

const asBefore = sorted(Buffer.concat(before.map(({ records: own }) => own)));

describe('homes of the next release', () => {
  it('are those of the last when one student moved', () => {
    const moved = [...living(north, 1, 30), { student: 0, cell: south }, ...living(south, 100, 130)];
    expect(sorted(settled(moved)?.records)).toEqual(asBefore);
  });

  it('are those of the last when nine came, went, or answered otherwise', () => {
    const now = [
      ...living(north, 3, 33),
      ...living(south, 104, 130).map((home, i) => ({ ...home, answers: i < 5 ? 7 : 0 })),
    ];
    expect(sorted(settled(now)?.records)).toEqual(asBefore);
  });

  it('are the new ones where ten changed, and only there', () => {
    const now = [...living(north, 0, 30), ...living(south, 110, 130)];
    const { records: all, areaOf } = settled(now) ?? {};
    expect(sorted(all)).toEqual(sorted(records(now)));
    expect([...(areaOf ?? [])].filter((area) => area === -1)).toHaveLength(20);
    expect([...(areaOf ?? [])].filter((area) => area === 0)).toHaveLength(30);
  });

  it('do not drip: changes are counted from when an area was last taken anew', () => {
    for (let gone = 1; gone < FLOOR; gone++)
      expect(sorted(settled([...living(north, gone, 30), ...living(south, 100, 130)])?.records)).toEqual(asBefore);
    expect(sorted(settled([...living(north, FLOOR, 30), ...living(south, 100, 130)])?.records)).not.toEqual(asBefore);
  });

  it('of a district nobody knew are as they were sent', () => {
    const now = records(living(north, 0, 12));
    const found = settle([{ leaId: '5400270', records: now }], before, FLOOR);
    expect(found.find(({ leaId }) => leaId === '5400270')?.records).toEqual(now);
  });

  it('leave a district out when it sent nothing and had no few', () => {
    expect(settle([], before, FLOOR)).toEqual([]);
  });
});
