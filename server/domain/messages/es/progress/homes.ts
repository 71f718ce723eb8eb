import type { homeProgress as English } from '../../en/progress/homes.ts';
import { wordingIn } from '../../wording.ts';

const { agree, grouped, plural } = wordingIn('es');

const documents = (count: number) => plural(count, 'documento', 'documentos');
const districts = (count: number) => plural(count, 'distrito', 'distritos');

export const homeProgress = {
  'step.homes-checked': 'revisión de viviendas',
  'done.homes-checked': ({ fileCount, refusedCount, bad, report }) =>
    `${plural(fileCount, 'archivo', 'archivos')}, ${refusedCount > 0 ? plural(refusedCount, 'rechazado', 'rechazados') : 'ninguno rechazado'}, ${plural(bad, 'fila mala', 'filas malas')}${report === undefined ? '' : `, en la lista ${report}`}`,
  'step.homes-stored': ({ collection }) => `almacenamiento de viviendas de ${collection}`,
  'done.homes-stored': ({ homes, districtCount, knownCount }) =>
    `${plural(homes, 'vivienda', 'viviendas')} de ${districts(districtCount)}${knownCount > 0 ? `; ${plural(knownCount, 'archivo ya se conocía y se dejó', 'archivos ya se conocían y se dejaron')} como estaba${agree(knownCount, '', 'n')}` : ''}`,
  'done.homes-stored/unchanged': 'nada cambió, los mismos archivos se cargaron antes',
  'homes.of-file': ({ file, said }) => `${file}: ${said}`,
  'homes.of-files': ({ file, more, said }) => `${file} y ${grouped(more)} más: ${said}`,
  'homes.ask-district': ({ file, leaId, found }) => `${file}: pregunte al distrito ${leaId}: ${found}`,
  'homes.replaced': ({ file, homes, leaId }) =>
    `${file}: reemplaza ${agree(homes, 'la', 'las')} ${plural(homes, 'vivienda', 'viviendas')} que ${leaId} había enviado antes`,

  'step.collection': ({ collection }) => `Recolección "${collection}"`,
  'done.collection': ({ districtCount }) => districts(districtCount),
  'done.collection/unchanged': 'como estaba',

  'forget.asked': 'Esto elimina, para siempre:',
  'forget.homes': ({ homes, answered, fileCount }) =>
    `  ${plural(homes, 'vivienda', 'viviendas')} y las respuestas de ${plural(answered, 'estudiante', 'estudiantes')}, de ${plural(fileCount, 'archivo cargado', 'archivos cargados')}`,
  'forget.unplaced': ({ noFixedResidence }) =>
    `  ${plural(noFixedResidence, 'estudiante', 'estudiantes')} sin vivienda fija`,
  'forget.uploads': ({ uploadCount }) =>
    `  ${plural(uploadCount, 'envío', 'envíos')}, con lo que esté guardado de sus bytes`,
  'forget.kept': ({ students, maskedCount }) =>
    `  ${plural(students, 'estudiante', 'estudiantes')} como los contaron las publicaciones; de ${grouped(maskedCount)} de ellos, que no pueden salir de inmediato, el seudónimo`,
  'forget.stays':
    'Lo que se publicó se queda, hasta `gapmap withdraw`; también los conteos por área, que las publicaciones posteriores necesitan.',
  'forget.done':
    'Eliminado. Guarde el certificado de arriba. Los enlaces a la recolección siguen abiertos: `gapmap token` los termina.',

  'step.anonymized': 'Filas anonimizadas',
  'done.anonymized': ({ students, rows }) =>
    `${plural(students, 'estudiante', 'estudiantes')} de ${plural(rows, 'fila', 'filas')}`,
  'anonymize.key-made': ({ path }) =>
    `La llave del distrito está en ${path}. Consérvela, y consérvela en secreto: hace falta para todo archivo posterior, y nunca debe enviarse.`,

  'step.edfi': ({ resource }) => `lectura de ${resource}`,
  'done.edfi': ({ documentCount, repeated }) =>
    `${documents(documentCount)}${repeated > 0 ? `, ${plural(repeated, 'de ellos encontrado dos veces y conservado', 'de ellos encontrados dos veces y conservados')} una` : ''}`,
  'edfi.read': ({ documentCount }) => plural(documentCount, 'leído', 'leídos'),
  'edfi.read/of': ({ documentCount, total }) => `${grouped(documentCount)} de ${plural(total, 'leído', 'leídos')}`,
  'edfi.fewer': ({ resource, documentCount, total }) =>
    `La API contó ${grouped(total)} ${resource} y dio ${grouped(documentCount)}.`,
  'edfi.resource/token': 'un token',
  'edfi.resource/addresses': 'sus direcciones',
  'edfi.unchanged': ({ since }) => `Nada ha cambiado desde el cambio ${since}; no se escribió ningún archivo.`,
  'edfi.left': ({ students }) =>
    `Se ${agree(students, 'omitió', 'omitieron')} ${plural(students, 'estudiante que se fue', 'estudiantes que se fueron')}.`,
  'edfi.unread': ({ resource }) =>
    `El cliente no puede leer ${resource}, o la API no tiene ninguno. Los estudiantes a quienes solo ese recurso declara sin hogar no se distinguen y salen con un lugar. Pida a quien opera la API un conjunto de permisos que lo lea.`,
  'edfi.unread/agencies': ({ leaId }) =>
    `El cliente no puede leer localEducationAgencies; todo lo que lee se toma por el distrito ${leaId}.`,
  'edfi.unread/enrollments':
    'El cliente no puede leer studentSchoolAssociations: los grados quedan sin decir, y no se distingue a los estudiantes que se fueron.',
  'edfi.one-district': ({ districtCount, schoolCount }) =>
    `De ${districts(districtCount)} que el cliente lee se tomó uno, con ${plural(schoolCount, 'escuela suya', 'escuelas suyas')}.`,
  'edfi.only-district': ({ leaId }) =>
    `La API no dice el número de NCES del único distrito que el cliente lee; se toma por ${leaId}.`,

  'step.address-points': ({ file }) => `lectura de los puntos de dirección de ${file}`,
  'done.address-points': ({ addressCount }) => plural(addressCount, 'dirección', 'direcciones'),
  'step.census': 'consulta al geocodificador del Censo',
  'done.census': ({ matched, addressCount }) =>
    `${grouped(matched)} de ${plural(addressCount, 'dirección encontrada', 'direcciones encontradas')}`,
  'geocode.disclosure': ({ homes, host }) =>
    [
      `ADVERTENCIA: ${homes === 1 ? 'la dirección de un estudiante está' : `las direcciones de ${grouped(homes)} viviendas de estudiantes están`} a punto de enviarse a la Oficina del Censo de los Estados Unidos (${host}).`,
      'No se envía ningún nombre, número de estudiante ni respuesta; se revela que allí viven estudiantes de un distrito.',
      'Nada más de Gapmap envía una dirección a ninguna parte. Compruebe que los acuerdos de su distrito lo permiten.',
    ].join('\n'),
  'geocode.agree': '¿Enviarlas? Escriba sí para aceptar.',
  'geocode.nothing-sent': 'No se envió nada.',
  'geocode.unmatched': ({ addressCount, path }) =>
    `No encontradas por su dirección: ${grouped(addressCount)}; ${path} las enumera. Nombra viviendas: consérvelo aquí.`,
} satisfies typeof English;
