/** How answers and students fit together, for the screen and as a list to save. */
import type { Join } from '../../../../server/domain/anonymize/index.ts';
import { unjoinedCsv } from '../../../../server/features/anonymize/report.ts';
import type { Joined } from './protocol.ts';

const LINES_SHOWN = 10;

export function joinedOf(join: Join): Joined {
  const { unjoined } = join;
  return {
    students: join.joined,
    unjoined: [...Map.groupBy(unjoined, ({ kind }) => kind)].map(([kind, rows]) => ({
      kind,
      file: rows[0]?.file ?? 'answers',
      rows: rows.length,
      lines: rows.slice(0, LINES_SHOWN).map(({ line }) => line),
    })),
    list: unjoined.length === 0 ? undefined : new Blob([unjoinedCsv(unjoined)], { type: 'text/csv' }),
  };
}

export const NONE_JOINED =
  'No answer has a student in the export. Most likely the two files hold different numbers, such as the district’s and the state’s: choose the column of the same number in both. Or do without the file of answers.';
