import { Refusal } from '../../platform/problem.ts';
import { MOST_CHUNK_BYTES, MOST_UPLOAD_BYTES } from './contract-uploads.ts';

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

/** Why a collection does not take something. No message repeats a value of a file. */
export const collectErrors = {
  unknownCollection: () => new Refusal('collect.unknown', 404, 'There is no such collection.'),
  nameEmpty: () =>
    new Refusal('collect.name', 422, 'A collection needs a name of 1 to 80 characters, for example "fall 2026".'),
  nameTaken: () => new Refusal('collect.name-taken', 409, 'There is a collection of this name. Choose another name.'),
  notADay: (field: string) => new Refusal('collect.day', 422, `${field} is no day of the calendar. Write YYYY-MM-DD.`),
  window: () => new Refusal('collect.window', 422, 'The collection closes before it opens. Exchange the two days.'),
  unknownDistricts: (leaIds: readonly string[]) =>
    new Refusal(
      'collect.unknown-district',
      422,
      `There is no district ${leaIds.slice(0, 5).join(', ')}${leaIds.length > 5 ? ` and ${leaIds.length - 5} more` : ''} here. "gapmap import places" loads districts.`,
    ),
  unknownLink: () =>
    new Refusal('collect.unknown-link', 404, 'There is no such link of a collection that is still good.'),
  notOpenYet: (opensOn: string) =>
    new Refusal('collect.not-open', 409, `The collection opens on ${opensOn}. Send the file from then on.`),
  closed: (closesOn: string) =>
    new Refusal(
      'collect.closed',
      409,
      `The collection closed on ${closesOn}. Ask your coordinator to keep it open for longer.`,
    ),
  notAState: (states: readonly string[]) =>
    new Refusal('collect.state', 400, `only takes states with commas between: ${states.join(', ')}.`),
  empty: () => new Refusal('collect.empty', 422, 'The file is empty. Send the file that the anonymizer wrote.'),
  tooLarge: () =>
    new Refusal(
      'collect.too-large',
      413,
      `A file may have ${megabytes(MOST_UPLOAD_BYTES)}. Send the CSV that the anonymizer wrote; it has some 250 bytes a student.`,
    ),
  workbook: () =>
    new Refusal(
      'collect.workbook',
      422,
      'This is a workbook. Send the CSV that the anonymizer wrote: a workbook goes into the anonymizer first, on your own computer.',
    ),
  archive: () =>
    new Refusal('collect.archive', 422, 'This is an archive. Unpack it and send the CSV that the anonymizer wrote.'),
  unknownUpload: () => new Refusal('collect.unknown-upload', 404, 'There is no such upload of your district.'),
  chunkEmpty: () =>
    new Refusal('collect.chunk-empty', 400, 'The piece holds no bytes. Send the bytes from the offset on.'),
  chunkKind: () =>
    new Refusal(
      'collect.chunk-kind',
      415,
      `Send the bytes as application/octet-stream, at most ${megabytes(MOST_CHUNK_BYTES)} at a time.`,
    ),
  offset: (received: number) =>
    new Refusal('collect.offset', 409, `${received} bytes are here. Go on from there.`, { members: { received } }),
  tooManyBytes: (bytes: number) =>
    new Refusal(
      'collect.too-many-bytes',
      422,
      `The file was announced with ${bytes} bytes; this piece goes beyond its end.`,
    ),
  over: (state: string) =>
    new Refusal('collect.over', 409, `This upload is ${state.replaceAll('_', ' ')}. Begin another one.`),
  incomplete: (received: number, bytes: number) =>
    new Refusal('collect.incomplete', 409, `${received} of ${bytes} bytes are here. Send the rest first.`, {
      members: { received },
    }),
  checksum: () =>
    new Refusal(
      'collect.checksum',
      422,
      'The bytes that came are not those of the file that was announced (their SHA-256 differs). They were deleted; send the file again.',
      { members: { received: 0 } },
    ),
  otherDistrict: (own: string, others: readonly string[]) =>
    new Refusal(
      'collect.other-district',
      422,
      `The file holds rows of district ${others.slice(0, 3).join(', ')}${others.length > 3 ? ` and ${others.length - 3} more` : ''}; your link is that of district ${own}. Check the LEAID you gave the anonymizer, or ask for the link of the other district.`,
    ),
  notChecked: () => new Refusal('collect.not-checked', 409, 'Have the file checked before it is accepted.'),
  replaces: () =>
    new Refusal(
      'collect.replaces',
      409,
      'A file of your district was accepted before. Accept with replace: true to have this one take its place.',
    ),
  oneCell: (found: string) =>
    new Refusal(
      'collect.one-cell',
      409,
      `${found} Do these students really live there, as in an apartment tower or a dormitory? Then accept with manyInOnePlace: true. If not, mend the export and send it again.`,
    ),
  changed: () =>
    new Refusal(
      'collect.changed',
      409,
      'What is accepted of your district changed since this file was checked. Have it checked again to see what it changes.',
    ),
  nothingAccepted: () =>
    new Refusal(
      'collect.nothing-accepted',
      409,
      'No file of your district is accepted, so there is none to take back.',
    ),
  noCertificate: () =>
    new Refusal(
      'collect.no-certificate',
      404,
      'There is no certificate of this upload yet: there is one once it is accepted, refused or discarded.',
    ),
  certificateUnreadable: () =>
    new Refusal(
      'collect.certificate-unreadable',
      422,
      'There is no certificate in this file. Give the JSON form, which the district’s page offers beside the one to print.',
    ),
  notGenuine: () =>
    new Refusal(
      'collect.not-genuine',
      422,
      'Not genuine: another server issued this certificate, or something in it was changed.',
    ),
  noSecret: () =>
    new Refusal(
      'collect.no-secret',
      422,
      'This machine holds no server secret to verify with. Run the command where the server runs, with its GAPMAP_DATA_DIR or GAPMAP_SERVER_SECRET.',
    ),
} as const;
