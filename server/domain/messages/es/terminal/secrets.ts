import type { SecretMessages } from '../../en/terminal/secrets.ts';
import { wordingIn } from '../../wording.ts';

const { agree, list } = wordingIn('es');

export const secrets = {
  oneUser: 'La base de datos integrada tiene un solo usuario: quien lee la carpeta de datos lo lee todo.',
  separate: 'La API, el proceso de trabajo y los comandos acceden por separado.',
  together:
    'Advertencia: la API, el proceso de trabajo y los comandos no acceden por separado, así que quien se apodere de la API tiene la base de datos. Como propietario:',
  thenLogIn:
    '  Después, DATABASE_URL accede como gapmap_api, DATABASE_WORKER_URL como gapmap_worker y DATABASE_OWNER_URL como el propietario.',
  unchecked: ({ names }) =>
    `Advertencia: ${list(names)} ${agree(names.length, 'llega', 'llegan')} a otra máquina sin un certificado comprobado: agregue sslmode=verify-full, y sslrootcert=FILE si la autoridad es propia.`,

  settingAndFile: ({ path }) => `GAPMAP_SERVER_SECRET; ${path} contiene otro, que no se usa`,
  noneYet: 'todavía ninguno; se hace cuando se necesite por primera vez',
  old: ({ path }) =>
    `${path}, como lo escribían las versiones anteriores: 32 bytes. Se lee tal como está. \`node -p "require('fs').readFileSync('server.key', 'hex')"\` en su carpeta muestra los 64 caracteres que GAPMAP_SERVER_SECRET admite, y que server.key puede contener en su lugar.`,
  rotated: ({ on }) => `, cambiado ${on}`,
  other: '. No es el secreto con que se usó esta base de datos: no se puede tomar ni publicar nada',
} satisfies SecretMessages;
