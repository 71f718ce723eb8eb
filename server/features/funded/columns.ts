/** Which column of a file says what: BEAD, RDOF, CAF and state awards, as their files name it. */
import { isDay } from '../../domain/day.ts';
import { normalizeTechnologyCode } from '../../domain/technology.ts';
import type { Properties } from '../../platform/gis/read.ts';

const NAMES = {
  program: ['program', 'programname', 'fundingprogram', 'fundingsource', 'grantprogram', 'award'],
  holder: [
    'holder',
    'awardee',
    'recipient',
    'subgrantee',
    'winningbidder',
    'provider',
    'providername',
    'brandname',
    'company',
  ],
  technology: ['technology', 'tech', 'techcode', 'technologycode', 'transtech'],
  download: ['download', 'downloadmbps', 'maxdown', 'downspeed', 'maxadvertiseddownloadspeed', 'speeddown'],
  upload: ['upload', 'uploadmbps', 'maxup', 'upspeed', 'maxadvertiseduploadspeed', 'speedup'],
  due: ['due', 'duedate', 'duedt', 'completionda', 'completiondate', 'builddeadline', 'deadline', 'completeby'],
} as const;
type Meaning = keyof typeof NAMES;
export type FundedColumns = Readonly<Partial<Record<Meaning, string>>>;

export function fundedColumns(fields: readonly string[]): FundedColumns {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  return Object.fromEntries(
    (Object.keys(NAMES) as Meaning[]).flatMap((meaning) => {
      const found = NAMES[meaning].flatMap((name) => fields.filter((field) => plain(field) === name))[0];
      return found === undefined ? [] : [[meaning, found]];
    }),
  );
}

export interface Award {
  readonly program: string;
  readonly holder: string | null;
  readonly technology: number | null;
  readonly download: number | null;
  readonly upload: number | null;
  readonly due: string | null;
}

/** @param program what the file's areas belong to where no column says so */
export function awardOf(properties: Properties, columns: FundedColumns, program: string): Award {
  const text = (meaning: Meaning) => String(properties[columns[meaning] ?? ''] ?? '').trim() || null;
  const technology = text('technology');
  return {
    program: text('program') ?? program,
    holder: text('holder'),
    technology: technology === null ? null : technologyOf(technology),
    download: mbpsOf(text('download')),
    upload: mbpsOf(text('upload')),
    due: dayOf(text('due')),
  };
}

function technologyOf(said: string): number | null {
  if (/^\d+$/.test(said)) return normalizeTechnologyCode(Number(said)) ?? null;
  if (/fib(er|re)|ftt[hp]/i.test(said)) return 50;
  if (/cable|coax|hfc/i.test(said)) return 40;
  if (/unlicensed/i.test(said)) return 70;
  return /licensed/i.test(said) ? 71 : /copper|dsl/i.test(said) ? 10 : null;
}

function mbpsOf(said: string | null): number | null {
  const value = Number(/^\d+(\.\d+)?/.exec(said ?? '')?.[0] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

/** Days as 2028-12-31, 2028/12/31 (as files of GIS programs write them) or 12/31/2028. */
function dayOf(said: string | null): string | null {
  const [, year, month, day] = /^(\d{4})[-/](\d{2})[-/](\d{2})/.exec(said ?? '') ?? [];
  const [, m, d, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(said ?? '') ?? [];
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const written = year ? `${year}-${month}-${day}` : y ? `${y}-${two(m)}-${two(d)}` : '';
  return isDay(written) ? written : null;
}
