/** `/collect`: whose page it is decides the link one came by. */
import './collect.css';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { CoordinatorView } from './coordinator/CoordinatorView.tsx';
import { DistrictView } from './district/DistrictView.tsx';
import { useMe } from './queries.ts';
import { Visitor } from './Visitor.tsx';
// Last: a phone overrules what tables are elsewhere.
import './phone.css';

const LEAD = 'Which districts have sent what, and what is missing.';

export default function CollectPage() {
  const { data: me, isPending, error, refetch } = useMe();
  if (me?.role === 'coordinator') return <CoordinatorView me={me} />;
  if (me?.role === 'district') return <DistrictView me={me} />;
  if (me) return <Visitor hasOtherLink={me.role === 'other'} />;
  if (isPending)
    return (
      <DocumentPage title="Collection" lead={LEAD}>
        <p className="note">The collection is on its way.</p>
      </DocumentPage>
    );
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
