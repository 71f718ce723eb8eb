/**
 * Estimates worked out again from what a reader is given and from filings alone, in the words of the README of
 * server/features/estimates. Shares no code with the product but names.
 */
import { cellToChildren, cellToLatLng, cellToParent, getResolution } from 'h3-js';
import { PROFILE_TECHNOLOGIES, type TechnologyCode } from '../../server/domain/technology.ts';
import type { Tx } from '../../server/platform/db.ts';

export interface AreaGiven {
  readonly students: number;
  readonly counts: Readonly<Record<string, number | null>>;
  readonly hidden: Readonly<Record<string, string>>;
}

export interface PatchGiven extends AreaGiven {
  readonly patch: number;
  readonly h3: string;
  readonly leaIds: readonly string[];
  readonly county: string | null;
}

type Verdict = 'served' | 'underserved' | 'unserved' | 'partly' | 'unknown';
type Reading = string;
/** Share of a patch's land by what filings say there: one entry a res-9 cell. */
type Land = { share: number; says: Record<Reading, Verdict> }[];

const PROFILES = ['bead_2022', 'terrestrial', 'wired', 'any'] as const;
const TIERS = ['25_3', '100_20'] as const;
const SOURCES = ['fcc', 'puc', 'agreed'] as const;
const SPEEDS = { '25_3': [25, 3], '100_20': [100, 20] } as const;

/** The land of each patch by number, from outlines of districts and filings. */
export async function landsOf(
  tx: Tx,
  patches: readonly PatchGiven[],
  filings: { readonly fcc: number; readonly puc: readonly number[] },
): Promise<Map<number, Land>> {
  const hexesOf = new Map<number, string[]>();
  for (const patch of patches) {
    const all = cellToChildren(patch.h3, 8);
    const inside = await insideDistricts(tx, all, patch.leaIds);
    const finer = patches.filter(
      (other) =>
        getResolution(other.h3) > getResolution(patch.h3) && other.leaIds.some((id) => patch.leaIds.includes(id)),
    );
    const own = all.filter(
      (hex, i) => inside[i] && !finer.some(({ h3 }) => cellToParent(hex, getResolution(h3)) === h3),
    );
    hexesOf.set(patch.patch, own.length > 0 ? own : all);
  }
  const hexes = [...new Set([...hexesOf.values()].flat())];
  const fcc = await fccOf(tx, filings.fcc);
  const puc = await pucOf(tx, hexes, filings.puc);
  const lands = new Map<number, Land>();
  for (const [patch, own] of hexesOf) {
    const known = own.map((hex) => fcc.get(hex)?.locations ?? 0);
    const weights = known.some((weight) => weight > 0) ? known : own.map(() => 1);
    const parts = own.flatMap((hex, i) =>
      cellToChildren(hex, 9).map((child) => ({
        weight: weights[i] ?? 0,
        says: both(fcc.get(hex)?.says ?? {}, puc.get(child) ?? {}),
      })),
    );
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    lands.set(
      patch,
      parts.filter(({ weight }) => weight > 0).map(({ weight, says }) => ({ share: weight / total, says })),
    );
  }
  return lands;
}

async function insideDistricts(tx: Tx, hexes: readonly string[], leaIds: readonly string[]): Promise<boolean[]> {
  const centers = hexes.map((hex) => cellToLatLng(hex));
  const rows = await tx.rows<{ inside: boolean }>(
    `select exists (
       select from places.places p
       where p.kind = 'school_district' and p.id = any($3::text[]) and st_intersects(p.geom, st_setsrid(st_makepoint(lng, lat), 4326))
     ) as inside
     from unnest($1::float8[], $2::float8[]) with ordinality as centers (lng, lat, n)
     order by n`,
    [centers.map(([, lng]) => lng), centers.map(([lat]) => lat), leaIds],
  );
  return rows.map(({ inside }) => inside);
}

async function fccOf(tx: Tx, filing: number) {
  const rows = await tx.rows<{ cell: bigint; profile: string; locations: number; at25: number; at100: number }>(
    'select cell, profile, locations, served_25_3 as at25, served_100_20 as at100 from coverage.service where filing_id = $1',
    [filing],
  );
  const hexes = new Map<string, { locations: number; says: Record<string, Verdict> }>();
  for (const { cell, profile, locations, at25, at100 } of rows) {
    const hex = hexes.get(cell.toString(16)) ?? { locations, says: {} };
    hexes.set(cell.toString(16), hex);
    for (const tier of TIERS) hex.says[`${profile}.${tier}`] = verdict(tier, locations, at25, at100);
  }
  return hexes;
}

