/** Descriptions of each vector layer and its fields, for readers who have only the TileJSON. */

import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import { filings } from '../../domain/messages/en/filings.ts';
import { missingWords, noFilingWords } from '../../domain/reason.ts';
import { TIER_KEYS, tierName } from '../../domain/speed.ts';
import { COUNT_KEYS, COUNTS, type Counted, ESTIMATES, type Estimated, statisticKey } from '../../domain/statistic.ts';
import { PROFILE_NAMES, PROFILES } from '../../domain/technology.ts';
import { canAnswer, type Filer, SOURCES, type Source } from '../../domain/verdict.ts';
import { type Layer, MAX_ZOOM } from './contract.ts';

export interface VectorLayer {
  readonly id: string;
  readonly description: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Telling {
  /** Sources with filings in the state that the viewer may see. */
  readonly filers: readonly Filer[];
  /** The audience of the view. */
  readonly audience: string;
}

export function vectorLayers(layer: Layer, telling: Telling): VectorLayer[] {
  return LAYERS_OF[layer](telling).map((described) => ({ ...described, minzoom: 0, maxzoom: MAX_ZOOM }));
}

type Described = Omit<VectorLayer, 'minzoom' | 'maxzoom'>;

const CELL_FIELDS = {
  h3: 'H3 index of the cell, 15 hexadecimal characters.',
  resolution: 'H3 resolution of the cell.',
};

const LAYERS_OF: Record<Layer, (telling: Telling) => Described[]> = {
  hexes: (telling) => [
    {
      id: 'hexes',
      description:
        "Students by H3 cell: each a sum of whole patches. A count that is absent is hidden, because it or its complement is under the floor; it is never zero. An estimate says what filings say of the students' land, by its share of locations; one that is absent is zero.",
      fields: {
        ...CELL_FIELDS,
        rest: 'True when finer cells lie inside this one, which holds the rest.',
        students: 'Students living in the cell.',
        households: 'Households of those students.',
        hidden: `One letter a count, in the order ${COUNT_KEYS.join(', ')}: . shown, l few or none, h nearly all, e hidden without a side. Absent when all are l.`,
        ...Object.fromEntries(
          [...COUNTS, ...ESTIMATES].map((statistic) => [statisticKey(statistic), meaningOf(statistic, telling)]),
        ),
      },
    },
  ],
  coverage: () => [
    {
      id: 'coverage',
      description: 'Locations by H3 cell and how many of them are served, by filings of providers with the FCC.',
      fields: {
        ...CELL_FIELDS,
        locations: 'Locations any provider reports in the cell, by any technology, satellite included.',
        offers: 'Pairs of a provider and a technology reported in the cell.',
        ...Object.fromEntries(
          PROFILES.flatMap((profile) =>
            TIER_KEYS.map((tier) => [
              `served.${profile}.${tier}`,
              `Locations served at ${tierName(tier)} Mbps by ${PROFILE_NAMES[profile]}.`,
            ]),
          ),
        ),
      },
    },
  ],
  areas: () => [
    {
      id: 'areas',
      description: 'Areas providers filed with the state commission, where the filing is public.',
      fields: {
        provider: 'Provider, as filed.',
        technology: 'FCC technology code.',
        technology_name: 'Technology in words.',
        download_mbps: 'Download speed filed, Mbps.',
        upload_mbps: 'Upload speed filed, Mbps.',
        low_latency: 'True when the round trip takes at most 100 ms.',
        residential: 'True when homes are served.',
        publisher: 'Who published the filing.',
        as_of: 'Date the coverage is of.',
        revision: 'Date of this edition of it.',
      },
    },
    {
      id: 'area_points',
      description: 'A point in each area, to write its name at and to show it where it is too small to be drawn.',
      fields: {
        provider: 'Provider, as filed.',
        of_provider: "Rank among the provider's areas by size, 1 the largest.",
      },
    },
  ],
  clusters: (telling) => [
    {
      id: 'clusters',
      description:
        'Outlines of neighboring hexes that public filings leave without service: the same for everybody, with the numbers of this view.',
      fields: {
        id: 'Id, the same from release to release while most hexes are.',
        of: 'What its hexes are: unserved, or underserved (the unserved included).',
        name: 'Name, after the places it lies in.',
        students: 'Students of the patches that lie in it with all their locations.',
        households: 'Households of those students.',
        whole_patches: 'How many patches those are.',
        area_km2: 'Area in square kilometers.',
        ...Object.fromEntries(
          SOURCES.filter((source) => canAnswer(source, telling.filers)).flatMap((source) => [
            [`rank_${source}`, `Rank among clusters of the same kind ${bySource(source, telling)}, 1 first.`],
            ...CLUSTER_MEASURES.map((of) => [
              `estimated_${of}_${source}`,
              `Estimated ${of} students in it, by share of locations, ${bySource(source, telling)}; absent where of is not ${of}.`,
            ]),
          ]),
        ),
      },
    },
  ],
  places: () => [
    { id: 'places', description: 'Outlines of places people know by name.', fields: PLACE_FIELDS },
    {
      id: 'place_points',
      description: 'Where to write their names; towns are drawn as points only.',
      fields: PLACE_FIELDS,
    },
  ],
};

const PLACE_FIELDS = {
  kind: 'state, county, school_district, senate_district, house_district, congressional_district, town or tribal; schools are not drawn.',
  id: 'Identifier of its publisher: GEOID, LEAID for school districts.',
  name: 'Name.',
  population: 'Inhabitants, where the source gives them.',
  illustrative: 'True for outlines made up for the demo.',
};

const BY_FILER: Record<Filer, string> = {
  fcc: 'by FCC filings',
  puc: 'by filings with the state commission',
};

function bySource(source: Source, telling: Telling): string {
  if (source === 'agreed') return agreedBy(telling);
  const { filers, audience } = telling;
  if (filers.includes(source)) return BY_FILER[source];
  return `${BY_FILER[source]}, which say nothing here, as ${noFilingWords(filings, source, audience)}`;
}

function agreedBy({ filers, audience }: Telling): string {
  const missing = missingWords(filings, filers, audience);
  if (missing === undefined) return 'where both filings agree';
  const [only] = filers;
  return `${only ? `${BY_FILER[only]} alone` : 'by no filing'}, as ${missing}`;
}

function meaningOf(statistic: Counted | Estimated, telling: Telling): string {
  switch (statistic.kind) {
    case 'home':
      return `Students whose connection at home is ${statistic.status}, by their answers.`;
    case 'device':
      return `Students whose device away from school is: ${statistic.status}, by their answers.`;
    case 'equip':
      return 'Students who need a device: none, a shared one or only a phone.';
    case 'lever':
      return `Students whose gap "${statistic.lever}" would close, in the release's one reading.`;
    case 'estimated_verdict':
      return `Estimated students whose home is ${statistic.verdict} at ${readingOf(statistic, telling)}, by share of locations.`;
    case 'estimated_lever':
      return `Estimated students whose gap "${statistic.lever}" would close at ${readingOf(statistic, telling)}, by share of locations and the rates of their county.`;
    case 'estimated_disputed':
      return `Estimated students where sources contradict each other, by ${PROFILE_NAMES[statistic.profile]}, by share of locations.`;
  }
}

function readingOf({ tier, profile, source }: Reading, telling: Telling): string {
  return `${tierName(tier)} Mbps by ${PROFILE_NAMES[profile]}, ${bySource(source, telling)}`;
}

type Reading = Pick<Extract<Estimated, { kind: 'estimated_verdict' }>, 'tier' | 'profile' | 'source'>;
