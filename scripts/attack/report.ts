/** Figures as lines and tables of Markdown, so that they can be kept as they were printed. */
import { AUDIENCES } from '../../server/domain/audience.ts';
import type { Figure, Report } from './attacks.ts';

export function figureLine({ attack, what, tried, disclosures, figure, examples }: Figure): string {
  const line = `| ${attack} | ${what} | ${tried.toLocaleString('en-US')} | ${disclosures} | ${figure} |`;
  return disclosures === 0 ? line : [line, ...examples.map((example) => `    such as: ${example}`)].join('\n');
}

const SHOWN_LEVELS = ['patch', 'hex 5', 'county', 'school_district', 'state'];

/** Mean error and the size 95 % of errors stay within, in students. */
export function errorTable(errors: Report['errors']): string {
  const lines = AUDIENCES.flatMap((audience) =>
    errors[audience]
      .filter(({ level, shown }) => SHOWN_LEVELS.includes(level) && shown > 0)
      .map(
        ({ family, level, shown, hidden, meanAbsolute, p95Absolute, bias }) =>
          `| ${audience} | ${level} | ${family} | ${shown} | ${((100 * hidden) / (shown + hidden)).toFixed(0)} % | ${meanAbsolute.toFixed(2)} | ${p95Absolute} | ${bias.toFixed(2)} |`,
      ),
  );
  return [
    '| audience | level | family | shown | hidden | mean error | 95 % within | bias |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
