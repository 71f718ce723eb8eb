import type { anonymizeRefusals as English } from '../../en/refusals/anonymize.ts';

const PAIRS = '--columns espera pares como student_id=Student_Number, separados por comas';

export const anonymizeRefusals = {
  'anonymize.no-file': ({ path }) => `No hay ningún archivo en ${path}.`,
  'anonymize.no-key': ({ path }) =>
    `No hay ninguna llave en ${path}. Si es el primer archivo del distrito, ejecute de nuevo con --new-key, que crea una allí. Si el distrito ya hizo una llave, búsquela: con una llave nueva no se reconoce a ninguno de sus estudiantes de recolecciones anteriores.`,
  'anonymize.key-exists': ({ path }) =>
    `${path} ya existe. Ejecute de nuevo sin --new-key para usarla, de modo que se pueda seguir reconociendo a los estudiantes.`,
  'anonymize.no-header': ({ line, flag }) =>
    line === undefined
      ? `Ninguna de las primeras 30 líneas nombra columnas que Gapmap conozca. Exporte de nuevo con una línea de nombres de columnas, como student_id, latitude, longitude, o diga con ${flag} dónde está.`
      : `La línea ${line} está en blanco o no es de las primeras del archivo. Dé a ${flag} la línea que nombra las columnas.`,
  'anonymize.header-line':
    '--header-line y --answers-header-line esperan el número de una línea, como 3; la primera es 1.',
  'anonymize.columns/no-such-use': ({ uses }) => `${PAIRS}; las palabras antes de "=" son ${uses.join(', ')}.`,
  'anonymize.columns/no-such-column': ({ use }) =>
    `${PAIRS}; el archivo no tiene ninguna columna con el nombre dado para ${use}.`,
  'anonymize.answers': ({ faults }) =>
    `No se pueden unir las respuestas. ${faults} Nombre las columnas con --answers-columns student_id=...,internet_access=... y la línea de los nombres de columnas con --answers-header-line.`,
  'anonymize.answers-only': ({ hasNumbers }) =>
    `Este archivo tiene respuestas, pero no viviendas. Agregue la exportación de estudiantes para unirlas: gapmap anonymize EXPORT --answers THIS_FILE --district ... Si tiene viviendas, nombre sus columnas: --columns latitude=...,longitude=... o address=...${hasNumbers ? '' : ' Las respuestas se unen por el número de estudiante, y no se encontró ninguna columna de este archivo que lo contenga: nómbrela con --answers-columns student_id=... Los nombres no bastan.'}`,
  'anonymize.answers-swapped':
    'El primer archivo no tiene viviendas, y el de respuestas sí. Délos en el otro orden: primero la exportación con las viviendas y después --answers con el formulario.',
  'anonymize.none-joined': ({ rows }) =>
    `Ninguna de las ${rows} respuestas tiene un estudiante en la exportación, así que no se escribió nada. Lo más probable es que los dos archivos tengan números distintos, como los del distrito y los del estado. Nombre el mismo número en ambos: --columns student_id=... para la exportación, --answers-columns student_id=... para las respuestas.`,
  'anonymize.residence':
    '--residence espera pares de un código y lo que significa, none (se cuenta sin lugar) o home, separados por comas: DU=none,F=home. Donde un código cambia de una columna a otra, escriba COLUMN:CODE=none.',
  'anonymize.residence-unmet': ({ valueCount }) =>
    `${valueCount === 1 ? 'Un valor dado' : `${valueCount} valores dados`} con --residence no se ${valueCount === 1 ? 'encuentra' : 'encuentran'} entre los códigos por los que se pregunta. No se escribió nada. Escríbalos como en el archivo; en una columna de falta de vivienda, lo que es claro solo se cambia con COLUMN:CODE=home; y si no se encontró la columna, nómbrela con --columns homeless=... o address_type=...`,
  'anonymize.one-place': ({ question }) =>
    `${question} No se escribió nada. Si es así, ejecute de nuevo con --many-in-one-place. Si no, nombre las columnas de la vivienda con --columns latitude=...,longitude=..., o déjelas fuera con --columns latitude=,longitude= y ubique las viviendas por su dirección con --address-points.`,
  'anonymize.no-rows': 'El archivo nombra columnas y no tiene filas.',
  'anonymize.too-many-bad-rows': ({ bad, rows, reasons }) =>
    `${bad} de ${rows} filas no se pueden usar como están, lo que es más de una de cada cinco. No se escribió nada. ${reasons} Corrija la exportación o ejecute de nuevo con --leave-out-bad-rows.`,
} satisfies typeof English;
