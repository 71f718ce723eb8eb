import { tierName } from '../../../speed.ts';
import type { StageMessages } from '../../en/map/stage.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree, list } = wordingIn('es');

export const stage = {
  skipToList: 'Ir a la lista por prioridad',
  map: 'Mapa',
  table: 'Tabla',
  tableComing: 'La tabla está en camino.',
  panel: 'Lo que dice el mapa',
  moreMap: 'Más mapa',
  moreWords: 'Más texto',
  viewFor: {
    public: 'Vista para: el público',
    agency: 'Vista para: la agencia',
    provider: 'Vista para: el proveedor',
    district: 'Vista para: el distrito',
  },
  keys: 'Las flechas van de hexágono en hexágono, Inicio salta al más oscuro a la vista, Intro abre uno, Escape lo cierra, más y menos acercan y alejan, T muestra la tabla.',
  mapOf: ({ stateNames }) => `Mapa de ${list(stateNames)}`,
  drawing: ({ stateNames }) => `Dibujando el mapa de ${list(stateNames)}.`,
  asking: 'Pidiendo la publicación actual.',
  cannotDraw: 'Este navegador no puede dibujar el mapa',
  needsWebGl: 'Necesita WebGL 2. La lista y la tabla dicen lo mismo.',
  locator: ({ stateNames }) => `Dónde está el mapa en ${list(stateNames)}`,
  coming: ({ arrived, tiles }) =>
    `Los hexágonos están en camino, ${grouped(arrived)} de ${plural(tiles, 'parte', 'partes')}.`,
  finerComing: ({ arrived, tiles }) =>
    `Hexágonos más finos están en camino, ${grouped(arrived)} de ${plural(tiles, 'parte', 'partes')}.`,
  partsFailed: ({ failed, tiles }) =>
    `${agree(failed, 'No llegó', 'No llegaron')} ${grouped(failed)} de ${plural(tiles, 'parte', 'partes')} del mapa.`,
  nobodyHere: 'No vive ningún estudiante en la vista. Aleje el mapa o busque un lugar.',
  noFurther: 'No hay más hexágonos en esta dirección.',
  hex: {
    coverage: ({ served, locations, tier }) =>
      `En ${served} de ${plural(locations, 'ubicación', 'ubicaciones')} se informa de ${tierName(tier)}.`,
    students: ({ students, said }) => `${plural(students, 'estudiante', 'estudiantes')}. ${said}.`,
    rest: ({ students, said }) =>
      `${plural(students, 'estudiante', 'estudiantes')} fuera de los hexágonos más finos. ${said}.`,
    spoken: ({ said, nearby }) => (nearby === undefined ? said : `${said} Está ${nearby}.`),
    disputed: ({ amount }) => `En disputa: ${amount}`,
    measure: ({ name, amount }) => `${name}: ${amount}`,
    everyGap: ({ amount }) => `Todas las brechas: ${amount}`,
  },
} satisfies StageMessages;
