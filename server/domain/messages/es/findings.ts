import type { FindingKind } from '../../finding.ts';
import type { findings as English } from '../en/findings.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('es');

const FINDINGS: Readonly<Record<FindingKind, string>> = {
  fields: 'cantidad de valores',
  missing: 'falta un valor',
  lea_id: 'no es un LEAID',
  key: 'no es una clave',
  cell: 'no es una celda',
  resolution: 'celda de otro tamaño',
  residence: 'vivienda',
  grade: 'grado desconocido',
  code: 'código desconocido',
  duplicate: 'estudiante repetido',
};

const faultIn = (finding: FindingKind, column: string) => `${FINDINGS[finding]}${column === '' ? '' : ` en ${column}`}`;

export const findings = {
  'finding.row': ({ finding, column, found, also }) =>
    `${faultIn(finding, column)}: ${found}${also.length > 0 ? `; revise también ${also.join(', ')}` : ''}`,
  'finding.group': ({ finding, column, rows, line, found, advice }) =>
    `${FINDINGS[finding]} en ${column}: ${rows === 1 ? `línea ${grouped(line)}` : `${grouped(rows)} filas, la primera en la línea ${grouped(line)}`} (${found}; ${advice})`,

  'found.nothing': 'nada',
  'found.digits': ({ characters }) => `un número de ${characters} dígitos`,
  'found.hexadecimal': ({ characters }) => `${characters} caracteres hexadecimales`,
  'found.doubtful-grade': 'un número que los demás grados de la columna hacen dudoso',
  'found.decimal': 'un número decimal',
  'found.mixed': ({ characters }) => `letras y cifras, ${characters} caracteres`,
  'found.width': ({ valueCount, columnCount }) => `${valueCount} valores en lugar de ${columnCount}`,
  'found.same-time': ({ line }) => `el mismo estudiante a la misma hora que en la línea ${line}`,
  'found.text': ({ characters }) => `un texto de ${characters} caracteres`,
  'found.code': ({ text }) => `"${text}"`,
  'found.values': ({ valueCount }) => `${valueCount} valores`,
  'found.resolution': ({ resolution }) => `una celda de resolución ${resolution}`,
  'found.repeated': ({ line }) => `el mismo estudiante que en la línea ${line}`,
  'found.beside-none': 'none, y otras columnas llenas al lado',

  'advice.lea-id': 'escriba el LEAID del distrito, de siete dígitos',
  'advice.lea-id/spreadsheet': 'una hoja de cálculo cambió el número; escriba el LEAID del distrito, de siete dígitos',
  'advice.key/missing': 'ejecute de nuevo el anonimizador: cada fila tiene una clave',
  'advice.key': 'escriba la clave que hizo el anonimizador',
  'advice.cell/missing': 'ubique la vivienda con el anonimizador, o quite la fila',
  'advice.resolution': 'escriba la celda H3 de resolución 8, que empieza con 88',
  'advice.cell': 'escriba la celda H3 de resolución 8: 15 caracteres hexadecimales que empiezan con 88',
  'advice.grade': 'escriba KG, 01 a 12, PK, UG o déjelo en blanco',
  'advice.code': ({ words }) => `escriba uno de: ${words.join(', ')}; o déjelo en blanco`,
  'advice.width': ({ columnCount }) => `escriba ${columnCount} valores, uno por cada columna de la primera línea`,
  'advice.duplicate': 'conserve una fila por estudiante; se cargó la primera',
  'advice.residence': 'déjelo en blanco, o escriba none si el estudiante no tiene vivienda fija',
  'advice.beside-none': 'deje en blanco todo menos lea_id y student_key; no se conservó nada más de la fila',

  'note.padded': ({ count }) =>
    `Se repuso un cero inicial en ${count === 1 ? 'un LEAID' : `${grouped(count)} LEAID`} de seis dígitos.`,
  'note.finer-cells':
    'El archivo da las viviendas por hexágonos de unos 26 acres, como las escribía un anonimizador anterior. Solo se conservan los hexágonos de unos 180 acres que los rodean.',
  'note.contradictions': ({ students }) =>
    `${plural(students, 'estudiante tiene', 'estudiantes tienen')} respuestas que se contradicen (por ejemplo, sin internet pero con cable). Se conserva la respuesta sobre internet, o sobre el aparato, y se ignora la otra.`,
} satisfies typeof English;
