import type { SegmentMessages } from '../../en/map/segments.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('es');

export const segments = {
  title: ({ students }) => `${agree(students, 'El', 'Los')} ${plural(students, 'estudiante', 'estudiantes')}`,
  standings: {
    proven: 'Una brecha, según los informes o la propia familia',
    unclear: 'Dudoso: todavía no es una brecha',
    unasked: 'Sin preguntar o sin respuesta: no se sabe si hay brecha',
    connected: 'Sin brecha, según la propia familia',
  },
  connected: 'Conectados',
  connectedMeaning: 'la familia dice que está bien conectada',
  together: ({ amount }) => `Juntos, ${amount}.`,
  togetherAtLeast: ({ amount }) => `Juntos, al menos ${amount}.`,
  byPublicFilings:
    'Estos grupos se cuentan hexágono por hexágono, según los informes públicos en toda vista. Un número por proporción de ubicaciones es una estimación, y por eso difiere.',
  exact: 'Juntos son todos los estudiantes.',
  about: ({ sum, students }) =>
    `Juntos son ${grouped(sum)}, de ${grouped(students)}: cada número está redondeado o lleva un pequeño ruido que los protege.`,
  hidden: ({ students }) =>
    `Unos ${plural(students, 'estudiante está', 'estudiantes están')} en lo que se oculta: rayado en la barra.`,
} satisfies SegmentMessages;
