import { Refusal } from '../../platform/problem.ts';

const READS =
  'It needs to read studentEducationOrganizationAssociations, and, where there are any, studentDirectories.';

/** Why an Ed-Fi API could not be read. The messages name resources and numbers, never what a document holds. */
export const edfiErrors = {
  notUrl: (option: string) =>
    new Refusal('edfi.url', 400, `${option} is no address. Write it as https://api.example.org/v7.1/api.`),
  notSecure: (option: string, host: string) =>
    new Refusal(
      'edfi.not-secure',
      400,
      `${option} leads to ${host} without https, which would send the secret and the students in the clear. Use https.`,
    ),
  noSecret: () =>
    new Refusal(
      'edfi.no-secret',
      400,
      'There is no client secret. Put it into the environment as GAPMAP_EDFI_SECRET, or into a file named by --client-secret-file.',
    ),
  noSecretFile: (path: string) =>
    new Refusal('edfi.no-secret-file', 404, `There is no file ${path} to read the client secret from.`),
  noDiscovery: (host: string) =>
    new Refusal(
      'edfi.no-discovery',
      502,
      `${host} does not say where its token and data are (no urls.oauth and urls.dataManagementApi at the base address). Check --base-url, or give --token-url and --data-url.`,
    ),
  credentials: (status: number) =>
    new Refusal(
      'edfi.credentials',
      401,
      `The API did not accept the client id and secret (${status}). Check both with who runs the API; they may have expired.`,
    ),
  noToken: () =>
    new Refusal(
      'edfi.no-token',
      502,
      'The address of tokens answered without a token. Check --base-url or --token-url.',
    ),
  tokenRefused: (resource: string) =>
    new Refusal(
      'edfi.token-refused',
      401,
      `The API refused a token it had just given out, for ${resource}. Its clock or its token address may be wrong; tell who runs it.`,
    ),
  forbidden: (resource: string, type: string | undefined) =>
    new Refusal(
      'edfi.forbidden',
      403,
      `The client may not read ${resource}${type ? ` (${type})` : ''}. ${READS} Ask who runs the API for a claim set and an education organization that allow it.`,
    ),
  noResource: (resource: string) =>
    new Refusal(
      'edfi.no-resource',
      404,
      `The API has no ${resource}. Check --base-url: it is the address without /data/v3 and without the resource.`,
    ),
  redirected: (resource: string) =>
    new Refusal(
      'edfi.redirected',
      502,
      `The API sends the question for ${resource} elsewhere. Give the address it leads to as --base-url.`,
    ),
  unexpected: (resource: string, status: number, type: string | undefined) =>
    new Refusal(
      'edfi.unexpected',
      502,
      `The API answered ${status}${type ? ` (${type})` : ''} for ${resource}. Tell who runs it.`,
    ),
  unanswered: (resource: string, reason: string, cause: unknown) =>
    new Refusal(
      'edfi.unanswered',
      503,
      `The API did not give ${resource}: ${reason}. Nothing was written; run it again later.`,
      { cause },
    ),
  keepsChanging: (resource: string) =>
    new Refusal(
      'edfi.keeps-changing',
      409,
      `The API's ${resource} keep changing while they are read, so that some could be missed. Run it again when nobody loads data.`,
    ),
  turnsInCircles: (resource: string) =>
    new Refusal(
      'edfi.turns-in-circles',
      502,
      `The API leads from a page of ${resource} back to one that was read before, so it has no end. Tell who runs it.`,
    ),
  severalDistricts: (leaId: string, count: number) =>
    new Refusal(
      'edfi.several-districts',
      422,
      `The client reads ${count} districts, and none of them says that its NCES id is ${leaId}. Name the district's number in the API with --education-organization.`,
    ),
  otherDistrict: (leaId: string, others: readonly string[]) =>
    new Refusal(
      'edfi.other-district',
      422,
      `The client reads the district ${others.join(', ')}, not ${leaId}. Check --district, or name the district's number in the API with --education-organization.`,
    ),
  tooManyBad: (bad: number, rows: number, report: string | undefined) =>
    new Refusal(
      'edfi.too-many-bad',
      422,
      `${bad.toLocaleString('en')} of ${rows.toLocaleString('en')} students would be left out, which is more than one in five; no file was written. ${report === undefined ? 'Write a report with --report to see why' : `${report} says why`}, or accept it with --leave-out-bad-rows.`,
    ),
  onePlace: (question: string) =>
    new Refusal(
      'edfi.one-place',
      422,
      `${question} No file was written. If they do, run again with --many-in-one-place. If not, have the addresses of students corrected in the system that fills the API.`,
    ),
  noChanges: () =>
    new Refusal(
      'edfi.no-changes',
      422,
      'The API cannot tell what has changed (it has no change queries). Leave --since out.',
    ),
  noCollection: () =>
    new Refusal('edfi.no-collection', 400, 'Name the survey round that --import loads into: --collection "fall 2026".'),
  empty: (leaId: string) =>
    new Refusal(
      'edfi.empty',
      422,
      `The API has no studentEducationOrganizationAssociations of the district ${leaId} that this client may read.`,
    ),
} as const;
