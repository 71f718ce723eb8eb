/** Totals ever published, by land. */
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import type { Size } from './home-record.ts';

/** By land key. @param beginning prefix of the keys; nothing = all */
export async function totalsKept(reader: Reader, stateFips: string, beginning = ''): Promise<Map<string, Size[]>> {
  const lands = await reader.rows<{ land: string; students: number[]; households: number[] }>(
    `-- one row: all totals of a land
     select land, array_agg(students) as students, array_agg(households) as households
     from intake.kept_totals
     where state_fips = $1
       and starts_with(land, $2)
     group by land`,
    [stateFips, beginning],
  );
  const sizes = lands.map(({ land, students, households }): [string, Size[]] => [
    land,
    students.map((count, i) => ({ students: count, households: households[i] ?? 0 })),
  ]);
  return new Map(sizes);
}

export async function keepTotals(tx: Tx, stateFips: string, totals: ReadonlyMap<string, Size>): Promise<void> {
  const sizes = [...totals.values()];
  await tx.run(
    `insert into intake.kept_totals (state_fips, land, students, households)
     select $1, * from unnest($2::text[], $3::integer[], $4::integer[])
     on conflict do nothing`,
    [stateFips, [...totals.keys()], sizes.map(({ students }) => students), sizes.map(({ households }) => households)],
  );
}
