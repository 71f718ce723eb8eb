/** How well answers and students match, for the screen and as a list to save. */
import type { Join } from '../../../../server/domain/anonymize/index.ts';
import { type ListWords, unjoinedCsv } from '../../../../server/features/anonymize/report.ts';
import type { Joined } from './protocol.ts';

const LINES_SHOWN = 10;

export function joinedOf(words: ListWords, join: Join): Joined {
  const { unjoined } = join;
  return {
    students: join.joined,
    unjoined: [...Map.groupBy(unjoined, ({ kind }) => kind)].map(([kind, rows]) => ({
      kind,
      file: rows[0]?.file ?? 'answers',
      rows: rows.length,
      lines: rows.slice(0, LINES_SHOWN).map(({ line }) => line),
    })),
    list: unjoined.length === 0 ? undefined : new Blob([unjoinedCsv(words, unjoined)], { type: 'text/csv' }),
  };
}
