import type { tileRefusals as English } from '../../en/refusals/tiles.ts';
import { wordingIn } from '../../wording.ts';

const { list } = wordingIn('es');

export const tileRefusals = {
  'tile.not-an-address': 'La dirección de una tesela es /tiles/{release}/{layer}/{z}/{x}/{y}, en números enteros.',
  'tile.outside': ({ maxZoom }) => `No hay tal tesela: el acercamiento va de 0 a ${maxZoom}; x e y, de 0 a 2^zoom - 1.`,
  'tile.no-such-layer': ({ layers }) => `No hay tal capa. Las capas son ${layers.join(', ')}.`,
  'tile.no-cell-tiles': ({ layers }) => `Solo ${list(layers)} vienen como .arrow; pida .mvt.`,
  'tile.signal': 'una señal',
  'tile.tippecanoe': ({ program, ended }) =>
    `${program} no pudo recortar los contornos (terminó con ${ended}), así que no se escribió ningún archivo. ¿Hay espacio en el disco?`,
} satisfies typeof English;
