/** The index of places: pick a kind, search, sort, compare two or three, take the table along. */
import './places.css';
import { useDeferredValue, useId } from 'react';
import { goToAddress, useAddress } from '../../lib/location.ts';
import { useEdition } from '../../lib/queries.ts';
import { addressOf, type PlacesAsked, type Route, routeOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { DraftMark } from '../../ui/DraftMark.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Compared } from './Compared.tsx';
import { IndexTable } from './IndexTable.tsx';
import { placeMessages } from './messages.ts';
import { downloadOf, usePlaceIndex } from './queries.ts';

/** Shown where the address names no kind: members look for their own district. */
const FIRST_KIND = 'senate_district';

type PlacesRoute = Extract<Route, { page: 'places' }>;

export function PlacesPage() {
  const route = routeOf(new URL(useAddress()));
  return route.page === 'places' ? <Index route={route} /> : null;
}

function Index({ route }: { readonly route: PlacesRoute }) {
  const messages = useCatalog(placeMessages);
  const { index: said } = messages;
  const { asked, reading } = route;
  const edition = useEdition();
  const kinds = usePlaceIndex(asked.kind ?? FIRST_KIND, '').data?.kinds;
  const kind =
    asked.kind ?? (kinds && !kinds.some((one) => one.kind === FIRST_KIND) ? kinds[0]?.kind : undefined) ?? FIRST_KIND;
  const q = useDeferredValue(asked.q.trim());
  const { data, error, isError, refetch, isFetching } = usePlaceIndex(kind, q);
  const all = usePlaceIndex(kind, '').data;
  const id = useId();
  const change = (part: Partial<PlacesAsked>) =>
    goToAddress(addressOf({ ...route, asked: { ...asked, kind, ...part } }), 'replace');
  return (
    <DocumentPage title={said.title} lead={said.lead} synthetic={data?.edition.synthetic ?? false}>
      {data?.edition.standing === 'draft' && <DraftMark />}
      <nav className="place-kinds" aria-label={said.whichKind}>
        <ul>
          {(kinds ?? []).map((one) => (
            <li key={one.kind}>
              <PageLink
                to={{ page: 'places', reading, asked: { kind: one.kind, q: asked.q, compared: [] } }}
                aria-current={one.kind === kind ? 'page' : undefined}
              >
                {messages.manyKinds[one.kind]} <span className="note">{messages.count({ students: one.places })}</span>
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      <search className="place-search">
        <label htmlFor={id}>{said.search}</label>
        <input
          id={id}
          type="search"
          value={asked.q}
          maxLength={80}
          onChange={(event) => change({ q: event.target.value })}
        />
        {data && (
          <a className="button quiet" href={downloadOf(edition, kind)}>
            {said.download}
          </a>
        )}
      </search>
      {isError && <NotShown error={error} title={said.failed} again={() => void refetch()} />}
      {!data && !isError && <Coming words={said.coming} />}
      {all && all.kind === kind && (
        <Compared
          rows={all.places.filter((row) => asked.compared.includes(row.id))}
          floor={all.edition.floor}
          clear={() => change({ compared: [] })}
        />
      )}
      <p className="note" role="status">
        {data && !isFetching && data.places.length === 0 && (q ? said.noneFound({ text: q }) : said.none)}
      </p>
      {data && data.kind === kind && data.places.length > 0 && (
        <IndexTable
          index={data}
          reading={reading}
          compared={asked.compared}
          compare={(compared) => change({ compared })}
        />
      )}
      <p className="note">{said.explained}</p>
    </DocumentPage>
  );
}
