/** Averaging: the same question again, in other words and in other order, and the same homes released once more. */
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AUDIENCES } from '../../server/domain/audience.ts';
import { STATISTIC_KEYS } from '../../server/domain/statistic.ts';
import { importHomes } from '../../server/features/intake/index.ts';
import { createRelease } from '../../server/features/releases/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { type Comparison, comparePublications } from './compare.ts';
import { type Publication, rowOf, statisticsTold } from './published.ts';
import { COLLECTION, FCC_AS_OF, type Stage } from './stage.ts';

type PatchJson = Parameters<typeof rowOf>[2] & { h3: string; rest: boolean; leaIds: string[] };

/** Pages of other sizes, statistics in other order, again and again: an average would need answers that differ. */
export async function askAgain({ reader }: Stage, publication: Publication): Promise<Comparison> {
  const { audience, releaseId, patches, state } = publication;
  const known = new Map(patches.map((patch) => [patch.name, patch]));
  const told = [...(await statisticsTold(reader, publication))];
  const reversed = told.toReversed().join();
  const differences: string[] = [];
  let compared = 0;
  for (const limit of [7, 90, 1000]) {
    const { patches: page } = await reader.json<{ patches: PatchJson[] }>(
      `/api/v1/patches?release=${releaseId}&audience=${audience}&limit=${limit}&statistics=${reversed}`,
      audience,
    );
    for (const { h3, rest, leaIds, ...counts } of page) {
      const name = `${h3} ${rest} ${leaIds.join()}`;
      const { looks } = rowOf('patch', name, counts);
      for (const [statistic, look] of looks.entries()) {
        compared++;
        if (look !== known.get(name)?.looks[statistic]) differences.push(`${STATISTIC_KEYS[statistic]} of ${name}`);
      }
    }
  }
  for (const statistic of told.filter((_, i) => i % 10 === 0)) {
    const { totals } = await reader.json<{ totals: Parameters<typeof rowOf>[2] }>(
      `/api/v1/release?release=${releaseId}&audience=${audience}&statistics=${statistic}`,
      audience,
    );
    const position = STATISTIC_KEYS.indexOf(statistic);
    compared++;
    if (rowOf('state', '', totals).looks[position] !== state.looks[position])
      differences.push(`${statistic} of the state`);
  }
  return { compared, differences };
}

/** The same homes in files written backwards, taken in anew and released again. */
export async function rebuild(
  stage: Stage,
  before: Awaited<ReturnType<Stage['publications']>>,
  scratch: string,
): Promise<Comparison> {
  const folder = join(scratch, 'backwards');
  mkdirSync(folder, { recursive: true });
  for (const path of stage.homeFiles) {
    const [header, ...lines] = (await text(createReadStream(path))).trimEnd().split('\n');
    writeFileSync(join(folder, basename(path)), `${[header, ...lines.reverse()].join('\n')}\n`);
  }
  await importHomes(stage.deps, { paths: [folder], collection: COLLECTION, synthetic: true }, silentProgress);
  await createRelease(stage.deps, { name: 'Rebuilt', collection: COLLECTION, fccAsOf: FCC_AS_OF });
  const after = await stage.publications({ withPlaces: false });
  const compared = AUDIENCES.map((audience) => comparePublications(before[audience], after[audience]));
  return {
    compared: compared.reduce((sum, one) => sum + one.compared, 0),
    differences: compared.flatMap(({ differences }) => differences),
  };
}
