/** Clusters inside a place, and the providers in and near them. */

import { clusterNameIn } from '../../domain/cluster/name-in.ts';
import { milesOf } from '../../domain/miles.ts';
import { isTechnologyCode } from '../../domain/technology.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import type { Cluster } from '../clusters/index.ts';
import type { Brief } from './contract.ts';
import type { BriefFacts } from './gather.ts';
import type { BriefWords } from './words.ts';

const CLUSTERS_LISTED = 4;
const PROVIDERS_LISTED = 3;

export function clustersNamed({ clusters }: Pick<BriefFacts, 'clusters'>): readonly Cluster[] {
  return clusters.slice(0, CLUSTERS_LISTED);
}

export function clustersIn(
  { clusters, filers, release, place }: BriefFacts,
  { messages }: BriefWords,
): Brief['clusters'] {
  const { clusters: said } = messages.brief;
  const listed = clustersNamed({ clusters });
  const fewest = release.floor_students;
  const nothing = filers.length === 0 ? said.noFiling : said.none;
  return {
    title: said.title,
    head: [said.cluster, said.students, said.nearest],
    rows: listed.map(({ name, estimated, places, nearestServed: [nearest] }) => [
      partHere(
        clusterNameIn(messages.clusterNames, name),
        places.find(({ kind, id }) => kind === place.kind && id === place.id)?.share ?? 1,
        said,
      ),
      estimated < fewest ? said.fewerThan({ fewest }) : said.about({ students: estimated }),
      nearest ? said.miles({ miles: milesOf(nearest.distanceKm), provider: nearest.name }) : said.noneNear,
    ]),
    note: listed.length === 0 ? nothing : said.note({ listed: listed.length, total: clusters.length }),
  };
}

function partHere(what: string, share: number, messages: ServerMessages['brief']['clusters']): string {
  const percent = Math.max(1, Math.round(100 * share));
  return percent >= 100 ? what : messages.partHere({ what, percent });
}

export function providersIn({ clusters }: BriefFacts, words: BriefWords): Brief['providers'] {
  const { providers } = words.messages.brief;
  const parts = [
    { title: providers.present, rows: presentIn(clusters, words) },
    { title: providers.near, rows: nearestOf(clusters, words) },
  ];
  return { title: providers.title, parts: parts.filter(({ rows }) => rows.length > 0), none: providers.none };
}

type Present = Cluster['providersPresent'][number];

/** Offers of one provider by one technology together, those with most locations first. */
function presentIn(clusters: readonly Cluster[], words: BriefWords): string[] {
  const offers = new Map<string, Present>();
  for (const offer of clusters.flatMap(({ providersPresent }) => providersPresent)) {
    const key = `${offer.providerId} ${offer.technology}`;
    offers.set(key, together(offers.get(key), offer));
  }
  return [...offers.values()]
    .sort((one, other) => other.locations - one.locations)
    .slice(0, PROVIDERS_LISTED)
    .map((offer) => offerWords(offer, words));
}

/** The FCC's filings say 0 of what is slower than 10/1. */
function offerWords({ name: provider, technology, downloadMbps, uploadMbps, locations }: Present, words: BriefWords) {
  const { offer, slowOffer } = words.messages.brief.providers;
  const facts = { provider, technologyName: technologyName(technology, words), locations };
  return downloadMbps === 0 ? slowOffer(facts) : offer({ ...facts, speeds: `${downloadMbps}/${uploadMbps}` });
}

function together(known: Present | undefined, offer: Present): Present {
  if (!known) return offer;
  const fastest = offer.downloadMbps > known.downloadMbps ? offer : known;
  return { ...fastest, locations: known.locations + offer.locations };
}

/** Each provider once, by its shortest distance to a cluster. */
function nearestOf(clusters: readonly Cluster[], words: BriefWords): string[] {
  const nearest = new Map<number, Cluster['nearestServed'][number]>();
  for (const near of clusters.flatMap(({ nearestServed }) => nearestServed)) {
    const known = nearest.get(near.providerId);
    if (!known || near.distanceKm < known.distanceKm) nearest.set(near.providerId, near);
  }
  return [...nearest.values()]
    .sort((one, other) => one.distanceKm - other.distanceKm)
    .slice(0, PROVIDERS_LISTED)
    .map(({ name, technology, distanceKm }) =>
      words.messages.brief.providers.nearest({
        provider: name,
        technologyName: technologyName(technology, words),
        miles: milesOf(distanceKm),
      }),
    );
}

function technologyName(code: number, { messages: { technologies } }: BriefWords): string {
  return technologies.names[isTechnologyCode(code) ? code : 0];
}
