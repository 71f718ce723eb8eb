/** Steps that load coverage and providers, and compare filings. */
import { wordingIn } from '../../wording.ts';

const { grouped, plural, size } = wordingIn('en');

const areas = (count: number) => plural(count, 'area', 'areas');
const files = (count: number) => plural(count, 'file', 'files');

interface Revision {
  readonly asOf: string;
  readonly revision: string;
}

export const coverageProgress = {
  'step.puc': ({ file }: { file: string }) => `Coverage from ${file}`,
  'done.puc': ({ areaCount, title }: { areaCount: number; title: string }) => `${areas(areaCount)} of ${title}`,
  'done.puc/dry-run': ({ areaCount, title }: { areaCount: number; title: string }) =>
    `${areas(areaCount)} of ${title} could be loaded; nothing was, as asked`,
  'done.puc/unchanged': 'the same file was loaded before; nothing changed',
  'step.areas': 'Loading the areas',
  'done.areas': ({ areaCount, aSecond }: { areaCount: number; aSecond: number }) =>
    `${areas(areaCount)}, ${grouped(aSecond)} a second`,

  'step.providers': ({ file }: { file: string }) => `Read provider list ${file}`,
  'done.providers': ({ providerCount, changed }: { providerCount: number; changed: number }) =>
    `${plural(providerCount, 'provider', 'providers')}, ${grouped(changed)} new or changed`,
  'done.providers/unchanged': ({ providerCount }: { providerCount: number }) =>
    `${plural(providerCount, 'provider', 'providers')}, all known already: nothing changed`,
  'providers.id-read': ({ file, line, text, value }: { file: string; line: number; text: string; value: string }) =>
    `${file}, line ${line}: provider_id ${text} was read as ${value}.`,

  'fcc.filing': ({ title, asOf, revision, stateFips }: { title: string; stateFips: string } & Revision) =>
    `${title} as of ${asOf}, revision ${revision}, state ${stateFips}`,
  'step.fcc-read': ({ title, asOf, stateFips }: { title: string; asOf: string; stateFips: string }) =>
    `Read ${title} as of ${asOf}, state ${stateFips}`,
  'done.fcc-read': ({ rows, fileCount }: { rows: number; fileCount: number }) =>
    `${plural(rows, 'row', 'rows')} of ${files(fileCount)}`,
  'done.fcc-read/nothing': 'nothing new',
  'step.fcc-write': ({ filing }: { filing: string }) => `Write ${filing}`,
  'done.fcc-write': ({ offerCount, cellCount }: { offerCount: number; cellCount: number }) =>
    `${plural(offerCount, 'offer', 'offers')}, ${plural(cellCount, 'cell', 'cells')}`,
  'fcc.rows-kept': ({ fileCount, folder, bytes }: { fileCount: number; folder: string; bytes: number }) =>
    `The rows of ${files(fileCount)} are kept in ${folder}, ${size(bytes)}.`,
  'fcc.superseded': ({ filing }: { filing: string }) =>
    `${filing}: a newer revision is loaded, so this one is kept, and marked superseded.`,
  'fcc.newest-counts': ({ ofRevisions }: { ofRevisions: readonly string[] }) =>
    `Of each technology the newest file counts: ${ofRevisions.join('; ')}.`,
  'fcc.newest-counts/of': ({ names, revision }: { names: readonly string[]; revision: string }) =>
    `${names.join(', ')} of ${revision}`,
  'fcc.loaded/kept-again': ({ filing }: { filing: string }) =>
    `${filing}: already loaded, and its rows are kept again.`,
  'fcc.loaded/unchanged': ({ filing }: { filing: string }) =>
    `${filing}: already loaded from the same files, nothing changed.`,

  'step.comparison': ({
    fromFiling,
    toFiling,
    stateFips,
  }: {
    fromFiling: Revision;
    toFiling: Revision;
    stateFips: string;
  }) =>
    `Compared FCC ${fromFiling.asOf} (${fromFiling.revision}) with ${toFiling.asOf} (${toFiling.revision}), state ${stateFips}`,
  'done.comparison': ({ rows }: { rows: number }) => plural(rows, 'row', 'rows'),
  'changes.made': ({ comparisonCount }: { comparisonCount: number }) =>
    `${plural(comparisonCount, 'comparison', 'comparisons')} made.`,
  'changes.compared': 'Compared.',
  'changes.compared/before': 'Compared before: nothing changed.',
};
