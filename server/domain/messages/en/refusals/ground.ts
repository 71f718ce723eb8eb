/** Why a file of roads, water or libraries is not drawn. */
import { wordingIn } from '../../wording.ts';
import { groundKinds } from '../kinds.ts';

const { plural } = wordingIn('en');

export const groundRefusals = {
  'ground.empty': ({ kind, features, leftOut }: { kind: string; features: number; leftOut: readonly string[] }) =>
    [
      `The file holds no ${groundKinds[kind] ?? kind}${features > 0 ? `; ${plural(features, 'feature is', 'features are')} of another geometry` : ''}. Choose another file, --layer, --kind or --state.`,
      ...leftOut.map((why) => `  - left out: ${why}`),
    ].join('\n'),
  'ground.needs-state': 'Say which state the file is of, with --state: 54, WV or "West Virginia".',
  'ground.not-for-this-kind': ({ flags }: { flags: readonly string[] }) =>
    `Roads, water and libraries are drawn and not counted, so they take no ${flags.join(', ')}.`,
  'ground.basemap/missing': ({ path }: { path: string }) =>
    `GAPMAP_BASEMAP names ${path}, which cannot be opened. Write the path of a PMTiles file, or leave it empty.`,
  'ground.basemap/unreadable': ({ path }: { path: string }) =>
    `GAPMAP_BASEMAP names ${path}, which is no PMTiles file of vector tiles or pictures. Write the path of one, or leave it empty.`,
};
export type GroundRefusals = typeof groundRefusals;
