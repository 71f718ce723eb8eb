import type { PrepareMessages } from '../en/prepare.ts';
import { fields } from './fields.ts';
import { calling } from './prepare/calling.ts';
import { columns } from './prepare/columns.ts';
import { file } from './prepare/file.ts';
import { leaving } from './prepare/leaving.ts';
import { problems } from './prepare/problems.ts';
import { settled } from './prepare/settled.ts';
import { rows } from './rows.ts';

export const prepare = { calling, file, columns, problems, settled, leaving, fields, rows } satisfies PrepareMessages;
