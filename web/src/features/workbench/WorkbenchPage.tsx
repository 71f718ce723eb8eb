/** The workbench: all providers, or one. */
import './workbench.css';
import { Suspense } from 'react';
import type { WorkbenchPlace } from '../../lib/route.ts';
import { isNotAllowed } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { FilingTable } from './FilingTable.tsx';
import { Measured } from './Measured.tsx';
import { workbenchMessages } from './messages.ts';
import { ProviderPage } from './ProviderPage.tsx';
import { ProviderTable } from './ProviderTable.tsx';
import { fileHref, useWorkbench, useWorkbenchPlace } from './queries.ts';
import { Windows } from './Windows.tsx';

export default function WorkbenchPage() {
  const place = useWorkbenchPlace();
  return place.provider === undefined ? <AllProviders place={place} /> : <ProviderPage place={place} />;
}

function AllProviders({ place }: { readonly place: WorkbenchPlace }) {
  const messages = useCatalog(workbenchMessages);
  const { data, error, refetch } = useWorkbench(place);
  const isStranger = isNotAllowed(error);
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {isStranger && <p role="status">{messages.forStaff}</p>}
      {error && !isStranger && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && (
        <Suspense>
          <p className="note">{data.role === 'puc' ? messages.isCommission : messages.isAgency}</p>
          <Measured place={place} />
          <section>
            <h2>{messages.providers}</h2>
            <p className="note">{messages.providersNote({ count: data.providers.length })}</p>
            <p className="actions">
              <a className="button quiet" href={fileHref('', place, 'csv')}>
                {messages.table}
              </a>
            </p>
            <ProviderTable place={place} providers={data.providers} />
          </section>
          <FilingTable filings={data.filings} />
          <Windows windows={data.windows} />
        </Suspense>
      )}
    </DocumentPage>
  );
}
