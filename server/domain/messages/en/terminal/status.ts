/** What `gapmap status` says of a database: what is loaded, what is released, and what waits. */
import { wordingIn } from '../../wording.ts';
import { kindNames } from '../kinds.ts';

const { grouped, plural, size } = wordingIn('en');

const STANDINGS: Readonly<Record<string, string>> = { draft: 'drafted' };

/** A job in words, since when it is as it is, and what went wrong in its last try. */
interface Job {
  readonly what: string;
  readonly time: string;
}

export const status = {
  database: ({ databaseKind, postgis }: { databaseKind: string; postgis: string }) =>
    `Database: ${databaseKind}, PostGIS ${postgis}`,
  logins: 'Logins',
  places: 'Places',
  filings: 'Filings',
  kept: ({ folder }: { folder: string }) => `Rows of FCC filings, kept in ${folder}`,
  homes: 'Homes',
  releases: 'Releases',
  jobs: 'Jobs',
  none: 'none',
  secret: ({ said }: { said: string }) => `Server secret: ${said}`,

  place: ({ places, kind }: { places: number; kind: string }) =>
    `${grouped(places)} of kind ${kindNames[kind] ?? kind}`,
  filing: ({
    filer,
    publisher,
    title,
    asOf,
    revision,
    confidentiality,
    isSuperseded,
    isSynthetic,
  }: {
    filer: string;
    publisher: string;
    title: string;
    asOf: string;
    revision: string;
    confidentiality: string;
    isSuperseded: boolean;
    isSynthetic: boolean;
  }) =>
    [
      `${filer.toUpperCase()} ${publisher} ${title}, as of ${asOf}, revised ${revision}`,
      ...(confidentiality === 'public' ? [] : [confidentiality]),
      ...(isSuperseded ? ['superseded'] : []),
      ...(isSynthetic ? ['synthetic'] : []),
    ].join(', '),
  keptOf: ({
    stateFips,
    asOf,
    fileCount,
    bytes,
    pieces,
  }: {
    stateFips: string;
    asOf: string;
    fileCount: number;
    bytes: number;
    pieces: readonly string[];
  }) =>
    [`State ${stateFips} as of ${asOf}: ${plural(fileCount, 'file', 'files')}, ${size(bytes)}`, ...pieces].join('; '),
  missing: ({ file }: { file: string }) => `${file} is missing`,
  damaged: ({ file }: { file: string }) => `${file} is damaged`,
  unused: ({ fileCount, bytes }: { fileCount: number; bytes: number }) =>
    `Of no filing: ${plural(fileCount, 'file', 'files')}, ${size(bytes)}; these may be deleted`,
  homesOf: ({
    collection,
    districtCount,
    homes,
    isSynthetic,
  }: {
    collection: string;
    districtCount: number;
    homes: number;
    isSynthetic: boolean;
  }) =>
    `${collection}: ${plural(districtCount, 'district', 'districts')}, ${plural(homes, 'home', 'homes')}${isSynthetic ? ', synthetic' : ''}`,
  release: ({
    number,
    release,
    on,
    isCurrent,
    pieces,
  }: {
    number: number;
    release: string;
    on: string;
    isCurrent: boolean;
    pieces: readonly string[];
  }) => [`${number} "${release}", ${on}${isCurrent ? ' (current)' : ''}`, ...pieces].join('; '),
  step: ({ standing, on, who }: { standing: string; on: string; who: string }) =>
    `${STANDINGS[standing] ?? standing} ${on} by ${who}`,
  stepBecause: ({ said, reason }: { said: string; reason: string }) => `${said}, because: ${reason}`,
  operator: 'whoever runs the server',

  job: ({ queueName }: { queueName: string }) => queueName,
  jobNamed: ({ queueName, name }: { queueName: string; name: string }) => `${queueName} "${name}"`,
  jobOfRelease: ({ queueName, number }: { queueName: string; number: number }) => `${queueName} of release ${number}`,
  running: ({ what, time }: Job) => `${what}, running since ${time}`,
  queued: ({ what, time }: Job) => `${what}, queued since ${time}`,
  queuedAgain: ({ what, time, reason }: Job & { reason: string }) =>
    `${what}, queued since ${time}, to be tried again after: ${reason}`,
  failed: ({ what, time, reason }: Job & { reason: string }) => `${what}, failed ${time}: ${reason}`,
  cutOff: 'every try was cut off before its end',
};

export type StatusMessages = typeof status;
