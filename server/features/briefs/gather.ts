/** What a brief says, before it has words: published numbers of a place, read as the viewer under row level security. */
import { rowsOf, sourcesFor, type Viewer } from '../../domain/actor.ts';
import {
  type Change,
  changeOf,
  countOff,
  type Headline,
  headlineOf,
  type PlaceNumbers,
} from '../../domain/brief/headline.ts';
import { type Filer, filersOf } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import { Refusal, refusal } from '../../platform/problem.ts';
import { type Cluster, clustersFrom } from '../clusters/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { namesOf, type PlaceKind, placeById, placeTotals } from '../places/index.ts';
import {
  type Counts,
  countsOf,
  type PrivacyReport,
  type ReleaseRow,
  readReport,
  releaseList,
  releaseNamed,
  type SourceLine,
  sourcesOf,
  statisticsAsked,
  totalsOf,
} from '../releases/index.ts';
import type { Ask } from './contract.ts';
import { currentAsk } from './queries.ts';

export interface PlaceAsked {
  readonly kind: PlaceKind;
  readonly id: string;
}

export interface BriefFacts {
  readonly release: ReleaseRow;
  readonly viewer: Viewer;
  readonly sources: readonly SourceLine[];
  readonly filers: readonly Filer[];
  readonly place: PlaceAsked & {
    readonly name: string;
    readonly illustrative: boolean;
    readonly bbox: readonly number[];
    /** GeoJSON. */
    readonly outline: string | null;
  };
  /** Null: too few students to publish. */
  readonly totals: Counts | null;
  /** Names of places that the numbers are of, besides this one. */
  readonly together: readonly string[];
  /** Percent of its students at most. */
  readonly approximated: number;
  readonly report: PrivacyReport | undefined;
  readonly off: { readonly students: number; readonly isMeasured: boolean };
  readonly headline: Headline;
  readonly before:
    | {
        readonly name: string;
        readonly change: Change /** One collection, under other filings. */;
        readonly byFilings: boolean;
      }
    | undefined;
  /** In order of rank. */
  readonly clusters: readonly Cluster[];
  readonly ask: Ask | null;
}

/** @throws Refusal 404 when the release's state has no such place, or its kind is not counted */
export async function gatherBrief(
  tx: Tx,
  estimates: EstimateReader,
  { release, viewer, place: asked }: { release: ReleaseRow; viewer: Viewer; place: PlaceAsked },
): Promise<BriefFacts> {
  const place = await placeById(tx, { ...asked, stateFips: release.state_fips }, true);
  if (!place) throw refusal('place.unknown', 404);
  if (asked.kind === 'school' || !place.outlined) throw refusal('brief.not-counted', 404);
  const now = await readNumbers(tx, estimates, { release, viewer, place: asked });
  const report = await reportOf(tx, release, viewer);
  const off = offOf(report, asked.kind);
  const read = { filers: now.filers, benchmark: release.benchmark, off: off.students };
  const headline: Headline = now.totals ? headlineOf({ numbers: now.totals, ...read }) : { kind: 'hidden' };
  return {
    release,
    viewer,
    ...now,
    place: {
      ...asked,
      name: place.name,
      illustrative: place.illustrative,
      bbox: place.bbox,
      outline: place.outline,
    },
    report,
    off,
    headline,
    before: await compared(tx, estimates, { release, viewer, place: asked, headline, now }),
    clusters: await clustersOf(tx, { release, viewer, place: asked, filers: now.filers }),
    ask: await currentAsk(tx, { stateFips: release.state_fips, ...asked }),
  };
}

interface Asked {
  readonly release: ReleaseRow;
  readonly viewer: Viewer;
  readonly place: PlaceAsked;
}

type Numbers = Awaited<ReturnType<typeof readNumbers>>;

