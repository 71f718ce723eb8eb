import type { TableMessages } from '../en/table.ts';
import { wordingIn } from '../wording.ts';
import { fromServed } from './map/ranking.ts';

const { agree, grouped, plural, wholePercent } = wordingIn('es');

export const table = {
  backToMap: 'Volver al mapa',
  onTheMap: 'En el mapa',
  show: 'Mostrar',
  count: ({ count }) => grouped(count),
  clusters: {
    unserved: 'Grupos sin servicio',
    underserved: 'Grupos sin 100/20',
    failed: ({ message }) => `Los grupos no llegaron. ${message}`,
    coming: 'Los grupos están en camino.',
    explained:
      'Estimación: estudiantes sin servicio, por proporción de ubicaciones. Por entero dentro: estudiantes de las áreas publicadas que quedan enteras en el grupo.',
    restOnFilings: ({ why }) => `Los grupos se basan en informes: ${why}.`,
    none: 'No hay grupos para esta selección.',
    showOne: ({ name }) => `Mostrar ${name} en el mapa`,
    signedTitle: 'Firmados: no cuentan como sin servicio',
    signedNote: ({ count }) =>
      `Algún proveedor firmó dar servicio por entero a ${agree(count, 'este grupo', `estos ${grouped(count)} grupos`)}. ${agree(count, 'Vuelve', 'Cada uno vuelve')} a la lista si el compromiso fracasa. El archivo CSV contiene todos los grupos de la publicación.`,
    signed: 'Firmado',
    confirmed: 'Confirmado',
    noneConfirmed: 'aún no',
    share: ({ percent }) => wholePercent(percent / 100),
    download: 'Descargar los grupos (CSV)',
    rank: 'Puesto',
    cluster: 'Grupo',
    estimated: 'Estimación',
    inside: 'Por entero dentro',
    squareMiles: 'Millas cuadradas',
    counties: 'Condados',
    nearest: 'Servicio más cercano',
    near: ({ provider, technologyName, miles }) => `${provider}, ${technologyName}, ${fromServed(miles)}`,
    noneNear: 'no se encontró',
  },
  hexes: {
    title: 'Hexágonos a la vista',
    coming: 'Los hexágonos están en camino.',
    first: ({ listed, hexes }) =>
      `Los primeros ${grouped(listed)} de ${plural(hexes, 'hexágono', 'hexágonos')} a la vista. Mueva el mapa o cambie su escala para ver otros.`,
    all: ({ hexes }) => `${plural(hexes, 'hexágono', 'hexágonos')} a la vista.`,
    none: 'No hay hexágonos a la vista. Mueva el mapa sobre el estado.',
    showOne: ({ nearby }) => `Mostrar en el mapa el hexágono ${nearby}`,
    hex: 'Hexágono',
    byShare: 'En estas columnas, todo menos equipar son estimaciones por proporción de ubicaciones.',
    students: 'Estudiantes',
    disputed: 'En disputa',
    locations: 'Ubicaciones',
    served: 'Ubicaciones con servicio',
    offers: 'Ofertas',
  },
} satisfies TableMessages;
