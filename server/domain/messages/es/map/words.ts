import type { Lever } from '../../../lever.ts';
import { tierName, type VerdictTier } from '../../../speed.ts';
import type { Filer, Source } from '../../../verdict.ts';
import type { MapWords, SaidMeasure } from '../../en/map/words.ts';
import { kindNames } from '../kinds.ts';

const SOURCES: Readonly<Record<Source | 'disputed', (commission: string) => string>> = {
  agreed: (commission) => `donde coinciden la FCC y la ${commission}`,
  fcc: () => 'donde lo dice la FCC',
  puc: (commission) => `donde lo dice la ${commission}`,
  disputed: () => 'donde hay fuentes en disputa',
};

const NAMES: Readonly<Record<SaidMeasure, string>> = {
  unserved: 'Sin servicio',
  build: 'Construir',
  upgrade: 'Mejorar',
  check: 'Verificar',
  connect: 'Conectar',
  ask: 'Preguntar',
  equip: 'Equipar',
};

const MEANINGS: Readonly<Record<SaidMeasure, (tier: VerdictTier) => string>> = {
  unserved: () => 'ningún proveedor informa ni siquiera de 25/3',
  build: () => 'ningún proveedor informa ni siquiera de 25/3, sin contar a quienes dicen estar bien conectados',
  upgrade: () => 'un proveedor informa de 25/3, ninguno de 100/20, sin contar a quienes dicen estar bien conectados',
  check: () => 'los informes se contradicen o no dicen nada, sin contar a quienes dicen estar bien conectados',
  connect: (tier) => `hay ${tierName(tier)}, la familia no está bien conectada`,
  ask: (tier) => `hay ${tierName(tier)}, la familia no dio respuesta`,
  equip: () => 'sin aparato, con uno compartido o solo con un teléfono',
};

const WITHOUT = 'sin contar a quienes dicen estar bien conectados';

const COUNTED: Readonly<Record<SaidMeasure | 'all', (tier: VerdictTier) => string>> = {
  unserved: () => 'estudiantes viven donde ningún proveedor informa ni siquiera de 25/3',
  all: () =>
    'estudiantes tienen en casa una brecha, según los informes o la propia familia: nada que contratar, solo servicio lento, o con servicio y mal conectados',
  build: () => `estudiantes viven donde ningún proveedor informa ni siquiera de 25/3, ${WITHOUT}`,
  upgrade: () =>
    `estudiantes viven donde ningún proveedor informa de 100/20, aunque alguno informa de 25/3, ${WITHOUT}`,
  check: () => `estudiantes viven donde los informes se contradicen o no dicen nada, ${WITHOUT}`,
  connect: (tier) => `estudiantes no están bien conectados aunque hay ${tierName(tier)}`,
  ask: (tier) => `estudiantes viven donde hay ${tierName(tier)}, y nadie les ha preguntado o no dieron respuesta`,
  equip: () => 'estudiantes no tienen aparato, comparten uno o solo tienen un teléfono',
};

const LEVERS: Readonly<Record<Lever, string>> = {
  build: 'Construir: nadie informa de 25/3',
  upgrade: 'Mejorar: 25/3, no 100/20',
  check: 'Verificar: informes dudosos o ninguno',
  connect: 'Conectar: con servicio, poco usado',
  ask: 'Preguntar: con servicio, sin respuesta',
};

const filerName = (filer: Filer, commission: string) => (filer === 'fcc' ? 'la FCC' : `la ${commission}`);

