/** Why an Ed-Fi API could not be read. */
const READS =
  'It needs to read studentEducationOrganizationAssociations, and, where there are any, studentDirectories.';

export const edfiRefusals = {
  'edfi.url': ({ option }: { option: string }) =>
    `${option} is no address. Write it as https://api.example.org/v7.1/api.`,
  'edfi.not-secure': ({ option, host }: { option: string; host: string }) =>
    `${option} leads to ${host} without https, which would send the secret and the students in the clear. Use https.`,
  'edfi.no-secret':
    'There is no client secret. Put it into the environment as GAPMAP_EDFI_SECRET, or into a file named by --client-secret-file.',
  'edfi.no-secret-file': ({ path }: { path: string }) => `There is no file ${path} to read the client secret from.`,
  'edfi.no-discovery': ({ host }: { host: string }) =>
    `${host} does not say where its token and data are (no urls.oauth and urls.dataManagementApi at the base address). Check --base-url, or give --token-url and --data-url.`,
  'edfi.credentials': ({ answered }: { answered: number }) =>
    `The API did not accept the client id and secret (${answered}). Check both with who runs the API; they may have expired.`,
  'edfi.no-token': 'The address of tokens answered without a token. Check --base-url or --token-url.',
  'edfi.token-refused': ({ resource }: { resource: string }) =>
    `The API refused a token it had just given out, for ${resource}. Its clock or its token address may be wrong; tell who runs it.`,
  'edfi.forbidden': ({ resource, problem }: { resource: string; problem: string | undefined }) =>
    `The client may not read ${resource}${problem ? ` (${problem})` : ''}. ${READS} Ask who runs the API for a claim set and an education organization that allow it.`,
  'edfi.no-resource': ({ resource }: { resource: string }) =>
    `The API has no ${resource}. Check --base-url: it is the address without /data/v3 and without the resource.`,
  'edfi.redirected': ({ resource }: { resource: string }) =>
    `The API sends the question for ${resource} elsewhere. Give the address it leads to as --base-url.`,
  'edfi.unexpected': ({
    resource,
    answered,
    problem,
  }: {
    resource: string;
    answered: number;
    problem: string | undefined;
  }) => `The API answered ${answered}${problem ? ` (${problem})` : ''} for ${resource}. Tell who runs it.`,
  'edfi.unanswered': ({ resource, reason }: { resource: string; reason: string }) =>
    `The API did not give ${resource}: ${reason}. Nothing was written; run it again later.`,
  'edfi.keeps-changing': ({ resource }: { resource: string }) =>
    `The API's ${resource} keep changing while they are read, so that some could be missed. Run it again when nobody loads data.`,
  'edfi.turns-in-circles': ({ resource }: { resource: string }) =>
    `The API leads from a page of ${resource} back to one that was read before, so it has no end. Tell who runs it.`,
  'edfi.several-districts': ({ leaId, count }: { leaId: string; count: number }) =>
    `The client reads ${count} districts, and none of them says that its NCES id is ${leaId}. Name the district's number in the API with --education-organization.`,
  'edfi.other-district': ({ leaId, others }: { leaId: string; others: readonly string[] }) =>
    `The client reads the district ${others.join(', ')}, not ${leaId}. Check --district, or name the district's number in the API with --education-organization.`,
  'edfi.too-many-bad': ({ bad, rows, report }: { bad: number; rows: number; report: string | undefined }) =>
    `${bad.toLocaleString('en')} of ${rows.toLocaleString('en')} students would be left out, which is more than one in five; no file was written. ${report === undefined ? 'Write a report with --report to see why' : `${report} says why`}, or accept it with --leave-out-bad-rows.`,
  'edfi.one-place': ({ question }: { question: string }) =>
    `${question} No file was written. If they do, run again with --many-in-one-place. If not, have the addresses of students corrected in the system that fills the API.`,
  'edfi.no-changes': 'The API cannot tell what has changed (it has no change queries). Leave --since out.',
  'edfi.no-collection': 'Name the survey round that --import loads into: --collection "fall 2026".',
  'edfi.empty': ({ leaId }: { leaId: string }) =>
    `The API has no studentEducationOrganizationAssociations of the district ${leaId} that this client may read.`,
};
