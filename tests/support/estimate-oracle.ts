/**
 * Estimates worked out again from what a reader is given and from filings alone, in the words of the README of
 * server/features/estimates. Shares no code with the product but names.
 */
import { ALL_PROFILES, ALL_TIERS, type Land, type PatchOnLand, type Reading } from './estimate-lands.ts';

export interface AreaGiven {
  readonly students: number;
  readonly counts: Readonly<Record<string, number | null>>;
  readonly hidden: Readonly<Record<string, string>>;
}

export interface PatchGiven extends AreaGiven, PatchOnLand {
  readonly county: string | null;
}

const SOURCES = ['fcc', 'puc', 'agreed'] as const;
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
    const elsewhere = above?.silence ?? 0;
    const unanswered = place.counts['home.unanswered'];
    const hidden = place.hidden['home.unanswered'];
    const silence =
      unanswered != null
        ? unanswered / place.students
        : hidden === 'low'
          ? Math.min(elsewhere, 5 / place.students)
          : hidden === 'high'
            ? Math.max(elsewhere, (place.students - 5) / place.students)
            : elsewhere;
    return { ...found, silence };
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
  for (const profile of ALL_PROFILES) {
    for (const source of SOURCES)
      for (const tier of ALL_TIERS) {
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
          const silence = patches.reduce((sum, patch) => sum + patch.students * of(patch).silence, 0);
          levers.ask = Math.min(levers.ask * (silence > 0 ? unanswered / silence : 1), unanswered, apart);
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
