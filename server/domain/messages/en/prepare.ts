/** “Prepare a file”: an export becomes a file without identities, on the computer of the district. */
import { fields } from './fields.ts';
import { calling } from './prepare/calling.ts';
import { columns } from './prepare/columns.ts';
import { file } from './prepare/file.ts';
import { leaving } from './prepare/leaving.ts';
import { problems } from './prepare/problems.ts';
import { settled } from './prepare/settled.ts';
import { rows } from './rows.ts';

export const prepare = { calling, file, columns, problems, settled, leaving, fields, rows };

export type PrepareMessages = typeof prepare;
