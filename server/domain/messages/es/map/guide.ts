import { tierName } from '../../../speed.ts';
import type { Profile } from '../../../technology.ts';
import type { GuideMessages } from '../../en/map/guide.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural } = wordingIn('es');

const COUNTED: Readonly<Record<Profile, string>> = {
  bead_2022: 'banda ancha confiable',
  terrestrial: 'lo que aquí se cuenta',
  wired: 'servicio por cable',
  any: 'lo que aquí se cuenta',
};

export const guide = {
  title: '¿Qué significan 25/3, hexágono, sin servicio y en parte?',
  speeds:
    '25/3 y 100/20 son velocidades, primero de bajada y luego de subida, en megabits por segundo. La FCC llama banda ancha a 100/20; por debajo de 25/3 una clase por video falla.',
  hex: 'Un hexágono es una pieza de seis lados del mapa. Es más grande donde viven pocos estudiantes, para que no se reconozca a nadie.',
  rule: ({ percent }) =>
    `Un hexágono está sin servicio donde al menos ${percent} de cada 100 de sus ubicaciones no tienen 25/3, con servicio insuficiente donde no tienen 100/20, y con servicio donde tienen 100/20. Todo lo demás está en parte con servicio. Es la regla federal.`,
  two: 'El número grande toma la proporción de ubicaciones de cada hexágono. Construir, mejorar, conectar, verificar y preguntar se cuentan en un condado o el estado hexágono por hexágono según esa regla, y sin los bien conectados: son otro número.',
  notCounted: {
    technology: ({ technologyName, profile }) => `No cuenta: ${technologyName} no es ${COUNTED[profile]}.`,
    speed: ({ tier }) => `No cuenta: aquí es más lento que ${tierName(tier)} en todas partes.`,
    share: ({ reached, locations, needed }) =>
      `Por sí solo no basta: llega a ${grouped(reached)} de ${plural(locations, 'ubicación', 'ubicaciones')}, y un hexágono tiene servicio desde ${grouped(needed)}.`,
  },
} satisfies GuideMessages;
