import type { RankingMessages } from '../../en/map/ranking.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, decimal, plural } = wordingIn('es');

export function fromServed(miles: number): string {
  if (miles <= 0.7) return 'a cerca de media milla o menos de viviendas con servicio';
  const halves = Math.round(2 * miles) / 2;
  const about = miles < 3 ? decimal(halves, Number.isInteger(halves) ? 0 : 1) : grouped(Math.round(miles));
  return `a ${about === '1' ? 'cerca de 1 milla' : `unas ${about} millas`} de viviendas con servicio`;
}

export const ranking = {
  fromServed: ({ miles }) => fromServed(miles),
  title: 'En orden de',
  presets: {
    balanced: 'un equilibrio de los cuatro',
    most: 'más estudiantes',
    reach: 'más fácil de alcanzar desde una línea',
    need: 'necesidad, según las familias',
  },
  own: 'mis propios pesos',
  which: 'Qué va primero',
  nowFirst: ({ name }) => `Con estos pesos, ${name} va primero.`,
  weigh: 'Cambiar los pesos',
  weighLead: 'Cuánto cuenta cada parte, de 0 a 100. El enlace a esta página los guarda.',
  parts: {
    estimated: 'Estudiantes sin servicio',
    densityPerKm2: 'Qué tan juntos viven',
    distanceKm: 'Qué tan cerca hay viviendas con servicio',
    needShare: 'Cuántas familias nombran una necesidad',
  },
  inPlace: ({ clusterCount, place }) =>
    `En ${place} hay ${plural(clusterCount, 'grupo', 'grupos')}, en orden entre sí.`,
  noneInPlace: ({ place }) => `En ${place} no hay ningún grupo.`,
  notOfLand:
    'Esta lista sigue siendo la de lugares sin servicio: quién necesita un aparato, o no respondió, no está en ningún informe. Los hexágonos y las partes muestran eso.',
} satisfies RankingMessages;
