import type { collectRefusals as English } from '../../en/refusals/collect.ts';
import { identifying } from '../identifying.ts';

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

const firstOf = (names: readonly string[], most: number) =>
  `${names.slice(0, most).join(', ')}${names.length > most ? ` y ${names.length - most} más` : ''}`;

const UPLOAD_STATES: Readonly<Record<string, string>> = {
  receiving: 'se está recibiendo',
  received: 'ya se recibió',
  checked: 'ya se revisó',
  accepted: 'ya se aceptó',
  accepted_with_notes: 'ya se aceptó con observaciones',
  refused: 'se rechazó',
  taken_back: 'se retiró',
  discarded: 'se descartó',
  abandoned: 'se abandonó',
};

export const collectRefusals = {
  'review.identifying': ({ findings }) =>
    `Las palabras contienen lo que parecen ser ${findings.map((says) => identifying[says] ?? says).join('; ')}. No se guardó nada de ellas. Escríbalas sin nada de un estudiante y envíe de nuevo.`,
  'review.nothing-accepted':
    'Las preguntas son para distritos cuyo archivo está aceptado. Acepte el suyo y contéstelas.',
  'collect.unknown/named': ({ name }) => `No hay ninguna recolección "${name}" en el estado.`,
  'collect.nothing-to-forget': 'No hay nada guardado de eso, así que no se borró nada.',
  'collect.forget-what': 'Diga qué olvidar: --district con su LEAID, --collection con su nombre, o ambos.',
  'collect.forget-unconfirmed': 'No se borró nada. Añada --yes para borrarlo.',
  'collect.unknown': 'No hay tal recolección.',
  'collect.name': 'Una recolección necesita un nombre de 1 a 80 caracteres, por ejemplo "fall 2026".',
  'collect.name-taken': 'Ya hay una recolección con este nombre. Elija otro nombre.',
  'collect.day': ({ field }) => `${field} no es un día del calendario. Escriba YYYY-MM-DD.`,
  'collect.window': 'La recolección cierra antes de abrir. Intercambie los dos días.',
  'collect.unknown-district': ({ leaIds }) =>
    `Aquí no hay ningún distrito ${firstOf(leaIds, 5)}. «gapmap import places» carga distritos.`,
  'collect.unknown-link': 'No hay tal enlace de una recolección que siga vigente.',
  'collect.not-open': ({ opensOn }) => `La recolección abre el ${opensOn}. Envíe el archivo a partir de ese día.`,
  'collect.closed': ({ closesOn }) =>
    `La recolección cerró el ${closesOn}. Pida a quien la coordina que la deje abierta más tiempo.`,
  'collect.state': ({ words }) => `only espera estados separados por comas: ${words.join(', ')}.`,
  'collect.empty': 'El archivo está vacío. Envíe el archivo que escribió el anonimizador.',
  'collect.too-large': ({ most }) =>
    `Un archivo puede tener ${megabytes(most)}. Envíe el CSV que escribió el anonimizador; tiene unos 250 bytes por estudiante.`,
  'collect.workbook':
    'Esto es un libro de Excel. Envíe el CSV que escribió el anonimizador: un libro pasa primero por el anonimizador, en su propia computadora.',
  'collect.archive': 'Esto es un archivo comprimido. Descomprímalo y envíe el CSV que escribió el anonimizador.',
  'collect.unknown-upload': 'No hay tal envío de su distrito.',
  'collect.chunk-empty': 'El fragmento no tiene bytes. Envíe los bytes a partir de la posición indicada.',
  'collect.chunk-kind': ({ most }) =>
    `Envíe los bytes como application/octet-stream, a lo sumo ${megabytes(most)} cada vez.`,
  'collect.offset': ({ received }) => `Aquí hay ${received} bytes. Continúe desde allí.`,
  'collect.too-many-bytes': ({ bytes }) => `El archivo se anunció con ${bytes} bytes; este fragmento pasa de su final.`,
  'collect.over': ({ state }) => `Este envío ${UPLOAD_STATES[state] ?? state}. Comience otro.`,
  'collect.incomplete': ({ received, bytes }) => `Aquí hay ${received} de ${bytes} bytes. Envíe primero el resto.`,
  'collect.checksum': () =>
    'Los bytes que llegaron no son los del archivo que se anunció (su SHA-256 es distinto). Se borraron; envíe el archivo de nuevo.',
  'collect.other-district': ({ own, others }) =>
    `El archivo tiene filas del distrito ${firstOf(others, 3)}; su enlace es el del distrito ${own}. Revise el LEAID que dio al anonimizador o pida el enlace del otro distrito.`,
  'collect.not-checked': 'Haga revisar el archivo antes de aceptarlo.',
  'collect.replaces': 'Ya se aceptó un archivo de su distrito. Acepte con replace: true para que este tome su lugar.',
  'collect.one-cell': ({ found }) =>
    `${found} ¿Viven realmente allí estos estudiantes, como en una torre de apartamentos o una residencia? Entonces acepte con manyInOnePlace: true. Si no, corrija la exportación y envíela de nuevo.`,
  'collect.changed':
    'Lo aceptado de su distrito cambió desde que se revisó este archivo. Hágalo revisar de nuevo para ver qué cambia.',
  'collect.nothing-accepted': 'No hay ningún archivo aceptado de su distrito, así que no hay nada que retirar.',
  'collect.no-certificate':
    'Todavía no hay certificado de este envío: lo hay cuando se acepta, se rechaza o se descarta.',
  'collect.certificate-unreadable':
    'En este archivo no hay ningún certificado. Dé la forma JSON, que la página del distrito ofrece junto a la que se imprime.',
  'collect.not-genuine': 'No es auténtico: otro servidor emitió este certificado, o se cambió algo en él.',
  'collect.no-secret':
    'Esta máquina no tiene ningún secreto de servidor con que verificar. Ejecute el comando donde corre el servidor, con su GAPMAP_DATA_DIR o GAPMAP_SERVER_SECRET.',
} satisfies typeof English;
