import { stateNameOf } from '../../../states.ts';
import type { placeFaults as English } from '../../en/refusals/place-faults.ts';
import { wordingIn } from '../../wording.ts';
import { kinds } from '../kinds.ts';

const { either } = wordingIn('es');

const WANTED: Readonly<Record<string, string>> = {
  state: 'dos dígitos',
  county: 'cinco dígitos (estado 2, condado 3)',
  school_district: 'siete dígitos (LEAID: estado 2, distrito 5)',
  senate_district: 'cinco caracteres (estado 2, distrito 3)',
  house_district: 'cinco caracteres (estado 2, distrito 3)',
  congressional_district: 'cuatro caracteres (estado 2, distrito 2)',
  town: 'hasta 24 letras o dígitos',
  tribal: 'cuatro dígitos y tal vez una letra (AIANNHCE; R para reserva, T para tierra en fideicomiso)',
  school: 'doce dígitos (NCESSCH: estado 2, distrito 5, escuela 5)',
};

export const placeFaults = {
  'place.no-identifier': 'no tiene identificador',
  'place.shortened': ({ text }) =>
    `su identificador "${text}" está en notación científica, como las hojas de cálculo acortan números largos, y se perdieron sus dígitos; tómelo del archivo de donde vino`,
  'place.level': ({ levelFound, levelsWanted }) =>
    `su identificador es del nivel ${levelFound} del Censo; se espera ${either(levelsWanted)}`,
  'place.characters': ({ kind, text }) =>
    `su identificador, "${text}", contiene caracteres que no caben en ${WANTED[kind]}`,
  'place.length': ({ kind, text, characters }) =>
    `su identificador tiene ${characters} caracteres, "${text}"; se esperan ${WANTED[kind]}`,
  'place.identifier': ({ kind, text }) => `su identificador es "${text}"; se esperan ${WANTED[kind]}`,
  'place.no-state': ({ kind }) => `su identificador no nombra ningún estado; se esperan ${WANTED[kind]}`,
  'place.without-state': 'su identificador viene sin su estado; délo con --state',
  'place.no-code': 'su identificador no es un código de hasta 21 letras, dígitos, guiones y puntos',
  'place.digit-short': ({ stateFips }) =>
    `a su identificador le falta un dígito, y con un cero delante sería de ${stateNameOf(stateFips) ?? `estado ${stateFips}`}, donde no está`,
  'place.same-identifier': ({ id }) => `otro elemento tiene el mismo identificador "${id}"`,
  'place.not-a-state': ({ text }) => `su estado "${text}" no es ninguno de los Estados Unidos`,
  'place.state-unknown': 'no se conoce su estado; délo con --state',
  'place.no-name': 'no tiene nombre',
  'place.school-area': 'es un área, y puede que en ella vivan sus estudiantes; las escuelas se esperan como puntos',
  'place.no-point': ({ kind }) =>
    `los lugares de esta clase (${kinds[kind] ?? kind}) son puntos, y no tiene ninguno en la Tierra`,
  'place.elsewhere': 'ninguna parte suya queda en su estado; puede que la latitud y la longitud estén intercambiadas',
} satisfies typeof English;
