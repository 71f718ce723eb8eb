import { createWriteStream, renameSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Deps } from '../deps.ts';
import { phrase } from '../domain/messages/phrase.ts';
import { stateAsked } from '../features/accounts/index.ts';
import { clusterRows } from '../features/clusters/index.ts';
import { BASIS, recordDisclosure } from '../features/disclosures/index.ts';
import { patchRows, releaseForFile } from '../features/releases/index.ts';
import { archiveCommand } from '../features/tiles/index.ts';
import { csvHeader, csvLine } from '../platform/csv/write.ts';
import type { ExportRow } from '../platform/lists.ts';

const EXPORTS = { patches: patchRows, clusters: clusterRows } as const;
type ExportName = keyof typeof EXPORTS;
type ExportFormat = 'csv' | 'geojson';
type ExportAudience = 'public' | 'agency';

export function exportCommand(run: RunCommand): Command {
  const command = new Command('export').description('write what a release publishes to a file');
  for (const name of Object.keys(EXPORTS) as ExportName[])
    command.addCommand(
      new Command(name)
        .description(`${name} of a release`)
        .requiredOption('--out <file>', 'file to write; replaced only when complete')
        .option('--release <id>', 'release', 'current')
        .option('--state <state>', 'of which the current one is meant: FIPS code, letters or name', stateAsked)
        .addOption(new Option('--format <format>', 'how').choices(['csv', 'geojson']).default('csv'))
        .addOption(new Option('--audience <audience>', 'whose view').choices(['public', 'agency']).default('public'))
        .option('--statistics <keys>', 'statistics by key, with commas between, or all')
        .action(
          (options: {
            out: string;
            release: string;
            state?: string;
            format: ExportFormat;
            audience: ExportAudience;
            statistics?: string;
          }) =>
            run(async (deps, progress) => {
              const step = progress.begin(phrase(`step.export/${name}`));
              const { count, neverShown } = await exportRows(deps, { name, ...options });
              if (neverShown > 0) step.note(phrase('export.never-shown', { hiddenCount: neverShown }));
              step.done(phrase('done.export', { rows: count, path: options.out }));
            }),
        ),
    );
  return command.addCommand(archiveCommand(run));
}

async function exportRows(
  deps: Deps,
  asked: {
    name: ExportName;
    out: string;
    release: string;
    state?: string;
    format: ExportFormat;
    audience: ExportAudience;
    statistics?: string;
  },
): Promise<{ count: number; neverShown: number }> {
  const { id, state_fips: stateFips } = await releaseForFile(deps.db, asked.release, asked.state);
  const read = () =>
    EXPORTS[asked.name](deps.db, {
      release: String(id),
      audience: asked.audience,
      ...(asked.statistics === undefined ? {} : { statistics: asked.statistics }),
    });
  const empty = await neverShown(read());
  const rows = without(empty, read());
  const written = { count: 0 };
  const text = asked.format === 'csv' ? csvText(rows, written) : geoJsonText(rows, written);
  const partial = `${asked.out}.partial`;
  await pipeline(Readable.from(text), createWriteStream(partial));
  renameSync(partial, asked.out);
  await deps.db.as({ role: 'intake' }, (tx) =>
    recordDisclosure(tx, {
      kind: 'export',
      who: 'whoever is given the file',
      what: `${written.count} rows of ${asked.name} of release ${id}, as ${asked.format}`,
      audience: asked.audience,
      basis: BASIS.deIdentified,
      stateFips,
    }),
  );
  return { count: written.count, neverShown: empty.size };
}

/** Counts that no row shows. A column of nothing but nulls is text to GDAL: it is left out, and how they are hidden stays. */
async function neverShown(rows: AsyncIterable<ExportRow>): Promise<Set<string>> {
  const empty = new Set<string>();
  const shown = new Set<string>();
  for await (const { properties } of rows)
    for (const name of Object.keys(properties)) {
      if (!(`${name}_hidden` in properties)) continue;
      if (properties[name] === null) empty.add(name);
      else shown.add(name);
    }
  for (const name of shown) empty.delete(name);
  return empty;
}

async function* without(names: ReadonlySet<string>, rows: AsyncIterable<ExportRow>): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    const left = Object.entries(row.properties).filter(([name]) => !names.has(name));
    yield { ...row, properties: Object.fromEntries(left) };
  }
}

async function* csvText(rows: AsyncIterable<ExportRow>, written: { count: number }): AsyncGenerator<string> {
  for await (const { properties } of rows) {
    if (written.count === 0) yield csvHeader(Object.keys(properties));
    written.count += 1;
    yield csvLine(Object.values(properties));
  }
}

async function* geoJsonText(rows: AsyncIterable<ExportRow>, written: { count: number }): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  for await (const row of rows) {
    yield `${written.count === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
    written.count += 1;
  }
  yield '\n]}\n';
}
