/** Errors of published numbers: one row per level of detail, one part per family, bars to one scale. */
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { privacyMessages } from './messages.ts';
import { FAMILIES, LEVELS, orderIn } from './order.ts';
import type { ErrorFigure } from './report.ts';

interface ErrorTableProps {
  readonly label: string;
  readonly caption: string;
  readonly errors: readonly ErrorFigure[];
}

export function ErrorTable({ label, caption, errors }: ErrorTableProps) {
  const messages = useCatalog(privacyMessages);
  const families = [...new Set(errors.map(({ family }) => family))].sort(
    (a, b) => orderIn(FAMILIES, a) - orderIn(FAMILIES, b),
  );
  const longest = Math.max(1, ...errors.map(({ p95Absolute }) => p95Absolute ?? 0));
  return (
    <Scroll label={label}>
      <table className="wide errors">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.numbersOfA}</th>
            <th scope="col" className="numeric">
              {messages.onAverage}
            </th>
            <th scope="col" className="numeric">
              {messages.most}
            </th>
            <th scope="col" className="bars">
              <span aria-hidden="true">{messages.scale({ longest })}</span>
              <span className="sr-only">{messages.asBars}</span>
            </th>
            <th scope="col" className="numeric of-count">
              {messages.ofTheCount}
            </th>
            <th scope="col" className="numeric measured">
              {messages.measuredOn}
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
              .sort((a, b) => orderIn(LEVELS, a.level) - orderIn(LEVELS, b.level))}
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
  const messages = useCatalog(privacyMessages);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} className="family">
          {messages.family({ family })}
        </th>
      </tr>
      {errors.map((error) => (
        <tr key={error.level} data-family={family} data-level={error.level}>
          <th scope="row">{messages.level(error)}</th>
          {error.meanAbsolute === null || error.p95Absolute === null ? (
            <td colSpan={4} className="note">
              {messages.tooFew}
            </td>
          ) : (
            <>
              <td className="numeric">{messages.students({ count: error.meanAbsolute })}</td>
              <td className="numeric">{messages.count({ count: error.p95Absolute })}</td>
              <td className="bars" aria-hidden="true">
                <Bar mean={error.meanAbsolute / longest} most={error.p95Absolute / longest} />
              </td>
              <td className="numeric of-count">
                {error.meanRelative === null ? messages.notKnown : messages.percent({ share: error.meanRelative })}
              </td>
            </>
          )}
          <td className="numeric measured">{messages.count({ count: error.counts })}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The mean as a full bar, the 95 % bound as a thin line beyond it. Shares of the whole width. */
function Bar({ mean, most }: { readonly mean: number; readonly most: number }) {
  const { bar } = useCatalog(privacyMessages);
  return (
    <svg className="error-bar" viewBox="0 0 100 12" preserveAspectRatio="none" focusable="false">
      <title>{bar}</title>
      <line x1="0" x2={100 * most} y1="6" y2="6" />
      <rect x="0" y="1" width={100 * mean} height="10" />
    </svg>
  );
}
