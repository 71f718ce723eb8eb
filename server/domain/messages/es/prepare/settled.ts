import type { SettledMessages } from '../../en/prepare/settled.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('es');

export const settled = {
  onePlaceTitle: 'Muchos estudiantes en un mismo lugar',
  onePlaceElse: 'Si no, vuelva atrás y elija las columnas de la vivienda, o ninguna y en su lugar la dirección.',
  theyLiveThere: 'De veras viven ahí',

  codesToBeTold: ({ codes }) => `Códigos de vivienda por aclarar: ${plural(codes, 'código', 'códigos')}`,
  typesUnread: ({ rows }) =>
    `${plural(rows, 'fila tiene', 'filas tienen')} un tipo de dirección que no podemos leer. Puede querer decir tanto un albergue como una vivienda, así que ${agree(rows, 'la fila queda', 'estas filas quedan')} fuera hasta que usted diga abajo qué significa. Preguntamos una vez: la próxima se recuerda aquí.`,
  codesUnread: ({ rows }) =>
    `${plural(rows, 'fila tiene', 'filas tienen')} un código de vivienda que no podemos leer. Puede querer decir tanto un albergue como una vivienda, así que ${agree(rows, 'la fila queda', 'estas filas quedan')} fuera hasta que usted diga abajo qué significa. Preguntamos una vez: la próxima se recuerda aquí.`,
  noFixed: ({ students }) => `Estudiantes sin vivienda fija: ${plural(students, 'estudiante', 'estudiantes')}`,
  noFixedLead:
    'Lo dice su tipo de dirección o una columna de falta de vivienda: una marca, un albergue, una vivienda compartida por necesidad, un hotel o motel, un lugar temporal o a la intemperie. Basta una columna, digan lo que digan las demás. Se cuentan, para que no se les olvide. Su línea en el archivo tiene el distrito y un seudónimo y nada más: ni lugar, ni hogar, ni grado, ni respuestas, ni lo que dice la columna. Eso revela la falta de vivienda y nunca sale del distrito. Fíjese si cada valor de su columna se lee como lo entiende su distrito.',
  notToldApart: 'No se distingue a los estudiantes sin vivienda fija',
  notToldApartNote:
    'No se eligió ninguna columna para la falta de vivienda ni para el tipo de dirección, así que los estudiantes que están en albergues, en viviendas compartidas por necesidad o en moteles salen con un lugar, como si estuvieran en casa. Si su exportación habla de ellos, elija en “Falta de vivienda” cada columna que lo diga: entonces se cuentan sin lugar. Basta una columna que solo diga si un estudiante no tiene vivienda.',
  residenceCaption: 'Cómo se cuenta cada código de vivienda',
  inYourColumn: 'En su columna',
  rows: 'Filas',
  rowCount: ({ rows }) => grouped(rows),
  countedAs: 'Se cuenta como',
  moreCodes: ({ more, rows }) =>
    `Y ${plural(more, 'valor más', 'valores más')} en ${plural(rows, 'fila', 'filas')}. Es raro que haya tantos códigos de este tipo: fíjese si se eligió la columna correcta.`,
  whatCounts: ({ value }) => `Cómo se cuenta ${value}`,
  whatBlankCounts: 'Cómo se cuenta un tipo de dirección en blanco',
  notKnown: 'No se sabe: elija, por favor',
  noneAsYouSay: 'Se cuenta sin lugar, como usted dice',
  homeAsYouSay: 'Una vivienda, como usted dice',
  readAs: { home: 'Una vivienda', none: 'Se cuenta sin lugar', mailing: 'Solo para correo, se pasa por alto' },

  joined: 'Respuestas unidas a su exportación',
  joinedStudents: ({ students }) => `${plural(students, 'estudiante tiene', 'estudiantes tienen')} respuestas`,
  unjoinedAnswers: ({ rows, onLines, why }) =>
    `${plural(rows, 'fila de las respuestas', 'filas de las respuestas')}, ${linesOf(rows, onLines)}: ${why}`,
  unjoinedStudents: ({ rows, onLines, why }) =>
    `${plural(rows, 'estudiante', 'estudiantes')}, ${linesOf(rows, onLines)}: ${why}`,
  saveUnjoined: 'Guardar la lista de lo que no coincide',
  saveUnjoinedNote:
    'Líneas de los dos archivos, para quien pregunte de nuevo a las familias. No contiene ningún valor de ninguna fila.',

  located: 'Viviendas encontradas por su dirección',
  noneLocated: 'Ninguna.',
  locatedBy: {
    exact: ({ students }) => `${plural(students, 'estudiante', 'estudiantes')} por la misma dirección exacta`,
    normalized: ({ students }) =>
      `${plural(students, 'estudiante', 'estudiantes')} por la misma dirección con otras palabras`,
    building: ({ students }) => `${plural(students, 'estudiante', 'estudiantes')} por el edificio, sin la unidad`,
    'street-zip': ({ students }) =>
      `${plural(students, 'estudiante', 'estudiantes')} por número, calle y código postal`,
    'street-city': ({ students }) => `${plural(students, 'estudiante', 'estudiantes')} por número, calle y ciudad`,
  },
  notLocated: ({ rows }) => plural(rows, 'fila no encontrada', 'filas no encontradas'),
  saveNotLocated: 'Guardar la lista de direcciones no encontradas',
  saveNotLocatedNote:
    'Contiene direcciones. Es para usted y para quien lleve las direcciones en su distrito; no la envíe.',
} satisfies SettledMessages;

function linesOf(rows: number, onLines: readonly number[]): string {
  return `${agree(rows, 'línea', 'líneas')} ${onLines.join(', ')}${rows > onLines.length ? ' y más' : ''}`;
}
