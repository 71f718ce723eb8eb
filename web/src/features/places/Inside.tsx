/** What is inside a place: clusters without service, and who reports service. */
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { LEAST_NAMED } from '../../lib/counts.ts';
import type { Route } from '../../lib/route.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { placeMessages } from './messages.ts';
import type { PlaceProfile } from './queries.ts';

interface InsideProps {
  readonly profile: PlaceProfile;
  readonly route: Extract<Route, { page: 'place' }>;
}

export function Clusters({ profile, route }: InsideProps) {
  const { place: said } = useCatalog(placeMessages);
  const { clusters, moreClusters, edition } = profile;
  if (edition.agreedBy.length === 0) return null;
  return (
    <section aria-labelledby="clusters">
      <h2 id="clusters">{said.clusters}</h2>
      <p>{clusters.length > 0 ? said.clustersExplained : said.noClusters}</p>
      <ul className="place-list">
        {clusters.map(({ id, rank, name, estimated, share }) => (
          <li key={id}>
            <PageLink
              translate={translateOf(name)}
              to={{ page: 'map', view: { ...STARTS.map.view, ...route.reading, selection: { kind: 'cluster', id } } }}
            >
              {said.cluster({ rank, name: clusterName(name) })}
            </PageLink>{' '}
            <span className="note">{said.clusterStudents({ students: estimated, fewest: LEAST_NAMED, share })}</span>
          </li>
        ))}
      </ul>
      {moreClusters && <p className="note">{said.moreClusters}</p>}
    </section>
  );
}

export function Providers({ profile: { providers } }: { readonly profile: PlaceProfile }) {
  const messages = useCatalog(placeMessages);
  const { place: said } = messages;
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">{said.providers}</h2>
      <p>{providers.length > 0 ? said.providersExplained : said.noProviders}</p>
      {providers.length > 0 && (
        <Scroll label={said.providers}>
          <table className="wide">
            <caption className="sr-only">{said.providers}</caption>
            <thead>
              <tr>
                <th scope="col">{said.provider}</th>
                <th scope="col">{said.technology}</th>
                <th scope="col" className="numeric">
                  {said.locations}
                </th>
                <th scope="col" className="numeric">
                  {said.atSpeed}
                </th>
                <th scope="col" className="numeric">
                  {said.upTo}
                </th>
              </tr>
            </thead>
            <tbody>
              {providers.map(({ providerId, name, technology, locations, share, downloadMbps }) => (
                <tr key={`${providerId} ${technology}`}>
                  <th scope="row" translate="no">
                    {name}
                  </th>
                  <td>{said.technologies[technology] ?? said.otherTechnology}</td>
                  <td className="numeric">{messages.count({ students: locations })}</td>
                  <td className="numeric">{said.ofLocations({ share })}</td>
                  <td className="numeric">{said.megabits({ mbps: downloadMbps })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
