import { demo } from './terminal/demo.ts';
import { lines } from './terminal/lines.ts';
import { report } from './terminal/report.ts';
import { secrets } from './terminal/secrets.ts';
import { status } from './terminal/status.ts';

export const terminal = { demo, lines, report, secrets, status };
