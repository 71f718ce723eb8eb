/** Who logs in to the database and where the server's secret is, with what an operator should put right. */
import { wordingIn } from '../../wording.ts';

const { agree, list } = wordingIn('en');

export const secrets = {
  oneUser: 'The embedded database has a single user: whoever reads the data folder reads everything.',
  separate: 'API, worker and commands log in separately.',
  together:
    'Warning: API, worker and commands do not log in separately, so that whoever takes the API over has the database. As the owner:',
  thenLogIn:
    '  Then DATABASE_URL logs in as gapmap_api, DATABASE_WORKER_URL as gapmap_worker and DATABASE_OWNER_URL as the owner.',
  unchecked: ({ names }: { names: readonly string[] }) =>
    `Warning: ${list(names)} ${agree(names.length, 'reaches', 'reach')} another machine without a checked certificate: add sslmode=verify-full, and sslrootcert=FILE for an authority of your own.`,

  settingAndFile: ({ path }: { path: string }) => `GAPMAP_SERVER_SECRET; ${path} holds another one, which is not used`,
  noneYet: 'none yet, made when it is first needed',
  old: ({ path }: { path: string }) =>
    `${path}, as earlier versions wrote it: 32 bytes. It is read as it is. \`node -p "require('fs').readFileSync('server.key', 'hex')"\` in its folder shows the 64 characters that GAPMAP_SERVER_SECRET takes, and that server.key may hold instead.`,
  rotated: ({ on }: { on: string }) => `, rotated ${on}`,
  other: '. It is another one than this database was used with: nothing can be taken in or released',
};

export type SecretMessages = typeof secrets;
