import type { StatusMessages } from '../../en/terminal/status.ts';
import { wordingIn } from '../../wording.ts';
import { kindNames } from '../kinds.ts';

const { grouped, plural, size } = wordingIn('es');

const DATABASES: Readonly<Record<string, string>> = { embedded: 'integrada', native: 'nativa' };

const CONFIDENTIALITIES: Readonly<Record<string, string>> = {
  agency: 'solo para la agencia',
  restricted: 'restringido',
};

const STANDINGS: Readonly<Record<string, string>> = {
  draft: 'hecha como borrador',
  published: 'publicada',
  withdrawn: 'retirada',
  discarded: 'descartada',
};

const QUEUES: Readonly<Record<string, string>> = {
  release: 'publicación',
  archive: 'archivo de teselas',
  changes: 'comparación de informes',
  mail: 'correo',
};

const queue = (name: string) => QUEUES[name] ?? name;

export const status = {
  database: ({ databaseKind, postgis }) =>
    `Base de datos: ${DATABASES[databaseKind] ?? databaseKind}, PostGIS ${postgis}`,
  logins: 'Accesos',
  places: 'Lugares',
  filings: 'Informes',
  kept: ({ folder }) => `Filas de los informes de la FCC, guardadas en ${folder}`,
  homes: 'Viviendas',
  releases: 'Publicaciones',
  jobs: 'Trabajos',
  none: 'nada',
  secret: ({ said }) => `Secreto del servidor: ${said}`,

  place: ({ places, kind }) => `${grouped(places)} de tipo ${kindNames[kind] ?? kind}`,
  filing: ({ filer, publisher, title, asOf, revision, confidentiality, isSuperseded, isSynthetic }) =>
    [
      `${filer.toUpperCase()} ${publisher} ${title}, al ${asOf}, revisado ${revision}`,
      ...(confidentiality === 'public' ? [] : [CONFIDENTIALITIES[confidentiality] ?? confidentiality]),
      ...(isSuperseded ? ['reemplazado'] : []),
      ...(isSynthetic ? ['sintético'] : []),
    ].join(', '),
  keptOf: ({ stateFips, asOf, fileCount, bytes, pieces }) =>
    [`Estado ${stateFips} al ${asOf}: ${plural(fileCount, 'archivo', 'archivos')}, ${size(bytes)}`, ...pieces].join(
      '; ',
    ),
  missing: ({ file }) => `falta ${file}`,
  damaged: ({ file }) => `${file} está dañado`,
  unused: ({ fileCount, bytes }) =>
    `De ningún informe: ${plural(fileCount, 'archivo', 'archivos')}, ${size(bytes)}; se pueden borrar`,
  homesOf: ({ collection, districtCount, homes, isSynthetic }) =>
    `${collection}: ${plural(districtCount, 'distrito', 'distritos')}, ${plural(homes, 'vivienda', 'viviendas')}${isSynthetic ? ', sintéticas' : ''}`,
  release: ({ number, release, on, isCurrent, pieces }) =>
    [`${number} "${release}", ${on}${isCurrent ? ' (vigente)' : ''}`, ...pieces].join('; '),
  step: ({ standing, on, who }) => `${STANDINGS[standing] ?? standing} ${on} por ${who}`,
  stepBecause: ({ said, reason }) => `${said}, motivo: ${reason}`,
  operator: 'quien opera el servidor',

  job: ({ queueName }) => queue(queueName),
  jobNamed: ({ queueName, name }) => `${queue(queueName)} "${name}"`,
  jobOfRelease: ({ queueName, number }) => `${queue(queueName)} de la publicación ${number}`,
  running: ({ what, time }) => `${what}, en curso desde ${time}`,
  queued: ({ what, time }) => `${what}, en la cola desde ${time}`,
  queuedAgain: ({ what, time, reason }) =>
    `${what}, en la cola desde ${time}, se intentará de nuevo después de: ${reason}`,
  failed: ({ what, time, reason }) => `${what}, falló ${time}: ${reason}`,
  cutOff: 'todo intento se interrumpió antes de terminar',
} satisfies StatusMessages;
