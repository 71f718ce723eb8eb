import { type Static, Type } from 'typebox';
import { DRAWN_KINDS } from './kinds.ts';

export const Ground = Type.Object({
  tiles: Type.Union([Type.String(), Type.Null()], {
    description: 'Address of its vector tiles, with {z}, {x} and {y}; null where none is loaded.',
  }),
  maxZoom: Type.Integer({ description: 'Closest zoom with tiles of its own.' }),
  kinds: Type.Array(
    Type.Object({
      kind: Type.Enum(DRAWN_KINDS, {
        description: 'Name of its layer in the tiles; features have `rank`, 1 to 3, and mostly `name`.',
      }),
      features: Type.Integer(),
      illustrative: Type.Boolean({ description: 'True where it was made up for the demo.' }),
    }),
  ),
  basemap: Type.Union(
    [
      Type.Object({
        tiles: Type.String(),
        encoding: Type.Enum(['vector', 'picture']),
        minZoom: Type.Integer(),
        maxZoom: Type.Integer(),
        layers: Type.Array(Type.String(), { description: 'Of vector tiles.' }),
        attribution: Type.String(),
      }),
      Type.Null(),
    ],
    { description: 'The basemap of whoever runs this instance (GAPMAP_BASEMAP).' },
  ),
});
export type Ground = Static<typeof Ground>;
