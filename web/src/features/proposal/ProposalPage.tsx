/** A provider's proposal in one round. */
import './proposal.css';
import '../../ui/wide-table.css';
import { useEffect, useRef, useState } from 'react';
import { useAddress } from '../../lib/location.ts';
import { routeOf } from '../../lib/route.ts';
import { saveText } from '../../lib/save-text.ts';
import { isNotAllowed } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Clarifications } from './Clarifications.tsx';
import { proposalMessages } from './messages.ts';
import { ProposalForm } from './ProposalForm.tsx';
import { type ProposalRoom, type Receipt, useProposalRoom } from './queries.ts';
import { Awards, Standing } from './Standing.tsx';

export default function ProposalPage() {
  const route = routeOf(new URL(useAddress()));
  const round = route.page === 'proposal' ? route.round : 0;
  const messages = useCatalog(proposalMessages);
  const { data, error, refetch } = useProposalRoom(round);
  const isStranger = isNotAllowed(error);
  return (
    <DocumentPage title={messages.title} lead={data ? messages.lead({ title: data.round.title }) : ''}>
      {isStranger && <p role="status">{messages.forProviders}</p>}
      {error && !isStranger && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && <Content room={data} />}
    </DocumentPage>
  );
}

function Content({ room }: { readonly room: ProposalRoom }) {
  const messages = useCatalog(proposalMessages);
  const [receipt, setReceipt] = useState<Receipt>();
  const { round } = room;
  return (
    <>
      <p>
        <PageLink to={{ page: 'rounds', id: round.id }}>{messages.toRound}</PageLink>
      </p>
      <p>
        {round.standing === 'open' && round.closesAt
          ? messages.closes({ at: round.closesAt })
          : round.standing === 'closed' && round.closesAt
            ? messages.closed({ at: round.closesAt })
            : messages.notOpen}
      </p>
      <details open>
        <summary>{messages.sealedTitle}</summary>
        <p>{messages.sealed[room.heldBy]}</p>
      </details>
      <Clarifications room={room} />
      <Awards room={room} />
      {receipt && <ReceiptNote receipt={receipt} />}
      <Standing room={room} />
      {round.standing === 'open' && <ProposalForm key={round.id} room={room} onReceipt={setReceipt} />}
    </>
  );
}

function ReceiptNote({ receipt }: { readonly receipt: Receipt }) {
  const { receipt: messages } = useCatalog(proposalMessages);
  const { version, submittedAt, hash, round } = receipt;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section aria-labelledby="proposal-receipt" className="message good">
      <h2 id="proposal-receipt" ref={title} tabIndex={-1}>
        {messages.title}
      </h2>
      <p>{messages.line({ version, at: submittedAt })}</p>
      <p>
        {messages.hash}:{' '}
        <code className="proposal-hash" translate="no">
          {hash}
        </code>
      </p>
      <p>{messages.keep}</p>
      <button
        type="button"
        className="button primary"
        onClick={() =>
          saveText(`receipt-${round}-${version}.json`, 'application/json', `${JSON.stringify(receipt, null, 2)}\n`)
        }
      >
        {messages.save}
      </button>
    </section>
  );
}
