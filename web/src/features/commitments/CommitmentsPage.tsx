/** Commitments: one's own, all of a state, or what everybody may know; or one of them. */
import './commitments.css';
import { useAddress } from '../../lib/location.ts';
import { routeOf } from '../../lib/route.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { CommitmentPage } from './CommitmentPage.tsx';
import { CommitmentTable } from './CommitmentTable.tsx';
import { commitmentMessages } from './messages.ts';
import { PublicTable } from './PublicTable.tsx';
import { useCommitments, useCommitted } from './queries.ts';
import { ToSign } from './ToSign.tsx';

export default function CommitmentsPage() {
  const route = routeOf(new URL(useAddress()));
  const id = route.page === 'commitments' ? route.id : undefined;
  return id === undefined ? <List /> : <CommitmentPage id={id} />;
}

function List() {
  const messages = useCatalog(commitmentMessages);
  const own = useCommitments();
  const error = own.error;
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {own.isPending && <Coming words={messages.coming} />}
      {error && <NotShown error={error} title={messages.failed} again={() => void own.refetch()} />}
      {own.data && <ToSign awards={own.data.toSign} party={own.data.party} />}
      {own.data && <CommitmentTable commitments={own.data.commitments} />}
      {own.data === null && <ForEverybody />}
    </DocumentPage>
  );
}

function ForEverybody() {
  const messages = useCatalog(commitmentMessages);
  const { data, error, refetch } = useCommitted();
  if (error) return <NotShown error={error} title={messages.failed} again={() => void refetch()} />;
  if (!data) return <Coming words={messages.coming} />;
  return (
    <>
      <p className="note">{messages.publicNote}</p>
      <PublicTable commitments={data.commitments} />
    </>
  );
}
