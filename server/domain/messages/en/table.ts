/** The map as tables: the clusters in rank order, and the hexes in view. */
import { wordingIn } from '../wording.ts';
import { fromServed } from './map/ranking.ts';

const { agree, grouped, plural, wholePercent } = wordingIn('en');

export const table = {
  backToMap: 'Back to the map',
  onTheMap: 'On the map',
  show: 'Show',
  count: ({ count }: { count: number }) => grouped(count),
  clusters: {
    unserved: 'Clusters without service',
    underserved: 'Clusters without 100/20',
    failed: ({ message }: { message: string }) => `The clusters did not come. ${message}`,
    coming: 'The clusters are on their way.',
    explained:
      'Estimated: students without service, by share of locations. Wholly inside: students of the published areas that lie in the cluster as a whole.',
    restOnFilings: ({ why }: { why: string }) => `Clusters rest on filings: ${why}.`,
    none: 'No clusters for this choice.',
    showOne: ({ name }: { name: string }) => `Show ${name} on the map`,
    signedTitle: 'Signed: not counted as without service',
    signedNote: ({ count }: { count: number }) =>
      `Providers signed to serve ${agree(count, 'this cluster', `these ${grouped(count)} clusters`)} whole. ${agree(count, 'It', 'Each')} comes back to the list if the commitment fails. The CSV file holds all clusters of the release.`,
    signed: 'Signed',
    confirmed: 'Confirmed',
    noneConfirmed: 'not yet',
    share: ({ percent }: { percent: number }) => wholePercent(percent / 100),
    download: 'Download clusters (CSV)',
    rank: 'Rank',
    cluster: 'Cluster',
    estimated: 'Estimated',
    inside: 'Wholly inside',
    squareMiles: 'Square miles',
    counties: 'Counties',
    nearest: 'Nearest service',
    near: ({ provider, technologyName, miles }: { provider: string; technologyName: string; miles: number }) =>
      `${provider}, ${technologyName}, ${fromServed(miles)}`,
    noneNear: 'none found',
  },
  hexes: {
    title: 'Hexes in view',
    coming: 'The hexes are on their way.',
    first: ({ listed, hexes }: { listed: number; hexes: number }) =>
      `The first ${grouped(listed)} of ${plural(hexes, 'hex', 'hexes')} in view. Move or zoom the map for others.`,
    all: ({ hexes }: { hexes: number }) => `${plural(hexes, 'hex', 'hexes')} in view.`,
    none: 'No hexes are in view. Move the map over the state.',
    showOne: ({ nearby }: { nearby: string }) => `Show the hex ${nearby} on the map`,
    hex: 'Hex',
    byShare: 'Of these columns all but equip are estimates, by share of locations.',
    students: 'Students',
    disputed: 'Disputed',
    locations: 'Locations',
    served: 'Locations served',
    offers: 'Offers',
  },
};

export type TableMessages = typeof table;
