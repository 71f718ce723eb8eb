import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../domain/actor.ts';
import { CONNECTED, type Counting, type PlaceCounts, UNANSWERED } from '../../domain/estimate/rates.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import type { Tx } from '../../platform/db.ts';
import {
  byNumber,
  type Estimates,
  estimatesOfAudience,
  estimatesOfDistrict,
  ratesOfView,
  type ViewRates,
} from './estimates.ts';
import {
  type ComboRow,
  comboRows,
  districtRow,
  hexRows,
  type PatchRow,
  type PlaceRow,
  patchRows,
  placeRows,
  type RowsAsked,
  stateRow,
} from './load.ts';

export interface EstimatedRelease {
  readonly id: number;
  /** Tier of the one reading at which levers are counted. */
  readonly benchmark: VerdictTier;
  readonly floor_students: number;
}

export interface EstimateReader {
  /**
   * The viewer's estimates of a release: read once, under the database role of the transaction, then cached.
   * A state of 250,000 students takes some 0.3 s the first time.
   */
  of(tx: Tx, release: EstimatedRelease, viewer: Viewer): Promise<Estimates>;
}

interface Kept {
  readonly estimates: Estimates;
  readonly rates: ViewRates;
  readonly rows: number;
}

/** Cache limit in rows of patches, hexes and places over all views; one is some 300 bytes. */
const MOST_ROWS = 500_000;

export function estimateReader(): EstimateReader {
  const kept = new LRUCache<string, Kept>({ maxSize: MOST_ROWS, sizeCalculation: ({ rows }) => Math.max(1, rows) });
  const underWay = new Map<string, Promise<Kept>>();

  /** Whoever asks meanwhile shares the reading; when it fails, each reads for itself. */
  async function keep(key: string, make: () => Promise<Kept>): Promise<Kept> {
    const found = kept.get(key) ?? (await underWay.get(key)?.catch(() => undefined));
    if (found) return found;
    const reading = make();
    underWay.set(key, reading);
    try {
      const read = await reading;
      kept.set(key, read);
      return read;
    } finally {
      if (underWay.get(key) === reading) underWay.delete(key);
    }
  }

  function audience(tx: Tx, release: EstimatedRelease, role: RowsAsked['audience']): Promise<Kept> {
    return keep(`${release.id}/${role}`, () => readAudience(tx, release, role));
  }

  return {
    async of(tx, release, viewer) {
      if (viewer.role !== 'district') return (await audience(tx, release, viewer.role)).estimates;
      const { leaId } = viewer;
      const own = await keep(`${release.id}/district/${leaId}`, async () =>
        readDistrict(tx, release, leaId, await audience(tx, release, 'public')),
      );
      return own.estimates;
    },
  };
}

/** Rows of an audience, those of `load.ts` before they are stored. */
export interface RowsOfAudience {
  readonly patches: readonly (Omit<PatchRow, 'connected' | 'unanswered'> & {
    readonly counts: readonly (number | null)[];
  })[];
  readonly combos: readonly ComboRow[];
  readonly places: readonly PlaceRow[];
  readonly state: PlaceCounts;
}

/** An audience's estimates at places, for the report that a release makes of their error before it is written. */
export function estimatesFromRows(
  { patches: unread, combos, places, state }: RowsOfAudience,
  counting: Counting,
): Pick<Estimates, 'ofPlace'> {
  const patches = byNumber(
    unread.map(({ counts, ...patch }) => ({
      ...patch,
      connected: counts[CONNECTED] ?? null,
      unanswered: counts[UNANSWERED] ?? null,
    })),
  );
  const rates = ratesOfView(state, places, patches, combos, counting);
  return estimatesOfAudience({ patches, combos, hexes: [], places, state, rates });
}

async function readAudience(
  tx: Tx,
  { id, benchmark, floor_students: floor }: EstimatedRelease,
  role: RowsAsked['audience'],
): Promise<Kept> {
  const asked: RowsAsked = { releaseId: id, audience: role };
  const patches = byNumber(await patchRows(tx, asked));
  const [combos, places, state] = [await comboRows(tx, asked), await placeRows(tx, asked), await stateRow(tx, asked)];
  const hexes = await hexRows(tx, asked);
  const rates = ratesOfView(state, places, patches, combos, { benchmark, floor });
  return {
    estimates: estimatesOfAudience({ patches, combos, hexes, places, state, rates }),
    rates,
    rows: patches.size + hexes.length + places.length,
  };
}

async function readDistrict(tx: Tx, { id }: EstimatedRelease, leaId: string, open: Kept): Promise<Kept> {
  const asked: RowsAsked = { releaseId: id, audience: 'provider', leaId };
  const patches = byNumber(await patchRows(tx, asked));
  const given = { patches, combos: await comboRows(tx, asked), own: await districtRow(tx, asked) };
  return {
    estimates: estimatesOfDistrict(leaId, given, open.estimates, open.rates),
    rates: open.rates,
    rows: patches.size,
  };
}
