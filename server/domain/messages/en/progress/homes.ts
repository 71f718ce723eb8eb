/** Steps that read homes: from files and an API, by their address, and into a collection. */
import { wordingIn } from '../../wording.ts';

const { agree, grouped, plural } = wordingIn('en');

const documents = (count: number) => plural(count, 'document', 'documents');

export const homeProgress = {
  'step.homes-checked': 'checking homes',
  'done.homes-checked': ({
    fileCount,
    refusedCount,
    bad,
    report,
  }: {
    fileCount: number;
    refusedCount: number;
    bad: number;
    report: string | undefined;
  }) =>
    `${plural(fileCount, 'file', 'files')}, ${refusedCount > 0 ? `${grouped(refusedCount)} refused` : 'none refused'}, ${plural(bad, 'bad row', 'bad rows')}${report === undefined ? '' : `, listed in ${report}`}`,
  'step.homes-stored': ({ collection }: { collection: string }) => `storing homes of ${collection}`,
  'done.homes-stored': ({
    homes,
    districtCount,
    knownCount,
  }: {
    homes: number;
    districtCount: number;
    knownCount: number;
  }) =>
    `${plural(homes, 'home', 'homes')} of ${plural(districtCount, 'district', 'districts')}${knownCount > 0 ? `; ${plural(knownCount, 'file was', 'files were')} known and left alone` : ''}`,
  'done.homes-stored/unchanged': 'nothing changed, the same files were loaded before',
  'homes.of-file': ({ file, said }: { file: string; said: string }) => `${file}: ${said}`,
  'homes.of-files': ({ file, more, said }: { file: string; more: number; said: string }) =>
    `${file} and ${grouped(more)} more: ${said}`,
  'homes.ask-district': ({ file, leaId, found }: { file: string; leaId: string; found: string }) =>
    `${file}: ask district ${leaId}: ${found}`,
  'homes.replaced': ({ file, homes, leaId }: { file: string; homes: number; leaId: string }) =>
    `${file}: replaces the ${plural(homes, 'home', 'homes')} that ${leaId} had sent before`,

  'step.collection': ({ collection }: { collection: string }) => `Collection "${collection}"`,
  'done.collection': ({ districtCount }: { districtCount: number }) => plural(districtCount, 'district', 'districts'),
  'done.collection/unchanged': 'as it was',

  'forget.asked': 'This deletes, for good:',
  'forget.homes': ({ homes, answered, fileCount }: { homes: number; answered: number; fileCount: number }) =>
    `  ${plural(homes, 'home', 'homes')} and ${grouped(answered)} students' answers, of ${plural(fileCount, 'loaded file', 'loaded files')}`,
  'forget.unplaced': ({ noFixedResidence }: { noFixedResidence: number }) =>
    `  ${plural(noFixedResidence, 'student', 'students')} without a fixed residence`,
  'forget.uploads': ({ uploadCount }: { uploadCount: number }) =>
    `  ${plural(uploadCount, 'upload', 'uploads')}, with whatever is stored of their bytes`,
  'forget.kept': ({ students, maskedCount }: { students: number; maskedCount: number }) =>
    `  ${plural(students, 'student', 'students')} as releases counted them; of ${grouped(maskedCount)} of these, who may not leave at once, the pseudonym`,
  'forget.stays':
    'What releases published stays, until `gapmap withdraw`; so do counts by area, which later releases need.',
  'forget.done': 'Deleted. Keep the certificate above. Links to the collection still open: `gapmap token` ends them.',

  'step.anonymized': 'Rows anonymized',
  'done.anonymized': ({ students, rows }: { students: number; rows: number }) =>
    `${plural(students, 'student', 'students')} of ${plural(rows, 'row', 'rows')}`,
  'anonymize.key-made': ({ path }: { path: string }) =>
    `The district’s key is in ${path}. Keep it, and keep it secret: it is needed for every later file, and it must never be sent.`,

  'step.edfi': ({ resource }: { resource: string }) => `reading ${resource}`,
  'done.edfi': ({ documentCount, repeated }: { documentCount: number; repeated: number }) =>
    `${documents(documentCount)}${repeated > 0 ? `, ${grouped(repeated)} of them met twice and kept once` : ''}`,
  'edfi.read': ({ documentCount }: { documentCount: number }) => `${grouped(documentCount)} read`,
  'edfi.read/of': ({ documentCount, total }: { documentCount: number; total: number }) =>
    `${grouped(documentCount)} of ${grouped(total)} read`,
  'edfi.fewer': ({ resource, documentCount, total }: { resource: string; documentCount: number; total: number }) =>
    `The API counted ${grouped(total)} ${resource} and gave ${grouped(documentCount)}.`,
  'edfi.resource/token': 'a token',
  'edfi.resource/addresses': 'its addresses',
  'edfi.unchanged': ({ since }: { since: number }) => `Nothing has changed since change ${since}; no file was written.`,
  'edfi.left': ({ students }: { students: number }) =>
    `${plural(students, 'student who has', 'students who have')} left ${agree(students, 'was', 'were')} passed over.`,
  'edfi.unread': ({ resource }: { resource: string }) =>
    `The client may not read ${resource}, or the API has none. Students whom only it calls homeless are not told apart and leave with a place. Ask who runs the API for a claim set that reads it.`,
  'edfi.unread/agencies': ({ leaId }: { leaId: string }) =>
    `The client may not read localEducationAgencies; all that it reads is taken for the district ${leaId}.`,
  'edfi.unread/enrollments':
    'The client may not read studentSchoolAssociations: grades stay open, and students who have left are not told apart.',
  'edfi.one-district': ({ districtCount, schoolCount }: { districtCount: number; schoolCount: number }) =>
    `Of the ${plural(districtCount, 'district', 'districts')} the client reads, one was taken, with its ${grouped(schoolCount)} schools.`,
  'edfi.only-district': ({ leaId }: { leaId: string }) =>
    `The API does not say the NCES id of the only district the client reads; it is taken for ${leaId}.`,

  'step.address-points': ({ file }: { file: string }) => `reading address points of ${file}`,
  'done.address-points': ({ addressCount }: { addressCount: number }) => plural(addressCount, 'address', 'addresses'),
  'step.census': 'asking the Census geocoder',
  'done.census': ({ matched, addressCount }: { matched: number; addressCount: number }) =>
    `${grouped(matched)} of ${plural(addressCount, 'address', 'addresses')} found`,
  'geocode.disclosure': ({ homes, host }: { homes: number; host: string }) =>
    [
      `WARNING: ${homes === 1 ? 'the address of a student is' : `the addresses of ${grouped(homes)} homes of students are`} about to be sent to the U.S. Census Bureau (${host}).`,
      'No name, student number or answer goes along; that students of a district live there is disclosed.',
      'Nothing else of Gapmap sends an address anywhere. Check that your district’s agreements allow it.',
    ].join('\n'),
  'geocode.agree': 'Send them? Type yes to agree.',
  'geocode.nothing-sent': 'Nothing was sent.',
  'geocode.unmatched': ({ addressCount, path }: { addressCount: number; path: string }) =>
    `Not found by their address: ${grouped(addressCount)}; ${path} lists them. It names homes: keep it here.`,
};
