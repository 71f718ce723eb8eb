import type { ProblemStepMessages } from '../../en/prepare/problems.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree, date, list } = wordingIn('es');

export const problems = {
  applied: ({ rows }) => `${plural(rows, 'cambio aplicado', 'cambios aplicados')}.`,
  read: ({ rows, blankLines, strayLines }) => {
    const passed = [
      ...(blankLines > 0 ? [plural(blankLines, 'línea en blanco', 'líneas en blanco')] : []),
      ...(strayLines > 0 ? [plural(strayLines, 'línea como un total', 'líneas como totales')] : []),
    ];
    return `${plural(rows, 'fila leída', 'filas leídas')}${passed.length > 0 ? `; se pasaron por alto ${list(passed)}` : ''}.`;
  },
  none: 'No se encontraron problemas.',
  allUsable: 'Se pueden usar todas las filas.',
  unusable: ({ rows }) =>
    `${plural(rows, 'fila no se puede usar tal como está', 'filas no se pueden usar tal como están')}.`,
  keptWithout: ({ rows }) =>
    `En ${plural(rows, 'lugar', 'lugares')} no se conoce un grado o una respuesta; las filas se conservan sin ellos.`,
  restored: ({ day, values, leftOutRows }) => {
    const parts = [
      ...(values > 0 ? [plural(values, 'valor', 'valores')] : []),
      ...(leftOutRows > 0 ? [plural(leftOutRows, 'fila que queda fuera', 'filas que quedan fuera')] : []),
    ];
    return parts.length === 0
      ? `Se aplican sus columnas del ${date(day)}.`
      : `Se aplican sus decisiones del ${date(day)}: ${parts.join(', ')}.`;
  },
  lost: ({ lost }) =>
    lost === 0
      ? 'Puede seguir donde lo dejó, o deshacer abajo todos los cambios.'
      : `${plural(lost, 'decisión', 'decisiones')} de ese día ya no ${agree(lost, 'encuentra', 'encuentran')} ninguna fila ni valor en este archivo.`,
  mend: 'Corrija lo que pueda, en cualquier orden. No hace falta corregirlo todo: al seguir, quedan fuera las filas que no se pueden usar. En su propio archivo no cambia nada.',
  acceptAll: ({ suggestions }) =>
    agree(suggestions, `Aceptar ${grouped(suggestions)} sugerencia`, `Aceptar las ${grouped(suggestions)} sugerencias`),
  acceptOther: ({ suggestions }) =>
    agree(
      suggestions,
      `Aceptar ${grouped(suggestions)} sugerencia más`,
      `Aceptar las otras ${grouped(suggestions)} sugerencias`,
    ),
  acceptNote:
    'Coordenadas intercambiadas, signos menos que faltan, grados y respuestas con otras palabras, cuando es claro lo que se quiso decir.',
  unusableRows: 'Filas que no se pueden usar',
  keptRows: 'Filas que se conservan sin un grado o una respuesta',
  toBeKnown: 'Leído, pero conviene saberlo',
  saveList: 'Guardar la lista de problemas',
  saveListNote:
    'Líneas, columnas y qué hacer, para quien corrija sus registros. No contiene ningún valor de ninguna fila.',
  changed: ({ rows }) => `Usted cambió o dejó fuera ${plural(rows, 'fila', 'filas')}.`,
  undoAll: 'Deshacer todos los cambios',
  noStudent: 'No queda ningún estudiante',
  noStudentNote:
    'Todas las filas tienen un problema. Lo más probable es que una columna esté mal elegida: vuelva atrás y mire las columnas de nuevo.',
  checkAgain: ({ rows }) => `Revisar de nuevo con ${plural(rows, 'cambio', 'cambios')}`,
  leaveOutAndGoOn: ({ rows }) => `Dejar fuera ${plural(rows, 'fila', 'filas')} y seguir`,
  toPreview: 'Seguir a la vista previa',

  staysOut: 'Si sigue tal como está, esto queda fuera',
  staysOutRows: ({ rows, problem }) => `${plural(rows, 'fila', 'filas')}: ${problem}`,
  staysOutGrades: ({ rows }) => `${plural(rows, 'grado', 'grados')}: `,
  staysOutAnswers: ({ rows, name }) => `${plural(rows, 'respuesta', 'respuestas')} a “${name}”: `,
  moreValues: ({ more }) => ` y ${plural(more, 'valor más', 'valores más')}`,

  titleOf: ({ problem, name }) => `${problem}: ${name}`,
  rows: ({ rows }) => plural(rows, 'fila', 'filas'),
  rowsOf: ({ title }) => `Filas: ${title}`,
  row: 'Filas',
  line: 'Línea',
  student: 'Estudiante',
  whatIsWrong: 'Qué está mal',
  whatToDo: 'Qué hacer',
  rowDoesNotSay: 'la fila no lo dice',
  butWith: ', pero con',
  insteadOf: '<name/>: <here/> en lugar de <kept/>',
  andMore: ({ columnCount }) => `y ${plural(columnCount, 'columna más', 'columnas más')}`,
  earlier: 'Anteriores',
  later: 'Siguientes',
  page: ({ fromRow, toRow, rows }) => `${grouped(fromRow)} a ${grouped(toRow)} de ${grouped(rows)}`,

  accept: ({ line }) => `Aceptar <value/><hidden> en la línea ${line}</hidden>`,
  writeIt: ({ line }) => `Escribirlo<hidden> en la línea ${line}</hidden>`,
  leaveOut: ({ line }) => `Dejar fuera<hidden> la línea ${line}</hidden>`,
  livesThere: ({ line }) => `El estudiante vive ahí<hidden> en la línea ${line}</hidden>`,
  undo: ({ line }) => `Deshacer<hidden> en la línea ${line}</hidden>`,
  cancel: ({ line }) => `Cancelar<hidden> lo escrito en la línea ${line}</hidden>`,
  keep: 'Conservar',
  isLeftOut: 'Queda fuera.',
  reads: 'Dice <value/>.',
  forLine: ({ name, line }) => `${name} en la línea ${line}`,
  meansOnLine: ({ name, line }) => `Qué significa ${name} en la línea ${line} y las iguales`,
  keepWithout: 'Conservar la fila sin ella',
  undoGroup: 'Deshacer',
  undoAllOfThese: 'Deshacer todo esto',
  leaveOutAll: ({ rows }) => agree(rows, `Dejar fuera ${grouped(rows)} fila`, `Dejar fuera las ${grouped(rows)} filas`),
  allAccepted: ({ suggestions }) =>
    agree(
      suggestions,
      `${grouped(suggestions)} sugerencia aceptada.`,
      `${grouped(suggestions)} sugerencias aceptadas, todas las que hay.`,
    ),
  allLeftOut: ({ rows }) =>
    agree(rows, `${grouped(rows)} fila queda fuera.`, `${grouped(rows)} filas quedan fuera, todas las que hay.`),
  codes: {
    true: 'Sí',
    false: 'No',
    'Not Available': 'No se ofrece',
    'Not Affordable': 'Cuesta demasiado',
    'Not Desired': 'No se quiere',
    'Residential Broadband': 'Internet residencial',
    'Cellular Network': 'Red celular',
    'Hot Spot': 'Punto de acceso portátil (hotspot)',
    'Community Provided Wi-Fi': 'Wi-Fi de la comunidad',
    Satellite: 'Satélite',
    'Dial-up': 'Acceso telefónico (dial-up)',
    None: 'Ninguno',
    Unknown: 'No se sabe',
    Yes: 'Sí',
    Sometimes: 'A veces',
    No: 'No',
    'Desktop Computer': 'Computadora de escritorio',
    'Laptop Computer': 'Computadora portátil',
    Tablet: 'Tableta',
    Chromebook: 'Chromebook',
    Smartphone: 'Teléfono inteligente',
    Shared: 'Compartido',
    'Not Shared': 'No compartido',
    Personal: 'De la familia',
    School: 'De la escuela',
    Other: 'Otro',
  },
} satisfies ProblemStepMessages;
