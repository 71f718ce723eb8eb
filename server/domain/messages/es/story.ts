import type { StoryMessages } from '../en/story.ts';
import { wordingIn } from '../wording.ts';

const { grouped } = wordingIn('es');

export const story = {
  where: 'Dónde viven',
  proven: 'Las tres son brechas según los informes o la propia familia.',
  thanks: 'Gracias',
  noAsk: 'No hay nada escrito que se pida para este lugar.',
  more: 'Cada número, con cómo se hizo:',
  further: ({ listed, total }) =>
    `Los primeros ${grouped(listed)} de ${grouped(total)} grupos, por orden en el estado.`,
  sources: 'Fuentes',
  legend: 'Qué significan los colores',
  legendAlt: 'Leyenda del mapa',
  plainMap: ({ place }) => `Mapa de ${place}.`,
  stateMap: ({ place, stateName }) => `Mapa de ${stateName}, con el contorno de ${place}.`,
  closer: ({ cluster, place }) => `Mapa de ${place}, más de cerca: el grupo ${cluster}.`,
  handout: ({ place }) => `Hoja para llevar: ${place}`,
  beside: ({ place, other }) => `${place} y ${other}`,
  notes: {
    title: 'Diga quién es y por quién habla. Diga que cada número viene de la publicación nombrada abajo.',
    state:
      'Diga el número una vez, despacio. Luego diga lo que deja fuera: las familias que no respondieron no están en él.',
    where: 'Nombre los lugares como los nombra la gente. Dé tiempo para que cada quien encuentre el suyo en el mapa.',
    why: 'Tres necesidades, tres remedios: donde nada se vende, construir; donde es débil, mejorar; donde se vende, conectar.',
    district: 'Diríjase al miembro de cuyo distrito se trata. Diga el número como está, con su “unos”.',
    beside: 'Diga qué tienen en común antes de decir en qué difieren.',
    ask: 'Diga qué se pide, de qué programa y para cuándo. Luego calle.',
    thanks: 'Deje esto en la pantalla mientras haya preguntas.',
  },
} satisfies StoryMessages;
