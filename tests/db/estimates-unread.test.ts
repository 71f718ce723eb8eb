/** No view's estimates hang on a number that the view cannot read: those are replaced by random ones. */
import { describe, expect, it } from 'vitest';
import { DISTRICTS } from '../support/border-state.ts';
import { borderViews, hexesOf, PLACES, VIEWS, type View } from '../support/border-views.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const { text, patchesOf, reopen } = borderViews(database);

/** Everything one view is given, as bytes. */
async function exported(view: View): Promise<Record<string, string>> {
  const dump: Record<string, string> = {};
  const paths = ['json', 'geojson', 'csv'].map((format) => `/api/v1/patches?limit=1000&format=${format}`);
  paths.push('/api/v1/release', ...PLACES.map(([kind, id]) => `/api/v1/places/${kind}/${id}`));
  for (const { h3, level } of hexesOf(view, await patchesOf(view))) paths.push(`/api/v1/cells/${h3}?level=${level}`);
  for (const path of paths) dump[path] = await text(path, view);
  return dump;
}

/** Puts random numbers in the place of everything in the store that a view cannot read. */
function scramble(view: View): Promise<void> {
  const own = {
    public: "audience <> 'public'",
    provider: "audience not in ('public', 'provider')",
    agency: "audience not in ('public', 'agency')",
    district: "audience <> 'public'",
  }[view];
  const patches =
    view === 'district' ? `(${own}) and not (audience = 'provider' and lea_ids = array['${DISTRICTS[0]}'])` : own;
  const places =
    view === 'district'
      ? `(${own}) and not (audience = 'provider' and kind = 'school_district' and id = '${DISTRICTS[0]}')`
      : own;
  const random = (count: number) =>
    `(select array_agg((random() * 900)::integer) from generate_series(1, ${count} + 0 * t.students))`;
  const combos = view === 'district' ? `(${own}) and audience <> 'provider'` : own;
  return database.deps.db.asOwner(async (tx) => {
    for (const [table, count, where] of [
      ['patches', 12, patches],
      ['hexes', 12, own],
      ['place_totals', 17, places],
      ['totals', 17, own],
    ] as const)
      await tx.run(
        `update published.${table} t
         set students = (random() * 900)::integer + 10, households = 5, counts = ${random(count)}, hidden = repeat('.', ${count})
         where students is not null and ${where}`,
      );
    await tx.run(
      `update published.lands t set weights = (select array_agg((random() * 900)::integer + 1) from unnest(t.weights)), county = '54003'
       where ${patches}`,
    );
    await tx.run(`update published.combos set verdicts = translate(verdicts, 'slupn', 'uslnp') where ${combos}`);
    await tx.run(`update published.place_patches set patches = array[0] where ${own}`);
    await tx.run("update intake.answers set internet_access = random() < 0.5, barrier = null, performance = 'No'");
    await tx.run('update intake.homes set cell = (select min(cell) from intake.homes), household_key = student_key');
    await tx.run('delete from intake.kept_homes');
    if (view !== 'agency')
      await tx.run(
        "update coverage.areas set technology = 10 where filing_id in (select id from coverage.filings where confidentiality = 'agency')",
      );
  });
}

const SCRAMBLED = ['patches', 'hexes', 'place_totals', 'totals', 'lands', 'combos', 'place_patches'];

/** Each view's scrambling begins with the release as it was made. */
async function restore(isFirst: boolean): Promise<void> {
  await database.deps.db.asOwner(async (tx) => {
    if (isFirst) await tx.run('create schema made');
    for (const table of SCRAMBLED) {
      if (isFirst) await tx.run(`create table made.${table} as table published.${table}`);
      await tx.run(`delete from published.${table}`);
      await tx.run(`insert into published.${table} select * from made.${table}`);
    }
  });
  await reopen();
}

describe.each(VIEWS)('what the %s view is given', (view) => {
  it('stays the same to the byte when every number it cannot read changes', async () => {
    await restore(view === VIEWS[0]);
    const before = await exported(view);
    const another = view === 'agency' ? 'provider' : 'agency';
    const others = await text('/api/v1/patches?limit=1000', another);
    await scramble(view);
    await reopen();
    const after = await exported(view);
    for (const [path, bytes] of Object.entries(before)) expect(after[path], path).toBe(bytes);
    expect(await text('/api/v1/patches?limit=1000', another)).not.toBe(others);
  });
});