/** Each res-9 cell by the centers of its seven res-10 cells. */
async function pucOf(tx: Tx, hexes: readonly string[], filings: readonly number[]) {
  const cells = hexes.flatMap((hex) => cellToChildren(hex, 9));
  const points = cells.flatMap((cell) => cellToChildren(cell, 10).map((point) => ({ cell, at: cellToLatLng(point) })));
  const rows = await tx.rows<{ n: string; technology: number; down: number; up: number }>(
    `select n::text as n, a.technology, a.download_mbps as down, a.upload_mbps as up
     from unnest($1::float8[], $2::float8[]) with ordinality as points (lng, lat, n)
     join coverage.areas a on st_intersects(a.geom, st_setsrid(st_makepoint(lng, lat), 4326))
     where a.filing_id = any($3::integer[]) and a.residential and a.low_latency`,
    [points.map(({ at }) => at[1]), points.map(({ at }) => at[0]), filings],
  );
  const met = new Map<string, Set<string>>();
  for (const { n, technology, down, up } of rows) {
    const cell = points[Number(n) - 1]?.cell ?? '';
    for (const profile of PROFILES)
      for (const tier of TIERS) {
        if (!PROFILE_TECHNOLOGIES[profile].includes(technology as TechnologyCode)) continue;
        if (down < SPEEDS[tier][0] || up < SPEEDS[tier][1]) continue;
        const key = `${cell} ${profile}.${tier}`;
        met.set(key, (met.get(key) ?? new Set()).add(n));
      }
  }
  return new Map(
    cells.map((cell) => {
      const at = (profile: string, tier: string) => met.get(`${cell} ${profile}.${tier}`)?.size ?? 0;
      const says: Record<string, Verdict> = {};
      for (const profile of PROFILES)
        for (const tier of TIERS)
          says[`${profile}.${tier}`] = verdict(tier, 7, at(profile, '25_3'), at(profile, '100_20'));
      return [cell, says] as const;
    }),
  );
}

function verdict(tier: string, of: number, at25: number, at100: number): Verdict {
  const served = tier === '25_3' ? at25 : at100;
  if (of === 0) return 'unknown';
  if (served / of >= 0.8) return 'served';
  if ((of - at25) / of >= 0.8) return 'unserved';
  if (tier === '100_20' && (of - at100) / of >= 0.8) return 'underserved';
  return 'partly';
}

function both(fcc: Record<string, Verdict>, puc: Record<string, Verdict>): Record<Reading, Verdict> {
  const says: Record<Reading, Verdict> = {};
  for (const profile of PROFILES)
    for (const tier of TIERS) {
      const [one, other] = [fcc[`${profile}.${tier}`] ?? 'unknown', puc[`${profile}.${tier}`] ?? 'unknown'];
      const lacking = (said: Verdict) => said === 'unserved' || said === 'underserved';
      says[`${profile}.fcc.${tier}`] = one;
      says[`${profile}.puc.${tier}`] = other;
      says[`${profile}.agreed.${tier}`] =
        one === other
          ? one
          : one === 'unknown' || other === 'unknown'
            ? 'unknown'
            : lacking(one) && lacking(other)
              ? 'underserved'
              : 'partly';
    }
  return says;
}

const LEVERS = {
  build: ['unserved'],
  upgrade: ['underserved'],
  check: ['partly', 'unknown'],
  connect: ['served'],
  ask: ['served'],
};
type Lever = keyof typeof LEVERS;
const LEVER_KEYS = Object.keys(LEVERS) as Lever[];
type LeverRates = Record<Lever, number> & { silence: number };

/** Rates of the state and of each county, as one reader is shown them; lands by public filings. */
export interface RatesGiven {
  readonly state: LeverRates;
  readonly counties: ReadonlyMap<string, LeverRates>;
}

