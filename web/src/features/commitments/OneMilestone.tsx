/** A milestone: its day and count, the files that lie there, its reports, and what its parties may do next. */
import { sizeInWords } from '../../lib/format.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { AddEvidence } from './AddEvidence.tsx';
import { Decide } from './Decide.tsx';
import { commitmentMessages } from './messages.ts';
import { type Commitment, evidenceHref, type Milestone } from './queries.ts';
import { ReportForm } from './ReportForm.tsx';

interface OneMilestoneProps {
  readonly commitment: Commitment;
  readonly milestone: Milestone;
  /** The first that is not accepted. */
  readonly isNext: boolean;
}

const OPEN = ['signed', 'due', 'returned', 'late'];

export function OneMilestone({ commitment, milestone, isNext }: OneMilestoneProps) {
  const messages = useCatalog(commitmentMessages);
  const { id, party, standing } = commitment;
  const { percent, dueOn, acceptedAt, evidence, reports } = milestone;
  const canReport = isNext && party === 'provider' && OPEN.includes(standing);
  return (
    <li>
      <h3>{messages.milestone({ percent, day: dueOn })}</h3>
      <p className="note">{countedInWords(messages, milestone)}</p>
      {acceptedAt !== null && <p>{messages.accepted({ at: acceptedAt })}</p>}
      {(evidence.length > 0 || isNext) && (
        <>
          <h4>{messages.evidence}</h4>
          {evidence.length === 0 && <p className="note">{messages.noEvidence}</p>}
          <ul className="commitment-files">
            {evidence.map((one) => (
              <li key={one.id}>
                <a href={evidenceHref(id, one.id)} translate="no">
                  {one.name}
                </a>{' '}
                <span className="note">
                  {messages.kinds[one.kind]}, <span translate="no">{sizeInWords(one.bytes)}</span>.{' '}
                  {foundInWords(messages, one.found)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {reports.length > 0 && <Reports reports={reports} />}
      {canReport && <AddEvidence id={id} />}
      {canReport && evidence.length > 0 && <ReportForm id={id} />}
      {isNext && party === 'staff' && standing === 'reported' && <Decide id={id} />}
    </li>
  );
}

type Messages = Parameters<typeof countedInWords>[0];

function countedInWords(
  messages: ReturnType<typeof commitmentMessages.get>,
  { locations, ofLocations, countedAsOf, countedRevision }: Milestone,
): string {
  if (locations === null || ofLocations === null || countedAsOf === null || countedRevision === null)
    return messages.notCounted;
  return messages.counted({ locations, ofLocations, countedAsOf, revision: countedRevision });
}

function foundInWords(messages: Messages, found: Milestone['evidence'][number]['found']): string {
  const { areas, percent, tests, meeting } = found;
  if (tests !== undefined && meeting !== undefined) return messages.foundTests({ tests, meeting });
  if (areas !== undefined) return messages.foundAreas({ areaCount: areas, percent: percent ?? 0 });
  return messages.foundPhotograph;
}

function Reports({ reports }: Pick<Milestone, 'reports'>) {
  const messages = useCatalog(commitmentMessages);
  return (
    <>
      <h4>{messages.reports}</h4>
      <ul className="commitment-files">
        {reports.map((report) => (
          <li key={report.id}>
            <p className="commitment-words" translate="no">
              {report.words}
            </p>
            <p className="note">{messages.reportedBy({ who: report.reportedBy, at: report.reportedAt })}</p>
            <p>
              {report.decision === null
                ? messages.waits
                : report.decision === 'accepted'
                  ? messages.wasAccepted({ who: report.decidedBy ?? '' })
                  : messages.wasReturned({ who: report.decidedBy ?? '', reason: report.reason ?? '' })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
