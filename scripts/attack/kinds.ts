import { countStudents, STATISTIC_COUNT } from '../../server/domain/counts.ts';
import { HOME_STATUSES } from '../../server/domain/survey.ts';
import type { CellVerdicts } from '../../server/domain/verdict-cells.ts';

/**
 * Which kinds of student each statistic counts, a kind being a class of cells and an answer about the connection.
 *
 * @param combos one a class
 * @returns by statistic: positions of kinds, `class * HOME_STATUSES.length + status`; none for those about devices
 */
export function kindsIn(combos: readonly number[], verdicts: CellVerdicts): number[][] {
  const statuses = HOME_STATUSES.length;
  const each = Int32Array.from({ length: combos.length * statuses }, (_, kind) => kind);
  const { counts } = countStudents(
    {
      cellOf: each.map((kind) => Math.floor(kind / statuses)),
      homeStatus: each.map((kind) => kind % statuses),
      deviceStatus: each.map(() => 0),
      recordKey: each,
    },
    { combos: verdicts.combos, comboOf: Int32Array.from(combos) },
    each,
    each.length,
  );
  const deviceFrom = STATISTIC_COUNT - DEVICE_STATISTICS;
  return Array.from({ length: STATISTIC_COUNT }, (_, statistic) =>
    statistic < deviceFrom ? [...each].filter((kind) => counts[kind * STATISTIC_COUNT + statistic] === 1) : [],
  );
}

/** The catalog ends with the device statuses and `equip`. */
const DEVICE_STATISTICS = 6;
