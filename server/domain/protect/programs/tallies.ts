/** Counts students by patch, district, kind of home and answer. */
import { ANSWERS, DEVICE_ANSWERS, HOME_ANSWERS } from './answers.ts';
import type { HomesTold, ProgramsInput } from './input.ts';

export function talliesOf(homes: HomesTold): Pick<ProgramsInput, 'students' | 'isGiven'> {
  const isGiven = new Uint8Array(HOME_ANSWERS * DEVICE_ANSWERS);
  const rows = new Map<string, Int32Array>();
  for (let home = 0; home < homes.patchOf.length; home++) {
    const key = `${homes.patchOf[home]} ${homes.district[home]} ${homes.kind[home]}`;
    const answers = rows.get(key) ?? new Int32Array(ANSWERS);
    rows.set(key, answers);
    const [status, device] = [homes.homeStatus[home] as number, homes.deviceStatus[home] as number];
    isGiven[status * DEVICE_ANSWERS + device] = 1;
    for (const answer of [status, HOME_ANSWERS + device]) answers[answer] = (answers[answer] as number) + 1;
  }
  const given = [...rows].flatMap(([key, answers]) => {
    const [patch = 0, district = 0, kind = 0] = key.split(' ').map(Number);
    return [...answers.entries()].flatMap(([answer, students]) =>
      students > 0 ? [{ patch, district, kind, answer, students }] : [],
    );
  });
  return {
    isGiven,
    students: {
      patch: Int32Array.from(given, (row) => row.patch),
      district: Int32Array.from(given, (row) => row.district),
      kind: Int32Array.from(given, (row) => row.kind),
      answer: Uint8Array.from(given, (row) => row.answer),
      students: Int32Array.from(given, (row) => row.students),
    },
  };
}