async function readNumbers(tx: Tx, estimates: EstimateReader, { release, viewer, place }: Asked) {
  const sources = await sourcesOf(tx, release.id, sourcesFor(viewer.role));
  const filers = filersOf(sources);
  const keys = statisticsAsked('all', { filers, audience: viewer.role }, 'place');
  const { kind, id } = place;
  const own = await ownTotals(tx, { release, viewer, place });
  const read = await estimates.of(tx, release, viewer);
  const estimated = kind === 'state' ? read.ofState() : read.ofPlace(kind, id);
  const totals = own && own.students !== null ? countsOf(own, estimated, keys) : null;
  const together = own ? await namesOf(tx, kind, own.together_with) : [];
  return {
    sources,
    filers,
    totals,
    together: together.map(({ name }) => name),
    approximated: own?.approximated ?? 0,
  };
}

/** A district reads its own place at the agency's resolution, and the others as the public. */
async function ownTotals(tx: Tx, { release, viewer, place: { kind, id } }: Asked) {
  if (kind !== 'state')
    return (
      (await placeTotals(tx, release.id, rowsOf(viewer.role), kind, id)) ??
      (await placeTotals(tx, release.id, 'public', kind, id))
    );
  const totals = await totalsOf(tx, release.id, viewer.role === 'district' ? 'public' : viewer.role);
  return totals && { ...totals, together_with: [] as string[], approximated: null };
}

/** Undefined for a release made before reports existed. */
async function reportOf(tx: Tx, release: ReleaseRow, viewer: Viewer): Promise<PrivacyReport | undefined> {
  try {
    return await readReport(tx, { release: String(release.id) }, viewer.role === 'district' ? 'public' : viewer.role);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'privacy.none') return undefined;
    throw error;
  }
}

/** Noise of the protection's first version, where no report says another. */
const UNREPORTED = { deviation: 4, rounding: 5 };

function offOf(report: PrivacyReport | undefined, kind: string): BriefFacts['off'] {
  const { noise, rounding } = report?.method ?? { noise: UNREPORTED, rounding: UNREPORTED.rounding };
  const measured = report?.errors.find(({ family, level }) => family === 'lever' && level === kind);
  const p95 = measured?.p95Absolute ?? null;
  return { students: countOff({ p95, deviation: noise.deviation, rounding }), isMeasured: p95 !== null };
}

/** Beside the published release of the vintage before. */
async function compared(
  tx: Tx,
  estimates: EstimateReader,
  { release, viewer, place, headline, now }: Asked & { headline: Headline; now: Numbers },
): Promise<BriefFacts['before']> {
  const all = await releaseList(tx, release.state_fips);
  const at = all.findIndex(({ id }) => id === release.id);
  const earlier = all.slice(at + 1).find(({ standing }) => standing === 'published');
  if (!earlier) return undefined;
  const row = await releaseNamed(tx, String(earlier.id), release.state_fips);
  const then = await readNumbers(tx, estimates, { release: row, viewer, place });
  const off = offOf(await reportOf(tx, row, viewer), place.kind).students;
  const before: Headline = then.totals
    ? headlineOf({ numbers: then.totals as PlaceNumbers, filers: then.filers, benchmark: row.benchmark, off })
    : { kind: 'hidden' };
  const change = changeOf(
    { headline, filers: now.filers, benchmark: release.benchmark },
    { headline: before, filers: then.filers, benchmark: row.benchmark },
  );
  const byFilings =
    row.collection_name === release.collection_name && filingsIn(then.sources) !== filingsIn(now.sources);
  return { name: earlier.name, change, byFilings };
}

function filingsIn(sources: Numbers['sources']): string {
  return sources
    .map(({ filingId }) => filingId)
    .sort((one, other) => one - other)
    .join();
}

/** More than any state has. */
const EVERY = 100_000;

async function clustersOf(
  tx: Tx,
  { release, viewer, place, filers }: Asked & { filers: readonly Filer[] },
): Promise<Cluster[]> {
  if (filers.length === 0) return [];
  // A district reads the public's clusters: its neighbors' patches are not its own.
  const audience = viewer.role === 'district' ? 'public' : viewer.role;
  return clustersFrom(
    tx,
    { releaseId: release.id, audience, of: 'unserved', source: 'agreed' },
    { fromRank: 0, limit: EVERY, box: undefined, place: place.kind === 'state' ? undefined : place },
  );
}
