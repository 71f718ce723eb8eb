import type { GroundRefusals } from '../../en/refusals/ground.ts';
import { wordingIn } from '../../wording.ts';
import { groundKinds } from '../kinds.ts';

const { plural } = wordingIn('es');

export const groundRefusals = {
  'ground.empty': ({ kind, features, leftOut }) =>
    [
      `El archivo no contiene ${groundKinds[kind] ?? kind}${features > 0 ? `; ${plural(features, 'elemento es', 'elementos son')} de otra geometría` : ''}. Elija otro archivo, --layer, --kind o --state.`,
      ...leftOut.map((why) => `  - omitido: ${why}`),
    ].join('\n'),
  'ground.needs-state': 'Indique de qué estado es el archivo, con --state: 54, WV o "West Virginia".',
  'ground.not-for-this-kind': ({ flags }) =>
    `Las carreteras, el agua y las bibliotecas se dibujan y no se cuentan, por lo que no admiten ${flags.join(', ')}.`,
  'ground.basemap/missing': ({ path }) =>
    `GAPMAP_BASEMAP nombra ${path}, que no se puede abrir. Escriba la ruta de un archivo PMTiles, o déjelo vacío.`,
  'ground.basemap/unreadable': ({ path }) =>
    `GAPMAP_BASEMAP nombra ${path}, que no es un archivo PMTiles de teselas vectoriales o imágenes. Escriba la ruta de uno, o déjelo vacío.`,
} satisfies GroundRefusals;
