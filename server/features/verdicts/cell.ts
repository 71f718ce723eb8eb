/** One hex in words: its filings, whether they agree, and the published numbers of its students. */

import { cellToCenterChild, cellToChildren, cellToLatLng, isValidCell } from 'h3-js';
import { type AskedAudience, rowsOf, sourcesFor, type Viewer } from '../../domain/actor.ts';
import {
  type Cell,
  cellAsWritten,
  cellFromText,
  cellToText,
  HOME_RESOLUTION,
  resolutionOf,
} from '../../domain/cell.ts';
import {
  type AreaFact,
  type FccFacts,
  fccReason,
  noFilingWords,
  type OfferFact,
  pucReason,
} from '../../domain/reason.ts';
import { VERDICT_TIERS, type VerdictTier } from '../../domain/speed.ts';
import { isTechnologyCode, PROFILES, type Profile, technologyName } from '../../domain/technology.ts';
import {
  agreedVerdict,
  type CellService,
  filersOf,
  isContradicted,
  mostCommonVerdict,
  VERDICTS,
  type Verdict,
  verdictAt,
} from '../../domain/verdict.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { type AreaAt, pucAreasAt, pucShares, SHARES_A_CELL } from '../coverage/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { isOutside, placesAt } from '../places/index.ts';
import { countsOf, releaseNamed, sourcesOf, statisticsAsked } from '../releases/index.ts';
import type { CellVerdict, CoveringArea, Offer } from './contract.ts';
import { hexCounts, type OfferRow, offersIn, patchCounts, serviceIn } from './queries.ts';

export interface CellQuestion {
  h3: string;
  release: string;
  audience: AskedAudience;
  state?: string;
  statistics?: string;
  profile: Profile;
  tier: VerdictTier;
  level?: number;
}

/** The language of reasons, and the state's name for its utility commission. */
interface CellWords {
  readonly messages: Pick<ServerMessages, 'filings' | 'reasons'>;
  readonly commission: string;
}

export async function cellVerdict(
  { db, estimates }: { db: Db; estimates: EstimateReader },
  viewer: Viewer,
  asked: CellQuestion,
  { messages, commission }: CellWords,
  signal: AbortSignal,
): Promise<CellVerdict> {
  const cell = cellAsked(asked.h3);
  const { profile, tier } = asked;
  return db.as(
    viewer,
    async (tx) => {
      const release = await releaseNamed(tx, asked.release, asked.state);
      const rows = rowsOf(asked.audience);
      const sources = await sourcesOf(tx, release.id, sourcesFor(asked.audience));
      const filers = filersOf(sources);
      const keys = statisticsAsked(asked.statistics, { filers, audience: asked.audience }, 'area');
      const fccFiling = sources.find(({ source }) => source === 'fcc')?.filingId;
      const pucFilings = sources.filter(({ source }) => source === 'puc').map(({ filingId }) => filingId);

      const offers = fccFiling === undefined ? [] : await offersIn(tx, fccFiling, cell);
      const service = fccFiling === undefined ? undefined : await serviceIn(tx, fccFiling, cell, profile);
      const areas = pucFilings.length === 0 ? undefined : await pucAreasAt(tx, { filingIds: pucFilings, cell });

      const fcc = verdictAt(
        tier,
        service && { of: service.locations, served: { '25_3': service.served_25_3, '100_20': service.served_100_20 } },
      );
      const puc = await pucVerdict(tx, pucFilings, cell, { profile, tier });
      const fccFacts: FccFacts | undefined = service && {
        locations: service.locations,
        offers: offers.flatMap(offerFact),
      };
      const fccWords = fccFacts
        ? fccReason(messages.reasons, fccFacts, profile)
        : noFilingWords(messages.filings, 'fcc', asked.audience);
      const pucWords = areas
        ? pucReason(messages.reasons, areas.flatMap(areaFact), { profile, commission })
        : noFilingWords(messages.filings, 'puc', asked.audience);

      const own = await estimates.of(tx, release, viewer);
      const level = asked.level ?? Math.min(resolutionOf(cell), 8);
      const patch = asked.audience === 'district' ? await patchCounts(tx, release.id, cell) : undefined;
      const hex =
        asked.audience === 'district'
          ? undefined
          : await hexCounts(tx, { id: release.id, audience: rows }, cell, level);
      const published = patch ?? hex;
      const middle = { at: cellToLatLng(cellToCenterChild(cellToText(cell), 9)), stateFips: release.state_fips };
      const estimated = patch ? own.ofPatches([patch.patch]) : own.ofHexes(level, [cell]);
      return {
        release: release.id,
        h3: cellToText(cell),
        resolution: resolutionOf(cell),
        profile,
        tier,
        students: published ? countsOf(published, estimated, keys) : null,
        rest: published?.rest ?? false,
        verdicts: {
          fcc: { verdict: fcc, reason: fccWords },
          puc: { verdict: puc, reason: pucWords },
          agreed: {
            verdict: agreedVerdict(fcc, puc, filers),
            reason: messages.reasons.both({ fccReason: fccWords, pucReason: pucWords }),
          },
        },
        disputed: isContradicted(fcc, puc) ? messages.reasons.dispute({ commission, fcc, puc }) : null,
        locations: service?.locations ?? null,
        offers: offers.map(offer),
        areas: (areas ?? []).map(coveringArea),
        sources,
        outside: !published && (await isOutside(tx, middle)),
        places: await placesAt(tx, { kinds: PLACES_NAMED, ...middle }),
      };
    },
    { signal },
  );
}

