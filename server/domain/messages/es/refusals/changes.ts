/** What may stop a comparison of filings, or a question about one. */
import type { changeRefusals as English } from '../../en/refusals/changes.ts';
import { wordingIn } from '../../wording.ts';

const { date } = wordingIn('es');

export const changeRefusals = {
  'changes.nothing-in-common': ({ asOf, asOfLater }) =>
    `Los informes al ${date(asOf)} y al ${date(asOfLater)} no tienen ninguna tecnología en común, así que no hay nada que comparar.`,
  'changes.meanwhile':
    'Una importación cambió uno de los informes mientras se comparaban, así que no se guardó nada. Se comparan de nuevo.',
  'changes.no-filing': ({ asOf, revision }) =>
    revision === null
      ? `No hay ningún informe de la FCC al ${date(asOf)} cargado para este estado.`
      : `No hay ningún informe de la FCC al ${date(asOf)} en la revisión del ${date(revision)} cargado para este estado.`,
  'changes.order': ({ from, to }) =>
    `${from} no es anterior a ${to}: indique primero la fecha anterior o, de una misma fecha, la revisión anterior.`,
  'changes.half': 'Indique ambos informes, from y to; o ninguno.',
  'changes.not-made': ({ from, to }) =>
    `Los informes ${from} y ${to} aún no se han comparado. Donde hay un worker en marcha, lo hace pocos minutos después de una importación.`,
  'changes.none': 'Hay menos de dos informes de la FCC cargados para este estado, así que no hay nada que comparar.',
  'changes.which-state': ({ fips }) =>
    `Hay informes de varios estados cargados (FIPS ${fips.join(', ')}): indique cuál con \`state\`.`,
  'changes.edition': ({ text }) =>
    `${text} no es el nombre de un informe: indique su fecha, 2025-12-31, o fecha y revisión, 2025-12-31@2026-05-19.`,
} satisfies typeof English;
