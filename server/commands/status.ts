import { join } from 'node:path';
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Deps } from '../deps.ts';
import { say } from '../domain/messages/phrase.ts';
import { keptInWords } from '../features/coverage/index.ts';
import { dataKeyInWords, serverKeyInWords } from '../features/intake/index.ts';
import { OPERATOR } from '../features/releasing/index.ts';
import type { Tx } from '../platform/db.ts';
import { type JobTold, jobsTold } from '../platform/jobs.ts';
import type { ServerMessages } from '../platform/messages.ts';
import { loginsInWords, rolesWithoutLogin } from './logins.ts';

type StatusMessages = ServerMessages['terminal']['status'];

export function statusCommand(run: RunCommand): Command {
  return new Command('status').description('what is loaded and what is released').action(() =>
    run(async (deps, _progress, messages) => {
      const { secrets, status } = messages.terminal;
      const said = `${serverKeyInWords(deps.config, secrets)}${await dataKeyInWords(deps, secrets)}`;
      process.stdout.write(`${await statusInWords(deps, messages)}\n${status.secret({ said })}\n`);
    }),
  );
}

/** Counts of what is loaded, source by source. Read as the owner: nothing here is about one student. */
export function statusInWords({ db, config }: Pick<Deps, 'db' | 'config'>, messages: ServerMessages): Promise<string> {
  const { secrets, status } = messages.terminal;
  const section = (title: string, lines: readonly string[]) =>
    `${title}:\n${(lines.length === 0 ? [status.none] : lines).map((line) => `  ${line}`).join('\n')}`;
  return db.asOwner(async (tx) => {
    const { postgis } = await tx.one<{ postgis: string }>('select postgis_lib_version() as postgis');
    const logins = { kind: db.kind, without: await rolesWithoutLogin(tx) };
    const folder = join(config.dataDir, 'fcc');
    return [
      status.database({ databaseKind: db.kind, postgis }),
      section(status.logins, loginsInWords(logins, config, secrets)),
      section(status.places, await placesInWords(tx, status)),
      section(status.filings, await filingsInWords(tx, status)),
      section(status.kept({ folder }), await keptInWords(tx, config.dataDir, status)),
      section(status.homes, await homesInWords(tx, status)),
      section(status.releases, await releasesInWords(tx, status)),
      section(
        status.jobs,
        (await jobsTold(tx)).map((job) => jobInWords(job, messages)),
      ),
    ].join('\n');
  });
}

async function placesInWords(tx: Tx, status: StatusMessages): Promise<string[]> {
  const kinds = await tx.rows<Parameters<StatusMessages['place']>[0]>(
    'select kind, count(*)::int as places from places.places group by kind order by kind',
  );
  return kinds.map(status.place);
}

async function filingsInWords(tx: Tx, status: StatusMessages): Promise<string[]> {
  const filings = await tx.rows<Parameters<StatusMessages['filing']>[0]>(
    `select source as filer,
       publisher,
       title,
       as_of::text as "asOf",
       revision::text as revision,
       confidentiality,
       superseded as "isSuperseded",
       synthetic as "isSynthetic"
     from coverage.filings f
     order by source, publisher, title, f.as_of, f.revision`,
  );
  return filings.map(status.filing);
}

async function homesInWords(tx: Tx, status: StatusMessages): Promise<string[]> {
  const collections = await tx.rows<Parameters<StatusMessages['homesOf']>[0]>(
    `select c.name as collection,
       count(*)::int as "districtCount",
       sum(u.row_count)::int as homes,
       bool_or(u.synthetic) as "isSynthetic"
     from intake.uploads u
     join intake.collections c on c.id = u.collection_id
     group by c.id, c.name
     order by c.id`,
  );
  return collections.map(status.homesOf);
}

interface StepRow {
  readonly standing: string;
  readonly on: string;
  readonly who: string;
  readonly reason: string | null;
}

async function releasesInWords(tx: Tx, status: StatusMessages): Promise<string[]> {
  const releases = await tx.rows<{ id: number; name: string; on: string; isCurrent: boolean; steps: StepRow[] }>(
    `select r.id,
       r.name,
       r.released_at::date::text as on,
       r.id in (select release_id from published.current) as "isCurrent",
       coalesce(
         (
           select json_agg(
             json_build_object('standing', s.standing, 'on', s.at::date, 'who', s.by, 'reason', s.reason)
             order by s.id
           )
           from published.steps s
           where s.release_id = r.id
         ),
         '[]'
       ) as steps
     from published.releases r
     order by r.id`,
  );
  return releases.map(({ id, name, on, isCurrent, steps }) =>
    status.release({
      number: id,
      release: name,
      on,
      isCurrent,
      pieces: steps.map((step) => stepInWords(step, status)),
    }),
  );
}

function stepInWords({ reason, who, ...step }: StepRow, status: StatusMessages): string {
  const said = status.step({ ...step, who: who === OPERATOR ? status.operator : who });
  return reason === null ? said : status.stepBecause({ said, reason });
}

/** 'release "Fall 2026", running since 2026-11-30 02:10Z'. */
function jobInWords(
  { queue: queueName, data, state, since: time, reason: message, refused }: JobTold,
  { phrases, terminal: { status } }: ServerMessages,
): string {
  const what =
    'name' in data
      ? status.jobNamed({ queueName, name: String(data.name) })
      : 'releaseId' in data
        ? status.jobOfRelease({ queueName, number: Number(data.releaseId) })
        : status.job({ queueName });
  // The queue also keeps what an earlier version refused, perhaps by a code that is gone.
  const reason = refused && refused.key in phrases ? say(phrases, refused) : message;
  if (state === 'failed') return status.failed({ what, time, reason: reason ?? status.cutOff });
  if (state === 'running') return status.running({ what, time });
  return reason === null ? status.queued({ what, time }) : status.queuedAgain({ what, time, reason });
}