/** @throws Refusal 400 when the text is no H3 cell of a supported resolution */
function cellAsked(asked: string): Cell {
  const h3 = cellAsWritten(asked);
  if (h3 === undefined || !isValidCell(h3)) throw refusal('cell.not-a-cell', 400);
  const cell = cellFromText(h3);
  const resolution = resolutionOf(cell);
  if (resolution < 5 || resolution > 9) throw refusal('cell.resolution', 400, { resolution });
  return cell;
}

/**
 * For a res-8 hex: the verdict of most of its res-9 children, as a release counts the homes in it. For a finer or coarser one: by
 * share of area, in sevenths of its res-9 cells, as the FCC's verdict is by share of all locations inside.
 */
async function pucVerdict(
  tx: Tx,
  filingIds: readonly number[],
  cell: Cell,
  { profile, tier }: { profile: Profile; tier: VerdictTier },
): Promise<Verdict> {
  if (filingIds.length === 0) return 'unknown';
  const children = cellToChildren(cellToText(cell), 9).map(cellFromText);
  const { shares } = await pucShares(tx, { filingIds, cells: children });
  const shareAt = (child: number, at: VerdictTier) =>
    shares[child * SHARES_A_CELL + PROFILES.indexOf(profile) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(at)] ?? 0;
  const services = children.map((_, child) => ({
    of: 7,
    served: { '25_3': shareAt(child, '25_3'), '100_20': shareAt(child, '100_20') },
  }));
  if (resolutionOf(cell) !== HOME_RESOLUTION) return verdictAt(tier, services.reduce(together));
  const said = services.map((service) => verdictAt(tier, service));
  return mostCommonVerdict(VERDICTS.map((verdict) => said.filter((one) => one === verdict).length));
}

function together(one: CellService, other: CellService): CellService {
  const sum = (tier: VerdictTier) => one.served[tier] + other.served[tier];
  return { of: one.of + other.of, served: { '25_3': sum('25_3'), '100_20': sum('100_20') } };
}

function offerFact(row: OfferRow): OfferFact[] {
  if (!isTechnologyCode(row.technology)) return [];
  return [
    {
      provider: row.name,
      technology: row.technology,
      locations: row.locations,
      locationsAt: { '25_3': row.locations_25_3, '100_20': row.locations_100_20, '1000_100': row.locations_1000_100 },
    },
  ];
}

function areaFact(area: AreaAt): AreaFact[] {
  if (!isTechnologyCode(area.technology)) return [];
  return [
    {
      provider: area.provider.name,
      technology: area.technology,
      downloadMbps: area.downloadMbps,
      uploadMbps: area.uploadMbps,
      share: area.share,
    },
  ];
}

function offer(row: OfferRow): Offer {
  return {
    provider: { id: row.provider_id, name: row.name },
    technology: row.technology,
    technologyName: technologyName(row.technology),
    locations: row.locations,
    locations_25_3: row.locations_25_3,
    locations_100_20: row.locations_100_20,
    locations_1000_100: row.locations_1000_100,
    maxDownloadMbps: row.max_download_mbps,
    maxUploadMbps: row.max_upload_mbps,
  };
}

function coveringArea(area: AreaAt): CoveringArea {
  return { ...area, technologyName: technologyName(area.technology) };
}

const PLACES_NAMED = [
  'county',
  'school_district',
  'senate_district',
  'house_district',
  'congressional_district',
  'tribal',
] as const;
