/** The smallest town with numbers of its own, in students: a setting that only rises. */
import type { Reader } from '../../platform/reader.ts';
import { releaseErrors } from './errors.ts';

/** Numbers of a smaller town would reveal much of the patches around it. */
export const FEWEST_TOWN_STUDENTS = 1000;

/**
 * @param asked left out: as in the state's releases so far
 * @throws Refusal when it is under this minimum, or lower than in an earlier release of the state
 */
export async function townStudentsFor(reader: Reader, stateFips: string, asked: number | undefined): Promise<number> {
  const { most } = await reader.one<{ most: number }>(
    `select coalesce(max(town_students), $2::integer) as most
     from published.releases
     where state_fips = $1`,
    [stateFips, FEWEST_TOWN_STUDENTS],
  );
  if (asked === undefined) return most;
  if (!Number.isInteger(asked) || asked < FEWEST_TOWN_STUDENTS) throw releaseErrors.townStudents(FEWEST_TOWN_STUDENTS);
  if (asked < most) throw releaseErrors.townStudentsLowered(asked, most);
  return asked;
}
