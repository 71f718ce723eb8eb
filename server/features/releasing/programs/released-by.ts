/** What a release published, in the form that later releases need. */
import { listAt } from '../../../domain/lists.ts';
import { COUNTED_EACH } from '../../../domain/protect/programs/answers.ts';
import { ASKED } from './older-sets.ts';
import type { KeptPatch, ReleaseToProve } from './release-input.ts';
import { type Released, type ReleasedQuestion, type ReleasedTable, readingOf } from './released.ts';

/**
 * @param areas by patch its area, with the versions that now include this release's id
 * @param codes as published, in the order of the release's sets
 */
export function releasedBy(release: ReleaseToProve, areas: readonly KeptPatch[], codes: ArrayLike<number>): Released {
  const { sets, made, homes } = release;
  const [reading, sorts] = readingOf(homes.cells, homes.sort);
  const questions: ReleasedQuestion[] = [];
  for (let set = 0; set < sets.count; set++) {
    const shownTo = sets.shownTo[set] as number;
    if (shownTo === 0) continue;
    const members = [...listAt(sets.members, set)]
      .map((patch) => areas[patch] as KeptPatch)
      .sort((a, b) => a.area - b.area);
    for (const about of ['home', 'device', 'lever'] as const) {
      if (about === 'lever' && sets.hasLevers[set] === 0) continue;
      const positions = ASKED[about].map((statistic) => set * COUNTED_EACH + statistic);
      questions.push({
        about,
        areas: members.map(({ area }) => area),
        versions: members.map(({ homeVersion, deviceVersion }) => (about === 'device' ? deviceVersion : homeVersion)),
        reading: about === 'lever' ? reading : null,
        shownTo,
        floor: release.floor,
        codes: positions.map((position) => codes[position] as number),
        decoys: positions.map((position) => made.isDecoy[position] as number),
      });
    }
  }
  return { tables: tablesOf(release, areas), questions, readings: new Map([[reading, sorts]]) };
}

function tablesOf({ homes, leaIds }: ReleaseToProve, areas: readonly KeptPatch[]): ReleasedTable[] {
  const tables = new Map<string, { table: ReleasedTable; entries: Map<string, number> }>();
  for (const [home, patch] of homes.patchOf.entries()) {
    const { area, homeVersion, deviceVersion } = areas[patch] as KeptPatch;
    const given = [
      { about: 'home', version: homeVersion, answer: homes.homeStatus[home] as number },
      { about: 'device', version: deviceVersion, answer: homes.deviceStatus[home] as number },
    ] as const;
    for (const { about, version, answer } of given) {
      const known = tables.get(`${area} ${about}`) ?? {
        table: { area, about, version, leaIds: [], cells: [], answers: [], students: [] },
        entries: new Map(),
      };
      tables.set(`${area} ${about}`, known);
      const entry = `${leaIds[homes.district[home] as number]} ${homes.cells[home]} ${answer}`;
      known.entries.set(entry, (known.entries.get(entry) ?? 0) + 1);
    }
  }
  return [...tables.values()].map(({ table, entries }) => {
    const split = [...entries.keys()].map((entry) => entry.split(' '));
    return {
      ...table,
      leaIds: split.map(([leaId = '']) => leaId),
      cells: split.map(([, cell = '0']) => BigInt(cell)),
      answers: split.map(([, , answer]) => Number(answer)),
      students: [...entries.values()],
    };
  });
}