export function ratesOf(
  state: AreaGiven,
  counties: ReadonlyMap<string, AreaGiven>,
  patches: readonly PatchGiven[],
  lands: ReadonlyMap<number, Land>,
): RatesGiven {
  const rates = (place: AreaGiven, own: readonly PatchGiven[], above: LeverRates | undefined): LeverRates => {
    const has = (verdicts: readonly string[]) =>
      verdicts.reduce((sum, said) => sum + studentsWhere(own, lands, 'bead_2022.agreed.100_20', said), 0);
    const apart = (place.students - (place.counts['home.connected'] ?? place.students)) / place.students;
    const silent = Math.min((place.counts['home.unanswered'] ?? 0) / place.students, apart);
    const anybody = { build: apart, upgrade: apart, check: apart, connect: apart - silent, ask: silent };
    const raw = (lever: Lever): number => {
      const students = has(LEVERS[lever]);
      if (students === 0) return above ? above[lever] : anybody[lever];
      const count = place.counts[`lever.${lever}`];
      if (count != null) return count / students;
      const other = above ? above[lever] : anybody[lever];
      if (place.hidden[`lever.${lever}`] === 'low') return Math.min(other, 5 / students);
      if (place.hidden[`lever.${lever}`] === 'high') return Math.max(other, (place.students - 5) / students);
      return other;
    };
    const served = raw('connect') + raw('ask');
    const found = Object.fromEntries(
      LEVER_KEYS.map((lever) => [
        lever,
        raw(lever) / Math.max(1, lever === 'connect' || lever === 'ask' ? served : raw(lever)),
      ]),
    ) as Record<Lever, number>;
    const unanswered =
      place.counts['home.unanswered'] ?? (place.hidden['home.unanswered'] === 'high' ? place.students : null);
    return {
      ...found,
      silence: unanswered == null ? (above?.silence ?? 1) : (found.ask * place.students) / unanswered,
    };
  };
  const whole = rates(state, patches, undefined);
  return {
    state: whole,
    counties: new Map(
      [...counties].map(([id, county]) => [
        id,
        rates(
          county,
          patches.filter((patch) => patch.county === id),
          whole,
        ),
      ]),
    ),
  };
}

function studentsWhere(
  patches: readonly PatchGiven[],
  lands: ReadonlyMap<number, Land>,
  reading: Reading,
  said: string,
  times: (patch: PatchGiven) => number = () => 1,
): number {
  let students = 0;
  for (const patch of patches) {
    const share = (lands.get(patch.patch) ?? [])
      .filter(({ says }) => says[reading] === said)
      .reduce((sum, part) => sum + part.share, 0);
    students += patch.students * share * times(patch);
  }
  return students;
}

/** All estimates of an area by key. @param isPlace county up, where families may dispute a filing */
export function estimatesOf(
  area: AreaGiven,
  patches: readonly PatchGiven[],
  lands: ReadonlyMap<number, Land>,
  rates: RatesGiven,
  isPlace: boolean,
): Record<string, number> {
  const of = ({ county }: PatchGiven) => rates.counties.get(county ?? '') ?? rates.state;
  const found: Record<string, number> = {};
  for (const profile of PROFILES) {
    for (const source of SOURCES)
      for (const tier of TIERS) {
        const reading = `${profile}.${source}.${tier}`;
        const verdicts = ['served', 'underserved', 'unserved', 'partly', 'unknown'].filter(
          (said) => tier === '100_20' || said !== 'underserved',
        );
        for (const said of verdicts)
          found[`estimated_verdict.${reading}.${said}`] = whole(studentsWhere(patches, lands, reading, said));
        const levers = Object.fromEntries(
          LEVER_KEYS.map((lever) => [
            lever,
            LEVERS[lever].reduce(
              (sum, said) => sum + studentsWhere(patches, lands, reading, said, (patch) => of(patch)[lever]),
              0,
            ),
          ]),
        ) as Record<Lever, number>;
        const [connected, unanswered] = [area.counts['home.connected'], area.counts['home.unanswered']];
        if (connected != null && unanswered != null) {
          const apart = Math.max(0, area.students - connected);
          const silence = studentsWhere(patches, lands, reading, 'served', (patch) => of(patch).silence);
          levers.ask = Math.min((unanswered * silence) / area.students, apart);
          const others = levers.build + levers.upgrade + levers.check + levers.connect;
          if (others > 0)
            for (const lever of ['build', 'upgrade', 'check', 'connect'] as const)
              levers[lever] *= (apart - levers.ask) / others;
        }
        for (const lever of LEVER_KEYS)
          if (tier === '100_20' || lever !== 'upgrade')
            found[`estimated_lever.${reading}.${lever}`] = whole(levers[lever]);
      }
    found[`estimated_disputed.${profile}`] = whole(disputed(area, patches, lands, profile, isPlace));
  }
  return found;
}

function disputed(
  area: AreaGiven,
  patches: readonly PatchGiven[],
  lands: ReadonlyMap<number, Land>,
  profile: string,
  isPlace: boolean,
): number {
  let [against, claimed] = [0, 0];
  for (const patch of patches)
    for (const { share, says } of lands.get(patch.patch) ?? []) {
      const filed = [says[`${profile}.fcc.100_20`], says[`${profile}.puc.100_20`]];
      const isOpen = filed.some((said) => said === 'partly' || said === 'unknown');
      if (!isOpen && filed[0] !== filed[1]) against += patch.students * share;
      else if (filed.includes('served')) claimed += patch.students * share;
    }
  const unavailable = isPlace ? (area.counts['home.unavailable'] ?? 0) : 0;
  return against + (unavailable * claimed) / area.students;
}

function whole(students: number): number {
  return Math.floor(students + 0.5 + 1e-9);
}
