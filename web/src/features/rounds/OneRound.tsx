/** One round, with what its reader may do in it. */
import { useParty } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Amend } from './Amend.tsx';
import { History } from './History.tsx';
import { Interests } from './Interests.tsx';
import { LotsSection } from './LotsSection.tsx';
import { Moves } from './Moves.tsx';
import { roundMessages } from './messages.ts';
import { PublicRounds } from './PublicRounds.tsx';
import { Questions } from './Questions.tsx';
import { type Round, useRound } from './queries.ts';
import { Settings } from './Settings.tsx';
import { ShapeLots } from './ShapeLots.tsx';
import { Standing } from './Standing.tsx';
import { TermsSaid } from './TermsSaid.tsx';
import { ToProposals } from './ToProposals.tsx';

export function OneRound({ id }: { readonly id: number }) {
  const messages = useCatalog(roundMessages);
  const party = useParty();
  if (party) return <ForParty id={id} />;
  return (
    <DocumentPage title={messages.title} lead={messages.lead}>
      {party === null && <PublicRounds id={id} />}
      <Back />
    </DocumentPage>
  );
}

function ForParty({ id }: { readonly id: number }) {
  const messages = useCatalog(roundMessages);
  const { data: round, error, refetch } = useRound(id);
  if (!round)
    return (
      <DocumentPage title={messages.title} lead={messages.lead}>
        {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
        <Back />
      </DocumentPage>
    );
  return (
    <DocumentPage title={round.title} isName lead={<Standing round={round} />}>
      {round.reason && <p>{messages.because({ reason: round.reason })}</p>}
      <Back />
      <ToProposals round={round} />
      {round.party === 'staff' ? <ForStaff round={round} /> : <ForProvider round={round} />}
      <Questions round={round} />
      <History round={round} />
    </DocumentPage>
  );
}

function Back() {
  const messages = useCatalog(roundMessages);
  return (
    <p>
      <PageLink to={{ page: 'rounds' }}>{messages.all}</PageLink>
    </p>
  );
}

function ForStaff({ round }: { readonly round: Round }) {
  const isShaped = round.standing === 'draft' || round.standing === 'shared';
  return (
    <>
      <LotsSection round={round} isShaped={isShaped} />
      {isShaped && <ShapeLots round={round} />}
      {isShaped ? <Settings key={round.id} round={round} /> : <TermsSaid round={round} />}
      {round.standing === 'open' && <Amend key={round.amendment} round={round} />}
      <Moves round={round} />
    </>
  );
}

function ForProvider({ round }: { readonly round: Round }) {
  return (
    <>
      <TermsSaid round={round} />
      <LotsSection round={round} isShaped={false} />
      {round.standing === 'shared' && <Interests key={round.id} round={round} />}
    </>
  );
}
