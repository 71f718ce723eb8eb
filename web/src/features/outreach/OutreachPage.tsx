/** A coordinator's plan of whom to tell what, and when. */
import './outreach.css';
import { useAddress } from '../../lib/location.ts';
import { routeOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Plan } from './Plan.tsx';
import { outreachMessages, usePlan } from './queries.ts';

export default function OutreachPage() {
  const { page: messages } = useCatalog(outreachMessages);
  const route = routeOf(new URL(useAddress()));
  const { data, error, isPending, refetch } = usePlan(route.page === 'outreach' ? route.collection : undefined);
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {isPending && <p className="note">{messages.coming}</p>}
      {data && data.plan.length > 0 && <Plan key={`${data.id} ${data.writtenAt}`} kept={data} />}
      {!isPending && !error && !data?.plan.length && <p className="note">{messages.noWindow}</p>}
    </DocumentPage>
  );
}
