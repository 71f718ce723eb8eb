/** What a command says around its work: how long it took, the database, servers and waiting. */
import { wordingIn } from '../../wording.ts';

const { decimal } = wordingIn('en');

export const runningProgress = {
  'step.in-all': ({ seconds }: { seconds: number }) => `${decimal(seconds, 1)} s in all`,
  'done.dry-run': ({ said }: { said: string }) => `${said}: so it would be, and nothing was changed, as asked`,

  'database.creating': 'Creating the database, which takes some ten seconds the first time ...',
  'database.restarted': 'The process of the embedded database ended and is started again.',
  'database.up-to-date': 'The database is up to date.',
  'database.away': 'The database is away. Trying again ...',
  'step.database': 'Database created',

  'running.at': ({ address }: { address: string }) => `Gapmap answers at ${address}`,
  'running.stopping': 'Stopping ...',
  'running.waiting': 'Waiting for work. Ctrl-C stops after the job in hand.',
  'running.queue': ({ message }: { message: string }) => `The queue reports: ${message}`,

  'wait.again': ({ reason, seconds }: { reason: string; seconds: number }) => `${reason}; asking again in ${seconds} s`,
  'wait.busy': ({ status }: { status: number }) => `too many requests (${status})`,
  'wait.failed': ({ status }: { status: number }) => `the server failed (${status})`,
  'wait.no-answer': 'no answer in time',
  'wait.no-connection': 'no connection',
  'wait.no-connection/code': ({ code }: { code: string }) => `no connection (${code})`,
  'wait.answered': ({ status }: { status: number }) => `it answered ${status}`,
  'wait.no-json': 'the answer was no complete JSON',
  'wait.no-table': 'it answered with a page instead of a table',
  'wait.no-rows': 'its answer is no table',
  'wait.given-up': ({ reason, tries }: { reason: string; tries: number }) =>
    `${reason}, ${tries === 1 ? 'once' : `${tries} times in a row`}`,
  'wait.too-long': ({ reason, seconds }: { reason: string; seconds: number }) =>
    `${reason}, and asks to wait ${seconds} s`,

  'step.demo-state': 'Synthetic state made',
  'step.demo-pages': 'Pages',
  'done.demo-pages/built': 'built',
  'done.demo-pages/unchanged': 'as they were',
  'demo.incomplete': ({ message }: { message: string }) => `Not all of the demo could be loaded: ${message}`,

  'secret.rotated/setting':
    'The secret is rotated. Put the new one in GAPMAP_SERVER_SECRET of every process and restart them; until then they take nothing in and release nothing.',
  'secret.rotated/file':
    'The secret is rotated, and server.key holds the new one. Copy it to every other machine of this database, and into its backup.',
  'secret.new-data-key': `Nothing of before fits the new key: students of earlier collections are not recognized in later ones, the next
release counts every area anew with other noise beside the earlier numbers, certificates of before no longer check, and
uploads that are not accepted yet must be sent again. Proposals and drafts are under the new key, unless the old one was lost.`,
  'secret.backups': 'A backup of before still needs the secret of before.',
};
