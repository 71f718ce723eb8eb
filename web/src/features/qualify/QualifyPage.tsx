/** Who may answer rounds: for a provider its own application, for staff all of them to decide. */
import './qualify.css';
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Application } from './Application.tsx';
import { Decide } from './Decide.tsx';
import { Documents } from './Documents.tsx';
import { qualifyMessages } from './messages.ts';
import { useQualifications } from './queries.ts';
import { Said } from './Said.tsx';

export default function QualifyPage() {
  const messages = useCatalog(qualifyMessages);
  const { data, error, refetch } = useQualifications();
  const isStaff = data?.party === 'staff';
  return (
    <DocumentPage
      title={isStaff ? messages.staffTitle : messages.title}
      lead={isStaff ? messages.staffLead : messages.lead}
    >
      <p>
        <PageLink to={{ page: 'rounds' }}>{messages.toRounds}</PageLink>
      </p>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {data === null && (
        <Message tone="warning" title={messages.notYours}>
          {messages.notYoursWhy}
        </Message>
      )}
      {data?.party === 'provider' && (
        <>
          {data.qualification && <Said qualification={data.qualification} />}
          <Application qualification={data.qualification} />
          {data.qualification && <Documents qualification={data.qualification} />}
        </>
      )}
      {data?.party === 'staff' && (
        <>
          {data.qualifications.length === 0 && <p>{messages.nobody}</p>}
          {data.qualifications.map((one) => (
            <Decide key={one.providerId} qualification={one} />
          ))}
        </>
      )}
    </DocumentPage>
  );
}
