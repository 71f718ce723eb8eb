import type { PlaceMessages } from '../en/places.ts';
import { wordingIn } from '../wording.ts';

const { grouped } = wordingIn('es');

export const places = {
  school: 'Las escuelas son para orientarse: no se cuenta nada de ellas.',
  townTooSmall: ({ students }) =>
    `Muy pocos estudiantes para tener números propios: los pueblos los tienen a partir de ${grouped(students)} contados en ellos cuando se hizo la publicación.`,
  tribalTooSmall: ({ students }) =>
    `Muy pocos estudiantes para tener cifras propias: cuentan las áreas tribales desde ${grouped(students)} estudiantes contados en ellas cuando se hizo la publicación.`,
  townWithoutOutline: 'De este pueblo solo se conoce un punto, no un contorno, así que no se cuenta nada de él.',
} satisfies PlaceMessages;