/** Choices inside the sentence are short: one longer than a line of the panel takes a line of its own, and its comma the next. */
export const words = {
  measures: {
    unserved: 'que viven donde nadie informa ni de 25/3',
    all: 'según lo que les ayudaría',
    build: 'sin nada que contratar, ni 25/3 (construir)',
    upgrade: 'solo con servicio lento (mejorar)',
    check: 'con servicio dudoso (verificar)',
    connect: 'con servicio, mal conectados (conectar)',
    ask: 'con servicio, sin respuesta (preguntar)',
    equip: 'sin aparato propio (equipar)',
  },
  measureNames: NAMES,
  measureMeaning: ({ measure, tier }) => MEANINGS[measure](tier),
  leversInLegend: LEVERS,
  showOnly: ({ measure }) => `Mostrar solo ${NAMES[measure].toLowerCase()}`,
  whose: ({ source, commission }) => SOURCES[source](commission),
  byOne: ({ filer, commission }) => `según los informes de ${filerName(filer, commission)}`,
  disputedOne: ({ filer, commission }) => `donde la familia disputa a ${filerName(filer, commission)}`,
  profiles: {
    bead_2022: 'banda ancha confiable, sin satélite',
    terrestrial: 'todo menos satélite',
    wired: 'solo por cable, sin satélite',
    any: 'todo, también satélite',
  },
  satelliteCounted:
    'El satélite se cuenta. Informa de servicio en casi todas partes, así que casi todas las viviendas parecen tener servicio.',
  satelliteNotCounted: 'El satélite no se cuenta.',
  verdicts: {
    served: 'Con servicio',
    underserved: 'Con servicio insuficiente',
    unserved: 'Sin servicio',
    partly: 'Con servicio en parte',
    unknown: 'Se desconoce',
  },
  verdictMeaning: ({ verdict, tier }) =>
    ({
      served: `la mayoría de las viviendas puede contratar ${tierName(tier)}`,
      underserved: 'la mayoría de las viviendas puede contratar 25/3 pero no 100/20',
      unserved: 'la mayoría de las viviendas no puede contratar ni siquiera 25/3',
      partly: 'unas viviendas pueden, otras no',
      unknown: 'ningún informe lo dice',
    })[verdict],
  answers: {
    connected: 'Bien conectados',
    inadequate: 'Conectados, pero no bien',
    unavailable: 'No hay servicio disponible',
    unaffordable: 'Cuesta demasiado',
    undesired: 'No lo desean',
    other: 'Sin conexión por otra razón',
    unanswered: 'Sin respuesta',
  },
  lines: {
    coverage: ({ tier, counting }) =>
      `Proporción de ubicaciones donde un proveedor informa a la FCC de ${tierName(tier)} Mbps, contando ${counting}, por hexágono`,
    disputed: ({ counting }) =>
      `Estudiantes en viviendas cuyo servicio de 100/20 Mbps está en disputa entre la FCC, el estado o la familia, contando ${counting}, por hexágono`,
    disputedOne: ({ who, why, counting }) =>
      `Estudiantes en viviendas ${who} sobre servicio de 100/20 Mbps (${why}), contando ${counting}, por hexágono`,
    equip: 'Estudiantes sin un aparato propio, según las respuestas de las familias, por hexágono',
    anySpeed: ({ what, who, counting }) => `Estudiantes ${what}, ${who}, contando ${counting}, por hexágono`,
    lever: ({ what, tier, who, counting }) =>
      `Estudiantes ${what} a ${tierName(tier)} Mbps, ${who}, contando ${counting}, por hexágono`,
  },
  counted: ({ measure, tier }) => COUNTED[measure](tier),
  countedDisputed: 'estudiantes viven donde no todas las fuentes pueden tener razón',
  countedDisputedOne: ({ filer, commission }) =>
    `estudiantes viven donde la familia no encuentra servicio, aunque los informes de ${filerName(filer, commission)} lo muestran`,
  placeKinds: kindNames,
  asksCoverage: ({ why }) => `Este enlace pide la cobertura informada a la FCC, pero ${why}.`,
  asksDispute: ({ filer, commission }) =>
    `Este enlace pide dónde las fuentes están en disputa, pero solo hay una. Se muestra lo que dicen los informes de ${filerName(filer, commission)}.`,
  asksOther: ({ other, why, filer, commission }) =>
    `Este enlace pide lo que dicen los informes de ${filerName(other, commission)}, pero ${why}. Se muestra lo que dicen los informes de ${filerName(filer, commission)}.`,
} satisfies MapWords;
