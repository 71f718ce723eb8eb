import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Deps } from '../deps.ts';
import { phrase } from '../domain/messages/phrase.ts';
import { CHANGES_QUEUE, type ChangesJob, lookAfterChanges, makeAsked } from '../features/changes/index.ts';
import { lookAfterCommitments } from '../features/commitments/index.ts';
import { lookAfterClaims } from '../features/coverage/index.ts';
import { lookAfterMail, MAIL_QUEUE, type MailJob, sendAsked } from '../features/mail/index.ts';
import { makeAskedRelease, RELEASE_QUEUE, type ReleaseWishes } from '../features/releasing/index.ts';
import { lookAfterAlerts } from '../features/room/index.ts';
import {
  ARCHIVE_QUEUE,
  type ArchiveJob,
  archivePath,
  ensureArchive,
  publishedIn,
  removeArchives,
} from '../features/tiles/index.ts';
import { type Jobs, openJobs } from '../platform/jobs.ts';
import { throughOutages } from '../platform/outages.ts';
import { saidOf } from '../platform/problem.ts';
import type { Progress } from '../platform/progress.ts';
import { stopAsked } from '../serve.ts';

/** How soon a release made, published or withdrawn by command gets its archive, or loses it; and filings imported are compared. */
const LOOK_EVERY_MS = 15_000;

/** @param told where what is told without a database goes */
export function workCommand(run: RunCommand, told: Progress): Command {
  return new Command('work')
    .description(
      'work the queue: releases asked for with --later, the tile archive of each release, how FCC filings differ, and mail',
    )
    .action(() => {
      const asked = stopAsked();
      return throughOutages(() => run((deps, progress) => work(deps, progress, asked)), { asked, tell: told.print });
    });
}

async function work(deps: Deps, progress: Progress, asked: Promise<void>): Promise<void> {
  const report = (error: Error) => progress.print(phrase('running.queue', { message: saidOf(error) }));
  const jobs = await openJobs(deps.db, [RELEASE_QUEUE, ARCHIVE_QUEUE, CHANGES_QUEUE, MAIL_QUEUE], report);
  let timer: NodeJS.Timeout | undefined;
  try {
    const look = async () => {
      await lookAfterArchives(deps, jobs);
      await lookAfterChanges(deps, jobs);
      await lookAfterCommitments(deps.db);
      await lookAfterMail(deps, jobs);
      await lookAfterClaims(deps.db);
      await lookAfterAlerts(deps.db);
    };
    await jobs.work<ReleaseWishes>(RELEASE_QUEUE, async (wishes, job) => {
      await makeAskedRelease(deps, wishes, job, progress);
      await look();
    });
    await jobs.work<ArchiveJob>(ARCHIVE_QUEUE, ({ releaseId }) => ensureArchive(deps, releaseId, progress));
    await jobs.work<ChangesJob>(CHANGES_QUEUE, (job) => makeAsked(deps, job, progress));
    await jobs.work<MailJob>(MAIL_QUEUE, (job) => sendAsked(deps, job));
    await look();
    timer = setInterval(() => look().catch(report), LOOK_EVERY_MS);
    progress.print(phrase('running.waiting'));
    await asked;
    progress.print(phrase('running.stopping'));
  } finally {
    // Also after a failure: what goes on working here without its database would take every job and fail it.
    clearInterval(timer);
    await jobs.stop();
  }
}

/**
 * A published release itself is the request for its archive: whoever made it, and wherever that process was killed, no archive is forgotten,
 * and none of a withdrawn release stays. One that could not be made is tried again after an hour.
 */
export async function lookAfterArchives(deps: Deps, jobs: Pick<Jobs, 'send'>): Promise<void> {
  await removeArchives(deps);
  const missing = (await publishedIn(deps)).filter((id) => !existsSync(archivePath(deps, id)));
  if (missing.length === 0) return;
  await deps.db.asOwner(async (tx) => {
    const rows = await tx.rows<{ id: number }>(
      `select id
       from unnest($2::integer[]) as missing (id)
       where not exists (
         select
         from pgboss.job
         where name = $1
           and singleton_key = 'release ' || missing.id
           and (state in ('created', 'retry', 'active') or (state = 'failed' and completed_on > now() - interval '1 hour'))
       )
       order by id`,
      [ARCHIVE_QUEUE, missing],
    );
    for (const { id: releaseId } of rows)
      await jobs.send(tx, ARCHIVE_QUEUE, { releaseId } satisfies ArchiveJob, { onlyOne: `release ${releaseId}` });
  });
}
