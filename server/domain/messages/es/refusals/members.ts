import { stateNameOf } from '../../../states.ts';
import type { memberRefusals as English } from '../../en/refusals/members.ts';
import { kinds } from '../kinds.ts';

const MOST_TOLD = 10;

export const memberRefusals = {
  'members.not-found': ({ path }) => `${path}: no hay tal archivo. Revise la ruta e inténtelo de nuevo.`,
  'members.empty': ({ file }) =>
    `${file}: no contiene ningún integrante de la cámara. No se cambió nada. Dé una tabla con las columnas district y name, y el --chamber correcto.`,
  'members.state': 'No queda claro de qué estado son estos integrantes. Indíquelo con --state, por ejemplo --state WV.',
  'members.header': ({ file, line, missing, fields }) =>
    `${file}, línea ${line}: al encabezado le falta la columna ${missing.join(' y la columna ')}; tiene ${fields.join(', ')}. Llame a las columnas chamber, district y name.`,
  'members.faults': ({ file, faults }) =>
    [
      `${file} no se puede cargar, y quedan los integrantes cargados antes:`,
      ...faults.slice(0, MOST_TOLD).map((fault) => `  - ${fault}`),
      ...(faults.length > MOST_TOLD ? [`  - y ${faults.length - MOST_TOLD} más`] : []),
    ].join('\n'),
  'members.fault': ({ file, line, column, what }) => `${file}, línea ${line}, columna ${column}: ${what}`,
  'members.chamber': ({ text }) => `"${text}" no es una cámara. Escriba senate, house o congress, o quite la fila.`,
  'members.name': ({ most }) => `se espera un nombre de 1 a ${most} caracteres. Complételo.`,
  'members.twice': ({ name }) => `${name} figura dos veces para el mismo distrito. Quite una.`,
  'members.district': ({ text, kind, stateFips }) =>
    `"${text}" no es ninguno de los ${kinds[kind] ?? kind} de ${stateNameOf(stateFips) ?? stateFips}. Escriba su número, como 5, o su GEOID, como ${stateFips}005; o cargue antes su contorno.`,
} satisfies typeof English;
