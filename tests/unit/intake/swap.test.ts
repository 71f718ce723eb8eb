import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsIn } from '../../../server/features/intake/home-record.ts';
import { changesToMake } from '../../../server/features/intake/lands.ts';
import { swapOf } from '../../../server/features/intake/swap.ts';
import { recordsOf } from './town.ts';

interface Child {
  readonly student: number;
  readonly household: number;
}
const homes = (children: readonly Child[]) => [
  ...recordsIn(
    recordsOf(children.map((child) => ({ ...child, leaId: '', cell: '882a9d28e7fffff', home: 0, device: 0 }))),
  ),
];
const read = (records: readonly Buffer[]): Child[] =>
  records.map((record) => ({ student: record.readUInt32BE(24), household: record.readUInt32BE(8) }));
const households = (children: readonly Child[]) => new Set(children.map(({ household }) => household)).size;

const town = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })
  .map((students) => students.map((student) => ({ student, household: Math.floor(student / 2.5) })));

describe('newcomers swapped for leavers', () => {
  it('leave students and households as many as they were, and nobody there twice', () => {
    fc.assert(
      fc.property(town, town, (before, now) => {
        const swap = swapOf(homes(before), homes(now));
        const [leave, come] = [read(swap.leave), read(swap.come)];
        for (const { student } of leave) expect(now.some((child) => child.student === student)).toBe(false);
        for (const { student } of come) expect(before.some((child) => child.student === student)).toBe(false);
        const after = [...before.filter((child) => !leave.some(({ student }) => student === child.student)), ...come];
        expect(after).toHaveLength(before.length);
        expect(new Set(after.map(({ student }) => student)).size).toBe(before.length);
        expect(households(after)).toBe(households(before));
      }),
    );
  });

  it('are all of them where as many came as went, household by household', () => {
    const pairs = (from: number) =>
      Array.from({ length: 10 }, (_, i) => ({ student: from + i, household: (from + i) >> 1 }));
    const swap = swapOf(homes(pairs(0)), homes(pairs(20)));
    expect(read(swap.leave)).toHaveLength(10);
    expect(read(swap.come)).toHaveLength(10);
  });

  it('may be a child that left one household for one that came to another', () => {
    const before = [1, 2, 3, 4].map((student) => ({ student, household: student >> 1 }));
    const now = [
      { student: 2, household: 1 },
      { student: 4, household: 2 },
      { student: 9, household: 2 },
    ];
    const swap = swapOf(homes(before), homes(now));
    expect([...read(swap.leave), ...read(swap.come)].map(({ student }) => student)).toEqual([3, 9]);
  });
});

describe('changes of lands', () => {
  const size = fc.record({ students: fc.integer({ min: 20, max: 90 }), households: fc.integer({ min: 10, max: 40 }) });
  const lands = ['a', 'b', 'c', 'd', 'e', 'f'];
  const floors = { students: 10, households: 5 };

  it('leave every land as it was, or the floors away from all it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(size, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 3, max: 5 }), size), { maxLength: 12 }),
        (releases, list) => {
          const now = new Map(lands.map((land, i) => [land, releases.at(-1)?.[i] ?? { students: 0, households: 0 }]));
          const earlier = new Map(lands.map((land, i) => [land, releases.flatMap((then) => then[i] ?? [])]));
          const changes = list.map(([one, other, { students, households: families }]) => ({
            rank: one % 2,
            parts: [
              { lands: [lands[one] ?? '', lands[other] ?? ''], students: students - 55, households: families - 25 },
            ],
          }));
          const made = changesToMake(changes, now, earlier, floors);
          for (const [i, land] of lands.entries()) {
            const parts = [...made].flatMap((change) => change.parts.filter((part) => part.lands.includes(land)));
            const students = parts.reduce((sum, part) => sum + part.students, now.get(land)?.students ?? 0);
            const families = parts.reduce((sum, part) => sum + part.households, now.get(land)?.households ?? 0);
            const before = releases.at(-1)?.[i];
            if (students === before?.students && families === before.households) continue;
            for (const then of releases) {
              const [more, other] = [students - (then[i]?.students ?? 0), families - (then[i]?.households ?? 0)];
              expect((more === 0 && other === 0) || (Math.abs(more) >= 10 && Math.abs(other) >= 5)).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('are made where they are large enough', () => {
    const change = { rank: 0, parts: [{ lands: ['a'], students: 12, households: 6 }] };
    const now = new Map([['a', { students: 40, households: 20 }]]);
    const earlier = new Map([['a', [{ students: 40, households: 20 }]]]);
    expect(changesToMake([change], now, earlier, floors).size).toBe(1);
    const still = new Map([['a', [...(earlier.get('a') ?? []), { students: 55, households: 30 }]]]);
    expect(changesToMake([change], now, still, floors).size).toBe(0);
  });
});
