import { type AskedAudience, rowsOf, sourcesFor } from '../../domain/actor.ts';
import { AUDIENCES } from '../../domain/audience.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import type { ErrorFigure, PrivacyReport, ReportBody } from './contract-report.ts';
import { filingsOfView } from './filings-of-view.ts';
import { releaseNamed } from './named.ts';
import { stateWithoutResidence } from './no-fixed-residence.ts';
import { reportInWords } from './report-words.ts';
import { viewOfFilings } from './silence.ts';

/** @throws Refusal 404 for a release made before reports existed */
export async function readReport(
  tx: Tx,
  { release: asked, state }: { release: string; state?: string | undefined },
  audience: AskedAudience,
): Promise<PrivacyReport> {
  const release = await releaseNamed(tx, asked, state);
  const row = await tx.maybe<{ report: ReportBody }>(
    'select report from published.privacy_reports where release_id = $1 and audience = $2',
    [release.id, rowsOf(audience)],
  );
  if (!row) throw refusal('privacy.none', 404);
  return {
    release: { id: release.id, name: release.name, releasedAt: release.released_at.toISOString() },
    audience,
    floors: { students: release.floor_students, households: release.floor_households },
    agreedBy: [...(await viewOfFilings(tx, release.id, audience)).filers],
    filings: await filingsOfView(tx, release.id, sourcesFor(audience)),
    ...row.report,
    noFixedResidence: { shown: await stateWithoutResidence(tx, release.id, audience) },
  };
}

/** How far a release's numbers of one kind of place are off; none for a release made before reports existed. */
export async function errorsAt(
  tx: Tx,
  releaseId: number,
  audience: AskedAudience,
  level: string,
): Promise<ErrorFigure[]> {
  const row = await tx.maybe<{ report: ReportBody }>(
    'select report from published.privacy_reports where release_id = $1 and audience = $2',
    [releaseId, rowsOf(audience)],
  );
  return (row?.report.errors ?? []).filter((error) => error.level === level);
}

/** The reports of all audiences, for the database operator's terminal. */
export function reportsInWords(
  db: Db,
  asked: { release: string; state?: string | undefined },
  messages: ServerMessages,
): Promise<string> {
  return db.as({ role: 'intake' }, async (tx) => {
    const reports: string[] = [];
    for (const audience of AUDIENCES) reports.push(reportInWords(await readReport(tx, asked, audience), messages));
    return reports.join('\n');
  });
}
