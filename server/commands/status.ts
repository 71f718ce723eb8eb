import { join } from 'node:path';
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Deps } from '../deps.ts';
import { keptInWords } from '../features/coverage/index.ts';
import { dataKeyInWords, serverKeyInWords } from '../features/intake/index.ts';
import { type JobTold, jobsTold } from '../platform/jobs.ts';
import { loginsInWords, rolesWithoutLogin } from './logins.ts';

export function statusCommand(run: RunCommand): Command {
  return new Command('status').description('what is loaded and what is released').action(() =>
    run(async (deps) => {
      process.stdout.write(
        `${await statusInWords(deps)}\nServer secret: ${serverKeyInWords(deps.config)}${await dataKeyInWords(deps)}\n`,
      );
    }),
  );
}

/** Counts of what is loaded, source by source. Read as the owner: nothing here is about one student. */
export function statusInWords({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<string> {
  return db.asOwner(async (tx) => {
    const { version } = await tx.one<{ version: string }>('select postgis_lib_version() as version');
    const logins = loginsInWords({ kind: db.kind, without: await rolesWithoutLogin(tx) }, config).map((line) => ({
      line,
    }));
    const filings = await tx.rows<{ line: string }>(
      `select upper(source) || ' ' || publisher || ' ' || title || ', as of ' || as_of || ', revised ' || revision
         || case when confidentiality = 'public' then '' else ', ' || confidentiality end
         || case when superseded then ', superseded' else '' end
         || case when synthetic then ', synthetic' else '' end as line
       from coverage.filings
       order by source, publisher, title, as_of, revision`,
    );
    const kept = (await keptInWords(tx, config.dataDir)).map((line) => ({ line }));
    const uploads = await tx.rows<{ line: string }>(
      `select c.name || ': ' || count(*) || ' districts, ' || sum(u.row_count) || ' homes'
         || case when bool_or(u.synthetic) then ', synthetic' else '' end as line
       from intake.uploads u
       join intake.collections c on c.id = u.collection_id
       group by c.id, c.name
       order by c.id`,
    );
    const places = await tx.rows<{ line: string }>(
      `select count(*) || ' of kind ' || replace(kind, '_', ' ') as line from places.places group by kind order by kind`,
    );
    const releases = await tx.rows<{ line: string }>(
      `select r.id || ' "' || r.name || '", ' || r.released_at::date
         || case when r.id in (select release_id from published.current) then ' (current)' else '' end
         || coalesce((
           select string_agg(
             '; ' || case s.standing when 'draft' then 'drafted' else s.standing end || ' ' || s.at::date || ' by ' || s.by
               || coalesce(', because: ' || s.reason, ''),
             '' order by s.id
           )
           from published.steps s
           where s.release_id = r.id
         ), '') as line
       from published.releases r
       order by r.id`,
    );
    const jobs = (await jobsTold(tx)).map((job) => ({ line: jobInWords(job) }));
    return [
      `Database: ${db.kind}, PostGIS ${version}`,
      section('Logins', logins),
      section('Places', places),
      section('Filings', filings),
      section(`Rows of FCC filings, kept in ${join(config.dataDir, 'fcc')}`, kept),
      section('Homes', uploads),
      section('Releases', releases),
      section('Jobs', jobs),
    ].join('\n');
  });
}

/** 'release "Fall 2026", running since 2026-11-30 02:10Z'. */
function jobInWords({ queue, data, state, since, reason }: JobTold): string {
  const of = 'name' in data ? ` "${data.name}"` : 'releaseId' in data ? ` of release ${data.releaseId}` : '';
  const job = `${queue}${of}`;
  if (state === 'failed') return `${job}, failed ${since}: ${reason ?? 'every try was cut off before its end'}`;
  if (state === 'running') return `${job}, running since ${since}`;
  return `${job}, queued since ${since}${reason ? `, to be tried again after: ${reason}` : ''}`;
}

function section(title: string, rows: readonly { line: string }[]): string {
  return `${title}:\n${rows.length === 0 ? '  none' : rows.map(({ line }) => `  ${line}`).join('\n')}`;
}
