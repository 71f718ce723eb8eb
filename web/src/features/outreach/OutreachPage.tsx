/** A coordinator's outreach about a collection: whom to tell what and when, messages, and how districts respond. */
import './outreach.css';
import './views.css';
import { useCollections } from '../../lib/collections.ts';
import { goToAddress, useAddress } from '../../lib/location.ts';
import { addressOf, OUTREACH_VIEWS, routeOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { CollectionChoice } from '../../ui/CollectionChoice.tsx';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { ViewTabs } from '../../ui/ViewTabs.tsx';
import { ContactsView } from './ContactsView.tsx';
import { LogView } from './LogView.tsx';
import { MessagesView } from './MessagesView.tsx';
import { Plan } from './Plan.tsx';
import { outreachMessages, pageMessages, usePlan } from './queries.ts';
import { ResponseView } from './ResponseView.tsx';

export default function OutreachPage() {
  const { page: messages } = useCatalog(outreachMessages);
  const { views, viewsOf, collection: choosing } = useCatalog(pageMessages);
  const route = routeOf(new URL(useAddress()));
  const asked = route.page === 'outreach' ? route : undefined;
  const shown = asked?.view ?? 'plan';
  const { data, error, isPending, refetch } = usePlan(asked?.collection);
  const collections = useCollections();
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {isPending && <Coming words={messages.coming} />}
      {!isPending && !error && !data && <p className="note">{messages.noWindow}</p>}
      {data && (
        <>
          <CollectionChoice
            collections={collections.data ?? []}
            chosen={data.id}
            messages={choosing}
            onChoose={(id) => goToAddress(addressOf({ page: 'outreach', collection: id, view: shown }))}
          />
          <ViewTabs
            label={viewsOf}
            views={OUTREACH_VIEWS}
            shown={shown}
            words={views}
            to={(view) => ({ page: 'outreach', collection: data.id, view })}
          />
          {shown === 'plan' && data.plan.length > 0 && <Plan key={`${data.id} ${data.writtenAt}`} kept={data} />}
          {shown === 'plan' && data.plan.length === 0 && <p className="note">{messages.noWindow}</p>}
          {shown === 'messages' && <MessagesView key={data.id} id={data.id} />}
          {shown === 'response' && <ResponseView id={data.id} />}
          {shown === 'contacts' && <ContactsView key={data.id} id={data.id} />}
          {shown === 'log' && <LogView id={data.id} />}
        </>
      )}
    </DocumentPage>
  );
}
