/** Facts of a brief made by hand, and what tests change of them. */
import type { PlaceNumbers } from '../../server/domain/brief/headline.ts';
import { changeOf, headlineOf } from '../../server/domain/brief/headline.ts';
import type { Language } from '../../server/domain/messages/language.ts';
import type { Filer } from '../../server/domain/verdict.ts';
import type { Brief } from '../../server/features/briefs/contract.ts';
import type { BriefFacts } from '../../server/features/briefs/gather.ts';
import { briefOf } from '../../server/features/briefs/model.ts';
import { messagesIn } from '../../server/platform/messages.ts';

export interface Changed {
  readonly counts?: Record<string, number | null>;
  readonly hidden?: PlaceNumbers['hidden'];
  readonly estimates?: Record<string, number>;
  readonly students?: number;
  readonly filers?: readonly Filer[];
  /** Students that a count may be off. */
  readonly off?: number;
  readonly isWithoutNumbers?: boolean;
  readonly facts?: Partial<BriefFacts>;
}

const READING = 'bead_2022.agreed.100_20';

export function briefFacts(changed: Changed = {}): BriefFacts {
  const { filers = ['fcc', 'puc'], off = 4, students = 5_000 } = changed;
  const totals = {
    students,
    households: 3_000,
    counts: {
      'home.connected': 2_500,
      'home.inadequate': 300,
      'home.unavailable': 200,
      'home.unaffordable': 100,
      'home.undesired': 50,
      'home.other': 50,
      'home.unanswered': 1_800,
      equip: 240,
      'lever.build': 800,
      'lever.upgrade': 300,
      'lever.check': 200,
      'lever.connect': 150,
      'lever.ask': 1_050,
      ...changed.counts,
    },
    hidden: { ...changed.hidden },
    estimates: {
      [`estimated_lever.${READING}.build`]: 20,
      [`estimated_lever.${READING}.upgrade`]: 10,
      [`estimated_lever.${READING}.connect`]: 5,
      ...changed.estimates,
    },
  };
  const read = { numbers: totals, filers, benchmark: '100_20' as const, off };
  return {
    release: {
      id: 7,
      name: 'Fall 2026',
      standing: 'published',
      released_at: new Date('2026-11-30T00:00:00Z'),
      floor_students: 10,
      floor_households: 5,
      synthetic: false,
      statistics: [],
      benchmark: '100_20',
      town_students: 1_000,
      state_fips: '54',
      state_name: 'West Virginia',
      collection_name: 'fall 2026',
    },
    viewer: { role: 'public' },
    sources: [],
    filers,
    place: {
      kind: 'senate_district',
      id: '54003',
      name: 'Senate District 3',
      illustrative: false,
      bbox: [-81, 38, -80, 39],
      outline: null,
    },
    totals: changed.isWithoutNumbers ? null : totals,
    together: [],
    approximated: 0,
    report: undefined,
    off: { students: off, isMeasured: true },
    headline: changed.isWithoutNumbers ? { kind: 'hidden' } : headlineOf(read),
    before: undefined,
    clusters: [],
    ask: null,
    ...changed.facts,
  };
}

/** The facts of an earlier release beside those of this one. */
export function besideEarlier(now: BriefFacts, then: BriefFacts, byFilings = false): BriefFacts {
  const of = ({ headline, filers, release }: BriefFacts) => ({ headline, filers, benchmark: release.benchmark });
  return { ...now, before: { name: 'Spring 2026', change: changeOf(of(now), of(then)), byFilings } };
}

export function briefIn(language: Language, facts: BriefFacts): Brief {
  const words = { language, messages: messagesIn(language), commission: 'PSC', origin: 'https://gapmap.example.org' };
  return briefOf(facts, words, { hexes: 12, clusters: 3 });
}
