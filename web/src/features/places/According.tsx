/** How sure the numbers of a place are, according to whom, and how to cite them. */

import { placeName } from '../../lib/place-name.ts';
import { addressOf, type Route } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { placeMessages } from './messages.ts';
import type { PlaceProfile } from './queries.ts';

interface AccordingProps {
  readonly profile: PlaceProfile;
  readonly route: Extract<Route, { page: 'place' }>;
}

export function HowSure({ profile, route }: AccordingProps) {
  const { place: said } = useCatalog(placeMessages);
  const { errors, approximated, totals, kind } = profile;
  const measured = errors.flatMap(({ family, meanAbsolute, p95Absolute }) =>
    meanAbsolute === null || p95Absolute === null
      ? []
      : [{ family: said.families[family] ?? family, mean: meanAbsolute, most: p95Absolute }],
  );
  return (
    <section aria-labelledby="sure">
      <h2 id="sure">{said.sure}</h2>
      <ul className="place-facts">
        {totals && kind !== 'state' && (
          <li>{approximated ? said.approximated({ percent: approximated }) : said.exact}</li>
        )}
        {measured.map((error) => (
          <li key={error.family}>{said.errorOf(error)}</li>
        ))}
        {measured.length === 0 && <li>{said.noErrors}</li>}
      </ul>
      <p>
        <PageLink to={{ page: 'privacy', reading: route.reading }}>{said.more}</PageLink>
      </p>
    </section>
  );
}

export function Sources({ profile: { edition, drawnBy } }: { readonly profile: PlaceProfile }) {
  const { place: said } = useCatalog(placeMessages);
  const { publisher, vintage } = drawnBy;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{said.sources}</h2>
      <p>{said.view[edition.audience]}</p>
      <ul className="place-facts">
        {edition.sources.map((source) => (
          <li key={`${source.publisher} ${source.title} ${source.asOf}`}>
            {said.filing(source)}
            {source.synthetic && ` (${said.synthetic})`}
          </li>
        ))}
        <li>{said.answers(edition)}</li>
        <li>{publisher === null ? said.drawnByNobody : said.drawnBy({ publisher, vintage: vintage ?? '' })}</li>
      </ul>
    </section>
  );
}

export function Cite({ profile, route }: AccordingProps) {
  const { place: said } = useCatalog(placeMessages);
  const { release, name, releasedAt } = profile.edition;
  const address = addressOf({ ...route, reading: { ...route.reading, release: String(release), theme: 'light' } });
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{said.cite}</h2>
      <p>{said.citation({ name: placeName(profile), release: name, releasedAt })}</p>
      <p>
        {said.citeExplained}{' '}
        <a href={address} className="permanent" translate="no">
          {new URL(address, location.href).href}
        </a>
      </p>
    </section>
  );
}
