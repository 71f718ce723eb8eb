/** Why a question to the API or a page is not answered. */
import { FILERS, type Filer } from '../../../verdict.ts';
import { filings } from '../filings.ts';

function instead(filer: string): string {
  return FILERS.some((one) => one === filer)
    ? `Ask by ${filer} or agreed, which say the same here.`
    : 'Only what families answered can be asked for: statistics home.*, device.* and equip.';
}

function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

export const apiRefusals = {
  'address.unknown': 'There is nothing at this address. /docs lists what there is.',
  'request.invalid': ({ fault }: { fault: string }) => fault,
  'request.refused': ({ fault }: { fault: string }) => fault,
  'request.too-large': 'The request holds more bytes than are taken at this address.',
  'request.too-many': 'Too many requests from this address, or with this token; wait a minute.',
  'server.stopping': 'The server is stopping, perhaps to start anew. Try again in a few seconds.',
  'server.unexpected': 'Something went wrong on our side. It was written to the log; try again.',
  'access.foreign-origin':
    'This request did not come from a page of Gapmap. Use its pages, or send the token as a bearer token.',
  'access.token-needed': ({ audience }: { audience: string }) =>
    `The ${audience} view needs a sign-in: sign in, or open the link you were given. A program sends its token as a bearer token.`,
  'access.token-needed/collections':
    'You are not signed in here: sign in, or open the link you were given. A program sends its token as a bearer token.',
  'access.token-needed/sessions':
    'Nobody is signed in here, so there is no session: sign in, or open the link you were given. A program sends its token as a bearer token.',
  'access.session-ended':
    'You are no longer signed in: the session is over, or the link you came by is. Sign in again, or open your link once more.',
  'access.no-such-session': 'Your link has no such session; it may have ended already.',
  'access.needs-https':
    'Nobody signs in at this address, because what is sent to it may be read on the way. Whoever runs Gapmap here has to serve it by https, and set PUBLIC_URL to that address.',
  'access.needs-https/public': ({ address }: { address: string }) =>
    `Nobody signs in at this address, because what is sent to it may be read on the way. Use ${address}. Whoever runs Gapmap there and still reads this has to name in TRUSTED_PROXIES the proxy that serves https.`,
  'access.other-role': ({ role, audience }: { role: string; audience: string }) =>
    `Your token opens the ${role} view, not the ${audience} view.`,
  'access.other-role/coordinator': 'This is for the coordinator of a collection; your link is a district’s.',
  'access.other-role/district': 'This is for a district and its own file; a coordinator neither sends nor reads one.',
  'access.other-role/collections': ({ role }: { role: string }) =>
    `Your token opens the ${role} view; collections are for coordinators and districts.`,
  'access.token-invalid':
    'This token is unknown, has expired or was revoked. Ask whoever gave it to you for a new one.',
  'access.token-invalid/link':
    'This link is unknown, has expired or was revoked. Ask whoever gave it to you for a new one.',
  'bbox.invalid': 'bbox takes four numbers in degrees: west,south,east,north.',
  'place.invalid': 'place takes a kind and an id: county:54015.',
  'place.unknown': 'There is no such place in the state of the release. /api/v1/places?q= finds places by name.',
  'cursor.invalid': 'cursor takes what the page before gave as `next`.',
  'cell.not-a-cell': 'This is no H3 cell. A cell is 15 hexadecimal characters, for example 882aac4411fffff.',
  'cell.resolution': ({ resolution }: { resolution: number }) =>
    `Cells of resolution 5 to 9 are answered; this one has ${resolution}.`,
  'verdicts.no-district': ({ leaId }: { leaId: string }) =>
    `No outline and no students of a district ${leaId} are loaded, so there are no hexes around it. /api/v1/places?q= finds districts by name.`,
  'cluster.unknown': 'This release has no such cluster for this measure.',
  'source.silent': ({ missing, isAgency, filer }: { missing: readonly Filer[]; isAgency: boolean; filer: string }) =>
    `${asSentence(filings.missing({ missing, isAgency }))} ${instead(filer)}`,
  'release.none': 'Nothing has been released yet. `gapmap release` makes the first release.',
  'release.unknown': 'There is no such release. /api/v1/releases lists them.',
  'release.unknown/named': ({ asked }: { asked: string }) =>
    `There is no release ${asked}. /api/v1/releases lists them.`,
  'statistic.unknown': ({ key }: { key: string }) => `"${key}" is no statistic; /api/v1/release lists them.`,
  'statistic.places-only': ({ key, instead: other }: { key: string; instead: string }) =>
    `${key} is counted of counties, districts, larger towns and the state only. Of smaller areas it is estimated: ask for ${other}.`,
  'privacy.none': 'This release was made before releases said how they are protected.',
  'migration.changed': ({ name }: { name: string }) =>
    `The migration ${name} was changed after it ran on this database. Put back the file as it was released, and make the change in a new migration.`,
  'migration.not-owner':
    'The database needs a migration that this login may not run. Run `gapmap migrate` with DATABASE_OWNER_URL, then start again.',
  'release.none/state': ({ stateFips }: { stateFips: string }) =>
    `Nothing has been released of state ${stateFips} yet.`,
  'release.which-state': ({ states }: { states: readonly { fips: string; name: string; release: number }[] }) =>
    `Releases of several states are current. Say which: ${states.map(({ fips, name }) => `state=${fips} (${name})`).join(', ')}.`,
};
