/** Why something of a commitment is not done. */
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('en');

export const commitmentRefusals = {
  'commitments.no-award': 'No award of this lot waits for your signature.',
  'commitments.unknown': 'You have no such commitment.',
  'commitments.standing': 'This cannot be done as the commitment stands now. Read it again.',
  'commitments.no-evidence': 'Add a file first: a report needs evidence.',
  'commitments.no-reason': 'Say why.',
  'commitments.not-a-photograph': 'This is no photograph that we can read. Send a JPEG, PNG or WebP file.',
  'commitments.no-speeds':
    'This table has no columns of download and upload speed. Name them download_mbps and upload_mbps.',
  'commitments.files-enough': ({ most }: { most: number }) => `This milestone has ${grouped(most)} files already.`,
  'commitments.tests-enough': ({ most }: { most: number }) => `A file may have ${grouped(most)} tests at most.`,
};
