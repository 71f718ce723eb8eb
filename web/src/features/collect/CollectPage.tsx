/** `/collect`: the link you came by decides whose page you see. */
import './collect.css';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { CoordinatorView } from './coordinator/CoordinatorView.tsx';
import { DistrictView } from './district/DistrictView.tsx';
import { collectMessages } from './messages.ts';
import { useAnsweredAnew, useMe } from './queries.ts';
import { Visitor } from './Visitor.tsx';
// Last: phone styles override the tables' own.
import './phone.css';
import { Coming } from '../../ui/Coming.tsx';

export default function CollectPage() {
  const messages = useCatalog(collectMessages);
  const { tryAgain } = useMessages();
  useAnsweredAnew();
  const { data: me, isPending, error, refetch } = useMe();
  if (me?.role === 'coordinator') return <CoordinatorView me={me} />;
  if (me?.role === 'district') return <DistrictView me={me} />;
  if (me) return <Visitor link={me.role} onRead={() => void refetch()} />;
  if (isPending)
    return (
      <DocumentPage title={messages.title} lead={messages.lead}>
        <Coming words={messages.onItsWay} />
      </DocumentPage>
    );
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      <Message tone="failed" title={messages.didNotCome} action={{ words: tryAgain, act: () => void refetch() }}>
        {error.message}
      </Message>
    </DocumentPage>
  );
}
