import type { Filer } from '../../../verdict.ts';
import type { CardMessages } from '../../en/map/cards.ts';
import { wordingIn } from '../../wording.ts';
import { fromServed } from './ranking.ts';

const { grouped, plural, agree, decimal, wholePercent } = wordingIn('es');

const LACKING: Readonly<Record<'unserved' | 'underserved', string>> = {
  unserved: 'no puede contratar ni siquiera 25/3',
  underserved: 'no puede contratar 100/20',
};

const filerName = (filer: Filer, commission: string) => (filer === 'fcc' ? 'la FCC' : `la ${commission}`);

const rounded = (value: number) => grouped(value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

const area = (squareMiles: number) =>
  `${squareMiles < 10 ? decimal(squareMiles, 1) : grouped(Math.round(squareMiles))} millas cuadradas`;

const people = (students: number, households: number) =>
  [plural(students, 'estudiante', 'estudiantes'), plural(households, 'hogar', 'hogares')] as const;

export const cards = {
  selected: 'Selección',
  close: 'Cerrar',
  hex: {
    name: 'Hexágono',
    title: 'Un hexágono',
    titleIn: ({ place }) => `Un hexágono en ${place}`,
    failed: 'Este hexágono no llegó',
    coming: 'Buscando lo que hay ahí.',
    whoSays: ({ speed }) => `Quién dice qué, a ${speed}`,
    sources: ({ source, commission }) =>
      ({ fcc: 'FCC', puc: `Estado (${commission})`, agreed: 'Ambos juntos' })[source],
    disputed: 'En disputa.',
    inPlaces: ({ names }) => `En ${names.join(', ')}.`,
    families: ({ collection }) => `Respuestas de las familias, ${collection}`,
    release: ({ release }) => `Publicación “${release}”`,
    according: ({ pieces, cell }) => `${pieces.join('. ')}. Hexágono ${cell}.`,
    noNumber:
      'No se publica ningún número solo para este hexágono: viven en él muy pocos estudiantes. Un hexágono mayor los cuenta.',
    outside: ({ state }) =>
      `El centro de este hexágono queda fuera de ${state}. Los estudiantes y los informes de ${state} no dicen nada de él.`,
    students: ({ students, households }) => {
      const [some, homes] = people(students, households);
      return `<strong>${some}</strong> en ${homes}.`;
    },
    studentsOfRest: ({ students, households }) => {
      const [some, homes] = people(students, households);
      return `<strong>${some}</strong> en ${homes}, los que no están en los hexágonos más finos de su interior.`;
    },
    needs: 'Lo que les haría falta',
    paid: ({ percent }) =>
      `Cerca del ${wholePercent(percent / 100)} de sus ubicaciones está en terrenos donde ya se paga a alguien para construir. El mapa no cuenta esa parte en lo que hay por construir.`,
    paidCounted: ({ percent }) =>
      `Cerca del ${wholePercent(percent / 100)} de sus ubicaciones está en terrenos donde ya se paga a alguien para construir. El mapa las cuenta.`,
  },
  offers: {
    title: 'Qué se puede contratar',
    none: 'Ningún proveedor informa de servicio aquí.',
    unknown: 'Ningún informe lo dice.',
    label: 'Ofertas según los informes de la FCC',
    caption: 'Según los informes de la FCC',
    captionOf: ({ locations }) => `Según los informes de la FCC, de ${plural(locations, 'ubicación', 'ubicaciones')}`,
    provider: 'Proveedor',
    upTo: 'Hasta',
    reached: ({ speed }) => `${speed} en`,
    area: ({ provider, technologyName, speeds, share }) =>
      `${provider}, ${technologyName}, ${speeds}: el informe del estado cubre ${wholePercent(share)} del hexágono`,
  },
  cluster: {
    name: 'Grupo',
    title: 'Un grupo',
    ranked: ({ rank }) => `Grupo ${grouped(rank)}`,
    previous: 'Anterior',
    next: 'Siguiente',
    showWhole: 'Verlo entero',
    cost: 'Cuánto costaría',
    unknown: 'Esta selección no tiene tal grupo',
    restOnFilings: ({ why }) => `Los grupos se basan en informes, y ${why}.`,
    coming: 'Buscándolo.',
    lacking: ({ squareMiles, lacking }) =>
      `estudiantes en ${area(squareMiles)} viven donde la mayoría ${LACKING[lacking]}, por proporción de ubicaciones.`,
    noneInside: 'Ningún área de la que se publican números está entera dentro.',
    inside: ({ patches, students, households }) => {
      const [some, homes] = people(students, households);
      return `${agree(patches, 'Un área está entera', `${grouped(patches)} áreas están enteras`)} dentro, con ${some} en ${homes}.`;
    },
    where: 'Dónde',
    partOfPlace: ({ place, share }) => `${place}, ${wholePercent(Math.max(0.01, share))} del grupo`,
    committedTitle: 'Firmado',
    committedFor: ({ percent }) =>
      `Un proveedor firmó dar servicio a cerca del ${wholePercent(percent / 100)} de sus ubicaciones.`,
    confirmedFor: ({ confirmed }) =>
      `Un informe posterior de la FCC confirma el servicio en cerca del ${wholePercent(confirmed / 100)} de sus ubicaciones.`,
    paidTitle: 'Ya pagado',
    paidFor: ({ share, names, without }) =>
      `Cerca del ${wholePercent(share)} de sus ubicaciones está en terrenos donde ya se paga a alguien para construir: ${names.join(', ')}. Sin esos terrenos: ${without}.`,
    nearest: 'Servicio más cercano',
    noneNear: 'No se encontró ninguno cerca.',
    offersUnknown: 'Solo se sabe por informes de la FCC, y esta publicación no tiene ninguno.',
    near: ({ provider, technologyName, miles, filer, commission }) =>
      `${provider}, ${technologyName}, ${fromServed(miles)}, según los informes de ${filerName(filer, commission)}`,
    present: 'Ya está ahí',
    nonePresent: 'Ningún proveedor informa de servicio dentro de esta área.',
    offer: ({ provider, technologyName, speeds, locations }) =>
      `${provider}, ${technologyName}, hasta ${speeds} en ${plural(locations, 'ubicación', 'ubicaciones')}`,
    doTheyAgree: '¿Coinciden las fuentes?',
    whoseWord: 'Según quién',
    byOne: ({ filer, commission, why }) => `Solo según los informes de ${filerName(filer, commission)}: ${why}.`,
    agreement: ({ agreeing, contradicting, oneSided }) =>
      `${[
        `Coinciden sobre ${plural(agreeing, 'hexágono', 'hexágonos')}`,
        ...(contradicting > 0 ? [`se contradicen sobre ${grouped(contradicting)}`] : []),
        ...(oneSided > 0 ? [`solo una de ellas habla de ${grouped(oneSided)}`] : []),
      ].join(', ')}.`,
    ownFilings: 'Qué cambian los informes propios de la agencia',
    nothingChanged: 'Nada: de todos sus hexágonos dicen lo mismo que los informes públicos.',
    changed: ({ hexes, changed }) =>
      `De ${agree(hexes, 'su', 'sus')} ${plural(hexes, 'hexágono', 'hexágonos')}, ${grouped(changed)} ${agree(changed, 'tiene', 'tienen')} otro veredicto según ellos. El contorno sigue los informes públicos, igual para todos; los números aquí siguen todos los informes.`,
    whyRanked: ({ rank }) => `Por qué ocupa el lugar ${grouped(rank)}`,
    parts: {
      estimated: 'Estudiantes sin servicio',
      densityPerKm2: 'De ellos por milla cuadrada',
      distanceKm: 'Millas hasta el servicio',
      needShare: 'Proporción de respuestas que señalan una necesidad',
      score: 'Puntuación de los cuatro',
    },
    unknownPart: 'se desconoce',
    share: ({ share }) => wholePercent(share),
    number: ({ count }) => rounded(count),
  },
} satisfies CardMessages;
