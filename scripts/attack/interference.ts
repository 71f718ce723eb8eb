/**
 * Non-interference: what a view is told, estimates with all their decimals, must not move when every number that it cannot
 * read is another. Numbers are shifted in the store and shifted back; nothing else of it changes.
 */
import { shift } from '../stage/changes.ts';
import { DISTRICT, type Stage } from '../stage/stage.ts';
import { levelsOf, type Publication } from './published.ts';
import type { Reader } from './reader.ts';
import type { Tried } from './tried.ts';

/** Answers are compared byte by byte. */
export async function interference(stage: Stage, publications: readonly Publication[], tried: Tried): Promise<void> {
  for (const publication of publications) {
    const { view } = publication;
    const before = await everything(await stage.serve(), publication);
    await shift(stage, view, 1);
    const after = await everything(await stage.serve(), publication);
    await shift(stage, view, -1);
    for (const [path, answer] of before)
      tried.expect(after.get(path)?.equals(answer) === true, `${path} as ${view} moves with what it cannot read`);
  }
}

/** Answers by address: everything with estimates that the view may ask for. */
async function everything(
  reader: Reader,
  { view, releaseId, patches, rows }: Publication,
): Promise<Map<string, Buffer>> {
  const query = `release=${releaseId}&statistics=all`;
  const paths = [`/api/v1/release?${query}`, `/api/v1/places/school_district/${DISTRICT}?${query}`];
  for (let cursor = 0; cursor < patches.length; cursor += 1000) {
    const at = cursor === 0 ? '' : `&cursor=${Buffer.from(`p${cursor}`).toString('base64url')}`;
    for (const format of ['json', 'csv', 'geojson'])
      paths.push(`/api/v1/patches?${query}&limit=1000&format=${format}${at}`);
  }
  for (const { name } of rows)
    if (name.startsWith('county ')) paths.push(`/api/v1/places/${name.replace(' ', '/')}?${query}`);
  const [coarsest] = view === 'district' ? [] : levelsOf(view, patches);
  for (const tile of coarsest?.tiles ?? [])
    for (const format of ['mvt', 'arrow']) paths.push(`/tiles/${releaseId}/hexes/${tile}.${format}`);
  const answers = new Map<string, Buffer>();
  for (const path of paths) answers.set(path, Buffer.from(await reader.bytes(path, view)));
  return answers;
}
