import type { LeavingMessages } from '../../en/prepare/leaving.ts';
import { wordingIn } from '../../wording.ts';
import { questions } from '../questions.ts';

const { grouped, plural, size } = wordingIn('es');

export const leaving = {
  facts: {
    students: 'Estudiantes en el archivo',
    answered: 'con al menos una respuesta',
    noFixed: 'sin vivienda fija',
    leftOut: 'Filas que quedan fuera',
    repeated: 'Filas que repiten a un estudiante',
  },
  count: ({ students }) => grouped(students),
  sparse: 'Hexágonos con pocas viviendas',
  example: 'Un estudiante, exactamente como sale la línea',
  exampleCaption: 'Una línea del archivo anónimo, columna por columna',
  column: 'Columna',
  value: 'Valor',
  whatItIs: 'Qué es',
  empty: 'vacío',
  columns: {
    lea_id: 'Su distrito',
    student_key: 'Un seudónimo del estudiante. Solo su llave puede hacerlo de nuevo.',
    household_key: 'Un seudónimo del hogar, el mismo para hermanos y hermanas',
    cell: 'Un hexágono de unos 180 acres con la vivienda en alguna parte de él',
    residence: '“none” para un estudiante sin vivienda fija; si no, vacío',
    grade_level: 'Grado',
    ...questions.names,
  },
  firstLines: 'Las primeras líneas del archivo',
  allThereIs: ({ students }) =>
    `Esto es todo lo que hay: ${plural(students, 'línea como estas', 'líneas como estas')}, en el orden de los seudónimos, que no es el orden de ninguna otra cosa.`,
  becoming: 'En qué se convirtieron sus columnas',
  becomingOfExport: 'En qué se convirtió cada columna de su exportación',
  becomingOfAnswers: 'En qué se convirtió cada columna de las respuestas',
  yourColumn: 'Su columna',
  columnOfAnswers: 'Columna de las respuestas',
  inTheFile: 'En el archivo que sale',
  notRead: 'No se lee',
  goOn: 'Esto puede salir: seguir',

  size: ({ students, bytes, sent }) =>
    `${plural(students, 'estudiante', 'estudiantes')}, ${size(bytes)}. Esta página ha enviado ${plural(sent, 'solicitud', 'solicitudes')} desde que eligió un archivo.`,
  save: 'Guardar el archivo anónimo',
  saveAgain: 'Guardar de nuevo el archivo',
  saved: ({ file }) => `Se guardó como ${file} en sus descargas.`,
  next: 'Qué hacer ahora',
  keepKey: 'Guarde <file/> en un lugar seguro. Lo necesita la próxima vez; no lo envíe nunca.',
  upload:
    'Envíe <file/> en <collect>Recolección</collect>, con el enlace de su coordinador o coordinadora. Ahí se revisa una vez más antes de que usted lo acepte.',
  deleteExport: 'Trate su propia exportación como cualquier lista de estudiantes: bórrela cuando ya no la necesite.',
  done: 'Listo',
  nothingStays: 'Ninguna fila de su exportación queda en este navegador después de cerrar la página.',
  choicesStay: 'Guarda lo que usted eligió, sellado con su llave, para que pueda seguir otro día.',
  forget: 'Olvidar lo que elegí',
  toCollection: 'Ir a Recolección',
} satisfies LeavingMessages;
