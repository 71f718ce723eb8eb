import type { Finding, Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { hrefs } from '../http.ts';

const LEFT_OUT: Record<Finding['leftOut'], string> = { row: 'the student', answer: 'the answer' };

/** What the check found, row by row; more than these are in the table to download. */
export function Findings({ upload }: { readonly upload: Upload }) {
  const findings = upload.report?.findings ?? [];
  if (findings.length === 0) return null;
  const total = Object.values(upload.report?.findingCounts ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <h4>{plural(total, 'thing')} to mend, row by row</h4>
      <p>
        Each costs a student or one answer.{' '}
        {total > findings.length && `These are the first ${grouped(findings.length)}; the download has more. `}
        <a href={hrefs.report(upload.id)} download>
          Download them (CSV)
        </a>
      </p>
      <div className="findings">
        <Scroll label="What to mend, row by row">
          <table className="wide">
            <caption className="sr-only">What to mend, row by row</caption>
            <thead>
              <tr>
                <th scope="col" className="numeric">
                  Line
                </th>
                <th scope="col">Column</th>
                <th scope="col">What is the matter</th>
                <th scope="col">What to do</th>
                <th scope="col">Left out</th>
              </tr>
            </thead>
            <tbody>
              {findings.map(({ line, column, kind, found, message, whatToDo, leftOut }) => (
                <tr key={`${line} ${column} ${kind}`}>
                  <th scope="row" className="numeric">
                    {grouped(line)}
                  </th>
                  <td className="nowrap">{column === '' ? 'the whole row' : column}</td>
                  <td>
                    {message}
                    {found !== undefined && <span className="note"> Found: {found}</span>}
                  </td>
                  <td>{whatToDo}</td>
                  <td className="nowrap">{LEFT_OUT[leftOut]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </>
  );
}
