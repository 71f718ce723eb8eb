/** Releases one after the other as the database keeps them, in memory: what was kept, and what each published. */
import { partition } from '../../../server/domain/partition.ts';
import type { Floors } from '../../../server/domain/patch.ts';
import { cellOf, recordsIn } from '../../../server/features/intake/home-record.ts';
import type { DistrictHomes, KeptArea, KeptHomes } from '../../../server/features/intake/homes.ts';
import { landsOf, ownLand } from '../../../server/features/intake/lands.ts';
import { settle } from '../../../server/features/intake/settle.ts';

export interface PublishedPatch {
  readonly area: number;
  readonly cell: bigint;
  readonly resolution: number;
  readonly leaIds: readonly string[];
  readonly students: number;
  readonly households: number;
  /** Status by student. */
  readonly home: ReadonlyMap<number, number>;
  readonly device: ReadonlyMap<number, number>;
  readonly homeVersion: number;
  readonly deviceVersion: number;
}

export class Releases {
  readonly published: PublishedPatch[][] = [];
  #areas: KeptArea[] = [];
  #homes: KeptHomes[] = [];
  readonly #totals = new Map<string, { students: number; households: number }[]>();
  #ids = 0;

  make(sent: readonly DistrictHomes[], floors: Floors): PublishedPatch[] {
    const kept = { areas: this.#areas, homes: this.#homes, totals: this.#totals };
    const { districts, areas, dissolved } = settle(sent, kept, floors);
    const homes = districts.flatMap(({ leaId, records, areaOf }, lea) =>
      [...recordsIn(records)].map((record, i) => ({ leaId, lea, record, area: areaOf[i] ?? -1 })),
    );
    const households = homes.map(({ record }) => record.readUInt32BE(8));
    const { patches, patchOf } = partition(
      {
        district: homes.map(({ lea }) => lea),
        cellOf: homes.map((_, i) => i),
        household: households,
        cells: homes.map(({ record }) => cellOf(record)),
        areaOf: homes.map(({ area }) => area),
        areas,
      },
      { finest: 8, floors },
    );
    const number = this.published.length + 1;
    const now = patches.map((patch, i): PublishedPatch => {
      const own = homes.filter((_, home) => patchOf[home] === i);
      const area = own[0]?.area ?? -1;
      const { homeVersion, deviceVersion } = areas.get(area) ?? { homeVersion: 0, deviceVersion: 0 };
      const statuses = (at: number) => new Map(own.map(({ record }) => [record.readUInt32BE(24), record[at] ?? -1]));
      return {
        area: area < 0 ? ++this.#ids : area,
        cell: patch.cell,
        resolution: patch.resolution,
        leaIds: patch.districts.map((lea) => districts[lea]?.leaId ?? ''),
        students: own.length,
        households: new Set(own.map(({ record }) => record.readUInt32BE(8))).size,
        home: statuses(40),
        device: statuses(41),
        homeVersion: homeVersion || number,
        deviceVersion: deviceVersion || number,
      };
    });
    this.#keep(
      now,
      districts.map(({ leaId }) => leaId),
      dissolved,
      homes,
      patchOf,
    );
    this.published.push(now);
    return now;
  }

  /** As when the last homes of a district are deleted. */
  forget(leaId: string): void {
    this.#homes = this.#homes.filter((homes) => homes.leaId !== leaId);
  }

  #keep(
    now: readonly PublishedPatch[],
    leaIds: readonly string[],
    dissolved: readonly number[],
    homes: readonly { leaId: string; record: Buffer }[],
    patchOf: Int32Array,
  ): void {
    const gone = new Set([...dissolved, ...now.map(({ area }) => area)]);
    const areas = now.map((patch) => ({ ...patch, places: [] }));
    this.#areas = [...this.#areas.filter(({ area }) => !gone.has(area)), ...areas];
    this.#homes = this.#homes.filter(({ area, leaId }) => !gone.has(area) && !leaIds.includes(leaId));
    for (const [patch, { area }] of now.entries()) {
      const own = homes.filter((_, home) => patchOf[home] === patch);
      for (const [leaId, some] of Map.groupBy(own, (home) => home.leaId))
        this.#homes.push({ area, leaId, records: Buffer.concat(some.map(({ record }) => record)) });
    }
    const totals = new Map<string, { students: number; households: number }>();
    const lands = landsOf(areas);
    for (const [i, { area, students, households }] of now.entries())
      for (const land of [ownLand(area), ...(lands[i] ?? [])]) {
        const sum = totals.get(land) ?? { students: 0, households: 0 };
        totals.set(land, { students: sum.students + students, households: sum.households + households });
      }
    for (const [land, total] of totals) this.#totals.set(land, [...(this.#totals.get(land) ?? []), total]);
  }
}
