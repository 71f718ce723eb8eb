/** `/collect`: whose page it is decides the link one came by. */
import './collect.css';
import { ApiError } from '../../lib/api.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { CoordinatorView } from './coordinator/CoordinatorView.tsx';
import { DistrictView } from './district/DistrictView.tsx';
import { useMe } from './queries.ts';
import { Visitor } from './Visitor.tsx';

const LEAD = 'Which districts have sent what, and what is missing.';

export default function CollectPage() {
  const { data: me, isPending, error, refetch } = useMe();
  if (me) return me.role === 'coordinator' ? <CoordinatorView me={me} /> : <DistrictView me={me} />;
  if (isPending)
    return (
      <DocumentPage title="Collection" lead={LEAD}>
        <p className="note">The collection is on its way.</p>
      </DocumentPage>
    );
  if (error instanceof ApiError && (error.status === 401 || error.status === 403))
    return <Visitor hasOtherLink={error.status === 403} />;
  return (
    <DocumentPage title="Collection" lead={LEAD}>
      <Message
        tone="failed"
        title="The collection did not come."
        action={{ words: 'Try again', act: () => void refetch() }}
      >
        {error.message}
      </Message>
    </DocumentPage>
  );
}
