import type { Finding, Upload } from '../../../../../server/features/collect/contract-uploads.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { hrefs } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { findingsIn } from '../notes.ts';

/** Limit of findings shown; the downloadable table has all. */
export function Findings({ upload }: { readonly upload: Upload }) {
  const messages = useCatalog(collectMessages).upload.findings;
  const findings = upload.report?.findings ?? [];
  if (findings.length === 0) return null;
  const total = upload.report ? findingsIn(upload.report) : 0;
  return (
    <>
      <h4>{messages.title({ count: total })}</h4>
      <p>
        {messages.each} {total > findings.length && messages.first({ count: findings.length })}{' '}
        <a href={hrefs.report(upload.id)} download>
          {messages.download}
        </a>
      </p>
      <div className="findings">
        <Scroll label={messages.caption}>
          <table className="wide">
            <caption className="sr-only">{messages.caption}</caption>
            <thead>
              <tr>
                <th scope="col" className="numeric">
                  {messages.line}
                </th>
                <th scope="col" className="roomy">
                  {messages.column}
                </th>
                <th scope="col">{messages.matter}</th>
                <th scope="col" className="roomy">
                  {messages.whatToDo}
                </th>
                <th scope="col" className="roomy">
                  {messages.leftOut}
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

/** On a phone all parts share one column. */
function FindingRow({ finding }: { readonly finding: Finding }) {
  const { count, upload } = useCatalog(collectMessages);
  const messages = upload.findings;
  const { line, column, message, whatToDo, leftOut } = finding;
  const where = column === '' ? messages.wholeRow : <span translate="no">{column}</span>;
  return (
    <tr>
      <th scope="row" className="numeric">
        {count({ count: line })}
      </th>
      <td className="nowrap roomy">{where}</td>
      <td>
        {asSentence(message)}
        <span className="narrow-only">{asSentence(whatToDo)}</span>
        <span className="narrow-only note">{messages.isLost[leftOut]}</span>
      </td>
      <td className="roomy">{asSentence(whatToDo)}</td>
      <td className="nowrap roomy">{messages.lost[leftOut]}</td>
    </tr>
  );
}

/** Row reports begin in lower case, as after a colon. */
function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}
