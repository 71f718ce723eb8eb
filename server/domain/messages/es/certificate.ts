import type { CertificateMessages } from '../en/certificate.ts';
import { wordingIn } from '../wording.ts';

const { grouped, moment, plural } = wordingIn('es');

const BECAME: Readonly<Record<string, string>> = {
  accepted: 'se revisó y se aceptó',
  accepted_with_notes: 'se revisó y se aceptó, con observaciones',
  refused: 'se revisó y se rechazó, y no se tomó nada de él',
  discarded: 'el distrito lo descartó, y no se tomó nada de él',
  abandoned: 'nadie siguió con él, así que se dio por abandonado, y no se tomó nada de él',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  accepted: 'Aceptado',
  accepted_with_notes: 'Aceptado, con observaciones',
  refused: 'Rechazado',
  discarded: 'Descartado por el distrito',
  abandoned: 'Abandonado: nadie siguió con él',
};

const at = (time: string) => moment(new Date(time));

export const certificate = {
  received: ({ districtName, leaId, collection, startedAt, outcome }) =>
    `${districtName} (${leaId}) envió un archivo para la recolección “${collection}” el ${at(startedAt)}; ${BECAME[outcome] ?? outcome}.`,
  takenBack: ({ takenBackAt }) =>
    `El distrito retiró el ${at(takenBackAt)} lo que se había tomado; ninguna publicación hecha después lo cuenta.`,
  deleted: ({ deletedAt }) => `El archivo mismo se borró del servidor el ${at(deletedAt)}.`,
  keptUntil: ({ deleteAfter }) =>
    `El archivo mismo se guarda en el servidor hasta el ${at(deleteAfter)}, y después se borra.`,
  keptOn: 'El archivo mismo se guarda en el servidor hasta nuevo aviso, y después se borra.',
  forgotten: ({ districtName, leaId, collection, deletedAt }) =>
    `Todo lo que ${districtName === null ? 'los distritos habían enviado' : `${districtName} (${leaId}) había enviado`}${collection === null ? '' : ` para la recolección “${collection}”`} se borró del servidor el ${at(deletedAt)}; ninguna publicación hecha después lo cuenta.`,
  forgottenStays:
    'Lo que se publicó sigue publicado hasta que se retire. Quedan los conteos por área y respuesta, de ningún estudiante en particular, porque las publicaciones posteriores se prueban contra ellos. También quedan el registro de divulgaciones y los certificados. Donde otros distritos comparten un área, el hexágono y las respuestas de estudiantes cuyas claves se borraron quedan hasta que el área se vuelva a contar, para que nadie los deduzca comparando dos publicaciones.',
  forgottenMethod:
    'Se borró de la base de datos del servidor en una sola transacción. Su registro y sus respaldos pueden contener copias hasta que quien opera el servidor las deje vencer.',
  issuerAt: ({ address }) => `Gapmap en ${address}`,
  issuerOf: ({ stateName, address }) => `Gapmap de ${stateName}${address === '' ? '' : `, ${address}`}`,
  method:
    'Se borró de la base de datos del servidor, junto con aquello de lo que se hizo su clave de cifrado. Las copias que el registro de la base de datos o los respaldos todavía contengan no se pueden leer sin eso.',
  verify:
    'Quien opera el servidor revisa la forma JSON de este certificado con "npx gapmap certificate verify FILE"; un programa la envía a POST /api/v1/collect/certificates/verify.',

  title: 'Certificado de recepción y borrado',
  practice: 'Datos ficticios: una recolección de práctica.',
  issuedBy: ({ issuer }) => `Emitido por ${issuer}.`,
  print: 'Imprimir',
  back: 'Volver a la recolección',
  forVerifiers: 'Para quien verifique esto',
  district: 'Distrito',
  collection: 'Recolección',
  outcome: 'Resultado',
  outcomeIs: ({ outcome }) => OUTCOMES[outcome] ?? outcome,
  takenIn: 'Qué se tomó',
  takenInWhat: 'Viviendas como hexágonos, y respuestas: ni nombres ni direcciones ni coordenadas',
  rows: 'Filas del archivo',
  count: ({ rows }) => grouped(rows),
  began: 'Comienzo del envío',
  decided: 'Decidido',
  fileDeleted: 'Archivo borrado',
  at: ({ time }) => at(time),
  notYet: 'Todavía no',
  notYetDue: ({ deleteAfter }) => `Todavía no; se borrará el ${at(deleteAfter)}`,
  takenBackByDistrict: 'Retirado por el distrito',
  fingerprint: 'Huella del archivo (SHA-256)',
  fingerprintNote:
    'La copia del propio distrito tiene la misma: "certutil -hashfile FILE SHA256" en Windows, "shasum -a 256 FILE" en otros sistemas.',
  size: 'Tamaño del archivo',
  bytes: ({ bytes }) => plural(bytes, 'byte', 'bytes'),
  howDeleted: 'Cómo se borró',
  number: 'Número del certificado',
  signature: 'Firma',
  signatureNote: 'Hecha con todo lo anterior y un secreto del servidor. Si se cambia algo, deja de coincidir.',
  toVerify: 'Para hacerlo revisar',
} satisfies CertificateMessages;
