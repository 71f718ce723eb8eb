import type { ColumnMessages } from '../../en/prepare/columns.ts';
import { wordingIn } from '../../wording.ts';

const { plural, grouped, agree } = wordingIn('es');

export const columns = {
  asLastTime:
    'Estas son las columnas como las eligió la última vez para un archivo como este. Fíjese si siguen siendo correctas. Los ejemplos se muestran solo en su pantalla.',
  guessed:
    'Adivinamos qué es cada una de sus columnas por sus nombres y sus valores. Mire cada suposición y corrija la que no sea correcta. Los ejemplos se muestran solo en su pantalla.',
  groups: {
    who: {
      title: 'Quién',
      note: 'El número de estudiante es necesario, para que cada estudiante se cuente una sola vez y se reconozca el año que viene.',
    },
    where: {
      title: 'Dónde',
      note: 'Hacen falta las coordenadas o la dirección. Con ambas, las coordenadas dicen el lugar, y la dirección, quiénes viven juntos.',
    },
    parts: {
      title: 'Cuando la calle viene en partes',
      note: 'Cuando el número, la calle, el tipo y la dirección cardinal están en columnas propias, se juntan en una sola dirección. Elija arriba, como dirección, la columna de los nombres de las calles.',
    },
    grade: { title: 'Grado', note: 'Si su exportación lo tiene.' },
    answered: {
      title: 'Lo que respondieron las familias',
      note: 'Tantas como tenga su exportación. Una pregunta sin columna cuenta como no respondida.',
    },
    answers: {
      title: 'El archivo de respuestas',
      note: 'Se une a su exportación por el número de estudiante. Cuenta lo que las familias respondieron ahí y, para quienes no respondieron, las respuestas de su exportación. Las viviendas vienen de su exportación, y también el grado cuando lo tiene.',
    },
  },
  caption: ({ title }) => `${title}: qué es cada columna`,
  whatItIs: 'Qué es',
  yourColumn: 'Su columna',
  examples: 'Ejemplos, solo en su pantalla',
  examplesInShort: 'Ejemplos',
  whatBecomes: 'En qué se convierte',
  becomesInShort: 'Se convierte en',
  columnOf: ({ name }) => `Columna de: ${name}`,
  columnOfAnswers: ({ name }) => `Columna de las respuestas: ${name}`,
  notInFile: '(no está en el archivo)',
  nameless: ({ columnNumber }) => `Columna ${columnNumber}`,
  none: 'ninguno',
  allBlank: 'todo en blanco',
  nothing: 'nada',
  basis: {
    values: 'Supuesta por sus valores',
    name: 'Supuesta por su nombre',
    remembered: 'Como la última vez',
    chosen: 'Elegida por usted',
  },

  homelessness: { export: 'Falta de vivienda', answers: 'Falta de vivienda en las respuestas' },
  homelessnessNote:
    'Todas las columnas que dicen quién no tiene vivienda fija, además del tipo de dirección: una marca, dónde duerme el estudiante, los días de un programa. Un estudiante se cuenta sin lugar cuando cualquiera de ellas lo dice.',
  homelessnessCaption: 'Columnas que hablan de la falta de vivienda',
  takeOut: 'Quitarla',
  doNotRead: 'No leer',
  doNotReadColumn: ({ column }) => `No leer ${column}`,
  addColumnOf: {
    export: 'Agregar una columna de: Falta de vivienda',
    answers: 'Agregar una columna de: Falta de vivienda en las respuestas',
  },
  addAnother: 'Agregar otra columna',

  neverRead: ({ columnCount }) => `Nunca se leen: ${plural(columnCount, 'columna', 'columnas')}`,
  neverReadOfExport: ({ columnCount }) =>
    `Nunca se leen de la exportación: ${plural(columnCount, 'columna', 'columnas')}`,
  neverReadOfAnswers: ({ columnCount }) =>
    `Nunca se leen de las respuestas: ${plural(columnCount, 'columna', 'columnas')}`,
  used: ({ columnCount, used }) =>
    `De ${plural(columnCount, 'columna', 'columnas')} ${agree(used, 'se usa', 'se usan')} ${grouped(used)}.`,
  unusedMatter: 'Estas no. Si alguna de ellas importa, como la que dice dónde duerme un estudiante, elíjala arriba.',

  points: 'Viviendas sin coordenadas: encontrarlas por su dirección (si tiene un archivo de puntos de direcciones)',
  pointsLead:
    'Muchos estados publican un archivo de todas las direcciones con sus coordenadas, a menudo llamado “address points”. Si su coordinador o coordinadora le dio uno, elíjalo aquí. Las direcciones se buscan en él en esta computadora.',
  choosePoints: 'Elegir un archivo de puntos de direcciones',
  chooseOtherPoints: 'Elegir otro archivo de puntos de direcciones',
  pointsTold: ({ locations }) => `, ${plural(locations, 'dirección', 'direcciones')}`,
  pointsNote:
    'CSV o Excel, con número de casa, calle, ciudad o código postal, longitud y latitud, como en la National Address Database u OpenAddresses.',
  pointsUnreadable: 'Estos puntos de direcciones no se pueden leer',

  unchecked: 'No se pudieron revisar las filas',
  noAnswers: 'Sin respuestas',
  noAnswersNote:
    'No se eligió ninguna columna para ninguna pregunta, así que todos los estudiantes contarán como no respondidos. Si se preguntó a las familias, elija arriba esas columnas. Si sus respuestas están en otro archivo, vuelva atrás y agréguelo: los dos se unen aquí.',
  notYet: 'Todavía no',
  checkEveryRow: 'Revisar cada fila',
} satisfies ColumnMessages;
