import type { WorkbenchPlace } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { workbenchMessages } from './messages.ts';
import { fileHref, type ProviderFile } from './queries.ts';

export function Evidence({
  place,
  file: { line, counties },
}: {
  readonly place: WorkbenchPlace;
  readonly file: ProviderFile;
}) {
  const messages = useCatalog(workbenchMessages);
  return (
    <section>
      <h2>{messages.evidence}</h2>
      <p>{messages.evidenceLead(line.families)}</p>
      {counties.length === 0 && line.fccOnlyHexes + line.pucOnlyHexes > 0 && <p>{messages.evidenceNone}</p>}
      {counties.length > 0 && (
        <>
          <p className="note">{messages.evidenceCounts}</p>
          <table className="workbench-sums">
            <caption className="sr-only">{messages.evidence}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.county}</th>
                <th scope="col" className="numeric">
                  {messages.areas}
                </th>
                <th scope="col" className="numeric">
                  {messages.students}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...counties, { id: 'all', name: messages.state, ...line.families }].map((county) => (
                <tr key={county.id}>
                  <th scope="row">{county.name}</th>
                  <td className="numeric">{messages.number({ count: county.patches })}</td>
                  <td className="numeric">{messages.number({ count: county.students })}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="actions">
            <a className="button quiet" href={fileHref('/evidence', place, 'csv')}>
              {messages.evidenceFile}
            </a>
          </p>
        </>
      )}
      <h3>{messages.formal}</h3>
      <ul className="workbench-formal">
        {messages.formalList.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
