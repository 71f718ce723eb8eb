/** Why a collection does not take something. */
import { identifying } from '../identifying.ts';

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

const firstOf = (names: readonly string[], most: number) =>
  `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;

const UPLOAD_STATES: Readonly<Record<string, string>> = {
  receiving: 'receiving',
  received: 'received',
  checked: 'checked',
  accepted: 'accepted',
  accepted_with_notes: 'accepted with notes',
  refused: 'refused',
  taken_back: 'taken back',
  discarded: 'discarded',
  abandoned: 'abandoned',
};

export const collectRefusals = {
  'review.identifying': ({ findings }: { findings: readonly string[] }) =>
    `The words hold what looks like ${findings.map((says) => identifying[says] ?? says).join('; ')}. Nothing of them was kept. Write them without anything of a student, then send again.`,
  'review.nothing-accepted': 'The questions are for districts whose file is accepted. Accept yours, then answer them.',
  'collect.unknown/named': ({ name }: { name: string }) => `There is no collection "${name}" in the state.`,
  'collect.nothing-to-forget': 'Nothing is stored of that, so nothing was deleted.',
  'collect.forget-what': 'Say what to forget: --district and its LEAID, --collection and its name, or both.',
  'collect.forget-unconfirmed': 'Nothing was deleted. Add --yes to delete it.',
  'collect.unknown': 'There is no such collection.',
  'collect.name': 'A collection needs a name of 1 to 80 characters, for example "fall 2026".',
  'collect.name-taken': 'There is a collection of this name. Choose another name.',
  'collect.day': ({ field }: { field: string }) => `${field} is no day of the calendar. Write YYYY-MM-DD.`,
  'collect.window': 'The collection closes before it opens. Exchange the two days.',
  'collect.unknown-district': ({ leaIds }: { leaIds: readonly string[] }) =>
    `There is no district ${firstOf(leaIds, 5)} here. "gapmap import places" loads districts.`,
  'collect.unknown-link': 'There is no such link of a collection that is still good.',
  'collect.not-open': ({ opensOn }: { opensOn: string }) =>
    `The collection opens on ${opensOn}. Send the file from then on.`,
  'collect.closed': ({ closesOn }: { closesOn: string }) =>
    `The collection closed on ${closesOn}. Ask your coordinator to keep it open for longer.`,
  'collect.state': ({ words }: { words: readonly string[] }) =>
    `only takes states with commas between: ${words.join(', ')}.`,
  'collect.empty': 'The file is empty. Send the file that the anonymizer wrote.',
  'collect.too-large': ({ most }: { most: number }) =>
    `A file may have ${megabytes(most)}. Send the CSV that the anonymizer wrote; it has some 250 bytes a student.`,
  'collect.workbook':
    'This is a workbook. Send the CSV that the anonymizer wrote: a workbook goes into the anonymizer first, on your own computer.',
  'collect.archive': 'This is an archive. Unpack it and send the CSV that the anonymizer wrote.',
  'collect.unknown-upload': 'There is no such upload of your district.',
  'collect.chunk-empty': 'The piece holds no bytes. Send the bytes from the offset on.',
  'collect.chunk-kind': ({ most }: { most: number }) =>
    `Send the bytes as application/octet-stream, at most ${megabytes(most)} at a time.`,
  'collect.offset': ({ received }: { received: number }) => `${received} bytes are here. Go on from there.`,
  'collect.too-many-bytes': ({ bytes }: { bytes: number }) =>
    `The file was announced with ${bytes} bytes; this piece goes beyond its end.`,
  'collect.over': ({ state }: { state: string }) =>
    `This upload is ${UPLOAD_STATES[state] ?? state}. Begin another one.`,
  'collect.incomplete': ({ received, bytes }: { received: number; bytes: number }) =>
    `${received} of ${bytes} bytes are here. Send the rest first.`,
  'collect.checksum': (_: { received: number }) =>
    'The bytes that came are not those of the file that was announced (their SHA-256 differs). They were deleted; send the file again.',
  'collect.other-district': ({ own, others }: { own: string; others: readonly string[] }) =>
    `The file holds rows of district ${firstOf(others, 3)}; your link is that of district ${own}. Check the LEAID you gave the anonymizer, or ask for the link of the other district.`,
  'collect.not-checked': 'Have the file checked before it is accepted.',
  'collect.replaces':
    'A file of your district was accepted before. Accept with replace: true to have this one take its place.',
  'collect.one-cell': ({ found }: { found: string }) =>
    `${found} Do these students really live there, as in an apartment tower or a dormitory? Then accept with manyInOnePlace: true. If not, mend the export and send it again.`,
  'collect.changed':
    'What is accepted of your district changed since this file was checked. Have it checked again to see what it changes.',
  'collect.nothing-accepted': 'No file of your district is accepted, so there is none to take back.',
  'collect.no-certificate':
    'There is no certificate of this upload yet: there is one once it is accepted, refused or discarded.',
  'collect.certificate-unreadable':
    'There is no certificate in this file. Give the JSON form, which the district’s page offers beside the one to print.',
  'collect.not-genuine': 'Not genuine: another server issued this certificate, or something in it was changed.',
  'collect.no-secret':
    'This machine holds no server secret to verify with. Run the command where the server runs, with its GAPMAP_DATA_DIR or GAPMAP_SERVER_SECRET.',
};
