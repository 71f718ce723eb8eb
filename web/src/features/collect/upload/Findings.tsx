import type { Finding, Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { hrefs } from '../http.ts';
import { findingsIn } from '../notes.ts';

const LEFT_OUT: Record<Finding['leftOut'], string> = { row: 'the student', answer: 'the answer' };

/** What the check found, row by row; more than these are in the table to download. */
export function Findings({ upload }: { readonly upload: Upload }) {
  const findings = upload.report?.findings ?? [];
  if (findings.length === 0) return null;
  const total = upload.report ? findingsIn(upload.report) : 0;
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
                <th scope="col" className="roomy">
                  Column
                </th>
                <th scope="col">What is the matter</th>
                <th scope="col" className="roomy">
                  What to do
                </th>
                <th scope="col" className="roomy">
                  Left out
                </th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <FindingRow key={`${finding.line} ${finding.column} ${finding.kind}`} finding={finding} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </>
  );
}

/** On a phone all of it stands in one column, one below the other. */
function FindingRow({ finding }: { readonly finding: Finding }) {
  const { line, column, message, whatToDo, leftOut } = finding;
  const where = column === '' ? 'the whole row' : column;
  return (
    <tr>
      <th scope="row" className="numeric">
        {grouped(line)}
      </th>
      <td className="nowrap roomy">{where}</td>
      <td>
        {asSentence(message)}
        <span className="narrow-only">{asSentence(whatToDo)}</span>
        <span className="narrow-only note">Left out: {LEFT_OUT[leftOut]}.</span>
      </td>
      <td className="roomy">{asSentence(whatToDo)}</td>
      <td className="nowrap roomy">{LEFT_OUT[leftOut]}</td>
    </tr>
  );
}

/** Reports of rows are written to follow a colon. */
function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}
