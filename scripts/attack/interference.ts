/**
 * Non-interference: what a view is told, estimates with all their decimals, must not move when every number that it cannot
 * read is another. Numbers are shifted in the store and shifted back; nothing else of it changes.
 */

import { DISTRICT, type Stage } from '../stage/stage.ts';
import { drawnAt, type Publication, tilesOf } from './published.ts';
import type { Reader, View } from './reader.ts';

export interface Interference {
  /** Answers compared, byte by byte. */
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Rows that a view cannot read, by table of `published`. */
const UNREAD: Readonly<Record<View, (table: string) => string>> = {
  public: () => "audience <> 'public'",
  provider: () => "audience <> 'provider'",
  agency: () => "audience <> 'agency'",
  district: (table) =>
    table === 'patches' || table === 'lands'
      ? `audience = 'agency' or (audience = 'provider' and lea_ids <> array['${DISTRICT}'])`
      : `audience = 'agency' or (audience = 'provider'${table === 'place_totals' ? ` and id <> '${DISTRICT}'` : ''})`,
};
const NUMBERS = [
  ['patches', 'counts'],
  ['hexes', 'counts'],
  ['place_totals', 'counts'],
  ['totals', 'counts'],
  ['lands', 'weights'],
] as const;

export async function interference(stage: Stage, publications: Record<View, Publication>): Promise<Interference> {
  const differences: string[] = [];
  let compared = 0;
  for (const view of ['public', 'provider', 'agency', 'district'] as const) {
    const before = await everything(await stage.serve(), publications[view]);
    await shift(stage, view, 1);
    const after = await everything(await stage.serve(), publications[view]);
    await shift(stage, view, -1);
    for (const [path, text] of before) {
      compared++;
      if (after.get(path) !== text) differences.push(`${path} as ${view} moves with what it cannot read`);
    }
  }
  return { compared, differences };
}

async function shift(stage: Stage, view: View, way: 1 | -1): Promise<void> {
  for (const [table, column] of NUMBERS)
    await stage.sql(
      `update published.${table}
       set ${column} = (
         select array_agg(number + $1::integer * (11 + (at * at * 7) % 90)::integer order by at)
         from unnest(${column}) with ordinality as numbered (number, at)
       )
       where ${UNREAD[view](table)}`,
      way,
    );
  await stage.sql('update intake.answers set internet_access = not internet_access');
}

/** Answers by address: everything with estimates that the view may ask for. */
async function everything(
  reader: Reader,
  { view, releaseId, patches, places }: Publication,
): Promise<Map<string, string>> {
  const query = `release=${releaseId}&statistics=all`;
  const paths = [`/api/v1/release?${query}`];
  for (let cursor = 0; cursor < patches.length; cursor += 1000) {
    const at = cursor === 0 ? '' : `&cursor=${Buffer.from(`p${cursor}`).toString('base64url')}`;
    for (const format of ['json', 'csv', 'geojson'])
      paths.push(`/api/v1/patches?${query}&limit=1000&format=${format}${at}`);
  }
  paths.push(`/api/v1/places/school_district/${DISTRICT}?${query}`);
  for (const { name } of places)
    if (name.startsWith('county ')) paths.push(`/api/v1/places/${name.replace(' ', '/')}?${query}`);
  if (view !== 'district')
    for (const tile of tilesOf([...drawnAt(patches, 5).keys()], 6))
      for (const format of ['mvt', 'arrow']) paths.push(`/tiles/${releaseId}/hexes/6/${tile}.${format}`);
  const answers = new Map<string, string>();
  for (const path of paths) answers.set(path, Buffer.from(await reader.bytes(path, view)).toString('latin1'));
  return answers;
}
