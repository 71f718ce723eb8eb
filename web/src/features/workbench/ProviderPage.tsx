/** One provider: map, numbers, evidence, doubts. */
import { Suspense } from 'react';
import { tierName } from '../../../../server/domain/speed.ts';
import type { WorkbenchPlace } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Doubts } from './Doubts.tsx';
import { Evidence } from './Evidence.tsx';
import { FilingTable, useTechnologyName } from './FilingTable.tsx';
import { Measured } from './Measured.tsx';
import { filedWords, workbenchMessages } from './messages.ts';
import { ProviderMap } from './ProviderMap.tsx';
import { fileHref, type ProviderFile, useProvider } from './queries.ts';
import { Windows } from './Windows.tsx';

export function ProviderPage({ place }: { readonly place: WorkbenchPlace }) {
  const messages = useCatalog(workbenchMessages);
  const { data, error, refetch } = useProvider(place);
  const { provider: _, ...all } = place;
  return (
    <DocumentPage
      title={data?.line.name ?? messages.title}
      isName={data !== undefined}
      lead={data ? filedWords(messages, data.line) : messages.lead}
    >
      <p>
        <PageLink to={{ page: 'workbench', place: all }}>{messages.back}</PageLink>
      </p>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && (
        <Suspense fallback={<Coming words={messages.coming} />}>
          <Measured place={place} />
          <ProviderMap place={place} name={data.line.name} hasAreas={data.areas.length > 0} />
          <Sums place={place} file={data} />
          <Evidence place={place} file={data} />
          <Doubts file={data} />
          <FilingTable filings={data.filings} />
          <Windows windows={data.windows} />
        </Suspense>
      )}
    </DocumentPage>
  );
}

function Sums({ place, file: { line, areas } }: { readonly place: WorkbenchPlace; readonly file: ProviderFile }) {
  const messages = useCatalog(workbenchMessages);
  const nameOf = useTechnologyName();
  const rows = [
    [messages.says.both, messages.hexes({ hexes: line.bothHexes }), ''],
    [
      messages.says.fcc,
      messages.hexes({ hexes: line.fccOnlyHexes }),
      messages.number({ count: line.fccOnlyLocations }),
    ],
    [
      messages.says.puc,
      messages.hexes({ hexes: line.pucOnlyHexes }),
      messages.about({ locations: line.pucOnlyLocations }),
    ],
  ] as const;
  return (
    <section>
      <h2>{`${messages.sums}: ${tierName(place.tier)} Mbps`}</h2>
      <table className="workbench-sums">
        <caption className="sr-only">{messages.sums}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.disagree}</th>
            <th scope="col">{messages.share(line)}</th>
            <th scope="col">{messages.locations}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, hexes, locations]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className="numeric">{hexes}</td>
              <td className="numeric">{locations}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {areas.map((area) => (
          <li key={`${area.title} ${area.technology}`}>
            {messages.area({ technology: nameOf(area.technology), count: area.areas })}
            {` (${messages.speeds({ download: area.downloadMbps, upload: area.uploadMbps })} Mbps)`}
          </li>
        ))}
      </ul>
      <p className="actions">
        <a className="button quiet" href={fileHref('/hexes', place, 'csv')}>
          {messages.hexFile}
        </a>
        <a className="button quiet" href={fileHref('/hexes', place, 'geojson')} download="provider-hexes.geojson">
          {messages.mapFile}
        </a>
        {line.fccOnlyHexes + line.pucOnlyHexes > 0 && (
          <a className="button quiet" href={fileHref('/locations', place, 'csv')}>
            {messages.locationFile}
          </a>
        )}
      </p>
    </section>
  );
}
