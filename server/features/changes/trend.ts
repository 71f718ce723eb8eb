/** The releases of a state side by side, for one place. Every number is read as the release publishes it; none is computed here. */
import { type AskedAudience, rowsOf, sourcesFor, type Viewer } from '../../domain/actor.ts';
import { SEGMENTS, segmentCountKey } from '../../domain/segments.ts';
import { COUNTS, statisticKey } from '../../domain/statistic.ts';
import { DEFAULT_PROFILE } from '../../domain/technology.ts';
import { breaksBetween } from '../../domain/trend.ts';
import { canAnswer, filersOf } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { namesOf, placeTotals } from '../places/index.ts';
import {
  type CountsRow,
  countsOf,
  releaseList,
  releaseNamed,
  sourcesOf,
  statisticsAsked,
  totalsOf,
} from '../releases/index.ts';
import type { Trend, TrendPoint } from './contract.ts';

interface Reading {
  readonly estimates: EstimateReader;
  readonly viewer: Viewer;
}

interface Question {
  readonly audience: AskedAudience;
  readonly state: string | undefined;
  readonly place: { readonly kind: string; readonly id: string } | undefined;
}

/** @throws Refusal as releaseNamed for the current release; 404 for a place that the state does not have */
export async function trendOf(tx: Tx, reading: Reading, { audience, state, place }: Question): Promise<Trend> {
  const current = await releaseNamed(tx, 'current', state);
  const fips = current.state_fips;
  const asked = place ?? { kind: 'state', id: fips };
  const name = asked.kind === 'state' ? current.state_name : await nameOf(tx, asked, fips);
  const points: (TrendPoint & { method: Awaited<ReturnType<typeof sourcesOf>> })[] = [];
  for (const release of oldestFirst(await releaseList(tx, fips)))
    points.push(await pointOf(tx, reading, { audience, place: asked, id: release.id, fccAsOf: release.fccAsOf }));
  return {
    place: { ...asked, name },
    points: points.map(({ method, ...point }, i) => {
      const before = points[i - 1];
      if (!before) return point;
      return {
        ...point,
        breaks: breaksBetween(
          { benchmark: before.release.benchmark, filings: before.method },
          { benchmark: point.release.benchmark, filings: method },
        ),
        sameAnswers: before.release.collection === point.release.collection,
      };
    }),
  };
}

function oldestFirst<R extends { id: number; fccAsOf: string | null }>(releases: readonly R[]): R[] {
  return [...releases].sort((a, b) => (a.fccAsOf ?? '').localeCompare(b.fccAsOf ?? '') || a.id - b.id);
}

async function nameOf(tx: Tx, { kind, id }: { kind: string; id: string }, fips: string): Promise<string> {
  const found = await tx.maybe<{ name: string }>(
    'select name from places.places where kind = $1 and id = $2 and state_fips = $3',
    [kind, id, fips],
  );
  if (!found) throw refusal('place.unknown', 404);
  return found.name;
}

interface PointAsked {
  readonly audience: AskedAudience;
  readonly place: { readonly kind: string; readonly id: string };
  readonly id: number;
  readonly fccAsOf: string | null;
}

async function pointOf(tx: Tx, { estimates, viewer }: Reading, { audience, place, id, fccAsOf }: PointAsked) {
  const release = await releaseNamed(tx, String(id));
  const method = await sourcesOf(tx, id, sourcesFor(audience));
  const filers = filersOf(method);
  const isAnswered = canAnswer('agreed', filers);
  const unservedKey = statisticKey({
    kind: 'estimated_verdict',
    profile: DEFAULT_PROFILE,
    source: 'agreed',
    tier: release.benchmark,
    verdict: 'unserved',
  });
  const keys = [...COUNTS.map(statisticKey), ...(isAnswered ? [...SEGMENTS.map(segmentCountKey), unservedKey] : [])];
  const row = await totalsOfPlace(tx, id, audience, viewer, place);
  const estimated = await estimates.of(tx, release, place.kind === 'state' ? withoutOwn(viewer) : viewer);
  const numbers = place.kind === 'state' ? estimated.ofState() : estimated.ofPlace(place.kind, place.id);
  const asked = statisticsAsked(keys.join(), { filers, audience }, 'place');
  const totals = row && row.students !== null ? countsOf(row, numbers, asked) : null;
  return {
    release: {
      id,
      name: release.name,
      releasedAt: release.released_at.toISOString(),
      standing: release.standing,
      synthetic: release.synthetic,
      collection: release.collection_name,
      benchmark: release.benchmark,
      fccAsOf,
    },
    filings: method.length,
    totals,
    togetherWith: row ? await namesOf(tx, place.kind, row.together_with) : [],
    unserved: totals?.estimates[unservedKey] ?? null,
    breaks: [],
    sameAnswers: false,
    method,
  };
}

/** A district has no state totals at its own resolution, so it gets the public's. */
function withoutOwn(viewer: Viewer): Viewer {
  return viewer.role === 'district' ? { role: 'public' } : viewer;
}

/** A district reads its own place at the agency's resolution, and the others as the public. */
async function totalsOfPlace(
  tx: Tx,
  id: number,
  audience: AskedAudience,
  viewer: Viewer,
  { kind, id: placeId }: { kind: string; id: string },
): Promise<(CountsRow & { together_with: readonly string[] }) | undefined> {
  if (kind === 'state') {
    const state = await totalsOf(tx, id, rowsOf(withoutOwn(viewer).role));
    return state && { ...state, together_with: [] };
  }
  return (
    (await placeTotals(tx, id, rowsOf(audience), kind, placeId)) ?? (await placeTotals(tx, id, 'public', kind, placeId))
  );
}
