/** How far published numbers are off: one row a level of detail, one part a family, bars to one scale. */

import { grouped } from '../../lib/counts.ts';
import { percentInWords } from '../../lib/format.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import type { ErrorFigure } from './report.ts';
import { FAMILY_WORDS, LEVEL_WORDS, levelInWords, orderIn, students } from './words.ts';

interface ErrorTableProps {
  readonly label: string;
  readonly caption: string;
  readonly errors: readonly ErrorFigure[];
}

export function ErrorTable({ label, caption, errors }: ErrorTableProps) {
  const families = [...new Set(errors.map(({ family }) => family))].sort(
    (a, b) => orderIn(FAMILY_WORDS, a) - orderIn(FAMILY_WORDS, b),
  );
  const longest = Math.max(1, ...errors.map(({ p95Absolute }) => p95Absolute ?? 0));
  return (
    <Scroll label={label}>
      <table className="wide errors">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Numbers of a</th>
            <th scope="col" className="numeric">
              On average
            </th>
            <th scope="col" className="numeric">
              95 of 100 within
            </th>
            <th scope="col" className="bars">
              <span aria-hidden="true">0 to {grouped(longest)} students</span>
              <span className="sr-only">As bars</span>
            </th>
            <th scope="col" className="numeric of-count">
              Of the count
            </th>
            <th scope="col" className="numeric measured">
              Measured on
            </th>
          </tr>
        </thead>
        {families.map((family) => (
          <Family
            key={family}
            family={family}
            longest={longest}
            errors={errors
              .filter((error) => error.family === family)
              .sort((a, b) => orderIn(LEVEL_WORDS, a.level) - orderIn(LEVEL_WORDS, b.level))}
          />
        ))}
      </table>
    </Scroll>
  );
}

function Family({
  family,
  errors,
  longest,
}: {
  readonly family: string;
  readonly errors: readonly ErrorFigure[];
  readonly longest: number;
}) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} className="family">
          {FAMILY_WORDS[family] ?? family}
        </th>
      </tr>
      {errors.map((error) => (
        <tr key={error.level} data-family={family} data-level={error.level}>
          <th scope="row">{levelInWords(error.level)}</th>
          {error.meanAbsolute === null || error.p95Absolute === null ? (
            <td colSpan={4} className="note">
              Too few counts are shown to say without telling about them.
            </td>
          ) : (
            <>
              <td className="numeric">{students(error.meanAbsolute)}</td>
              <td className="numeric">{grouped(error.p95Absolute)}</td>
              <td className="bars" aria-hidden="true">
                <Bar mean={error.meanAbsolute / longest} most={error.p95Absolute / longest} />
              </td>
              <td className="numeric of-count">
                {error.meanRelative === null ? 'not known' : percentInWords(error.meanRelative)}
              </td>
            </>
          )}
          <td className="numeric measured">{grouped(error.counts)}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The mean as a full bar, the 95 % as a thin line beyond it. Shares of the whole width. */
function Bar({ mean, most }: { readonly mean: number; readonly most: number }) {
  return (
    <svg className="error-bar" viewBox="0 0 100 12" preserveAspectRatio="none" focusable="false">
      <title>Mean and 95 %</title>
      <line x1="0" x2={100 * most} y1="6" y2="6" />
      <rect x="0" y="1" width={100 * mean} height="10" />
    </svg>
  );
}
