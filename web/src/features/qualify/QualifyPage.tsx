/** Who may answer rounds: for a provider its own application, for staff all of them to decide. */
import './qualify.css';
import { useParty } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Application } from './Application.tsx';
import { Decide } from './Decide.tsx';
import { Documents } from './Documents.tsx';
import { qualifyMessages } from './messages.ts';
import { useOwnQualification, useQualifications } from './queries.ts';
import { Said } from './Said.tsx';

export default function QualifyPage() {
  const messages = useCatalog(qualifyMessages);
  const party = useParty();
  const isStaff = party === 'staff';
  return (
    <DocumentPage
      title={isStaff ? messages.staffTitle : messages.title}
      lead={isStaff ? messages.staffLead : messages.lead}
    >
      <p>
        <PageLink to={{ page: 'rounds' }}>{messages.toRounds}</PageLink>
      </p>
      {party === null && (
        <Message tone="warning" title={messages.notYours}>
          {messages.notYoursWhy}
        </Message>
      )}
      {party === 'provider' && <Own />}
      {isStaff && <All />}
    </DocumentPage>
  );
}

function Own() {
  const messages = useCatalog(qualifyMessages);
  const { data, error, refetch } = useOwnQualification();
  if (!data) return error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />;
  const { qualification } = data;
  return (
    <>
      {qualification && <Said qualification={qualification} />}
      <Application qualification={qualification} />
      {qualification && <Documents qualification={qualification} />}
    </>
  );
}

function All() {
  const messages = useCatalog(qualifyMessages);
  const { data, error, refetch } = useQualifications();
  if (!data) return error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />;
  return (
    <>
      {data.qualifications.length === 0 && <p>{messages.nobody}</p>}
      {data.qualifications.map((one) => (
        <Decide key={one.providerId} qualification={one} />
      ))}
    </>
  );
}
