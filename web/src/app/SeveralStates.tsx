/** The panel's and the table's parts where the map shows several states. */
import { ClusterList } from '../features/clusters/index.ts';
import { OfState, type StateShown, useStates } from '../lib/edition.ts';
import { answers } from '../lib/heard.ts';
import { mapMessages } from '../lib/messages.ts';
import { useChoice, useHeard } from '../lib/queries.ts';
import { useCatalog } from '../lib/use-messages.ts';
import { useViews } from '../lib/views.ts';
import { Message } from '../ui/Message.tsx';

/** Each state ranks its own. */
export function ClusterLists() {
  const states = useStates();
  const asked = useChoice();
  return states.map((state, number) => (
    <OfState key={state.fips} value={state.fips}>
      <ListOf state={state} asked={asked} isFirst={number === 0} />
    </OfState>
  ));
}

interface ListOfProps {
  readonly state: StateShown;
  readonly asked: ReturnType<typeof useChoice>;
  readonly isFirst: boolean;
}

/** Nothing where the question is not answered: a list by another question would be read as this one's. */
function ListOf({ state, asked, isFirst }: ListOfProps) {
  const heard = useHeard();
  return heard && answers(asked, heard) && <ClusterList of={state} isFirst={isFirst} />;
}

export function ChooseTable() {
  const { edition: messages } = useCatalog(mapMessages);
  const states = useStates();
  const views = useViews();
  return (
    <div className="table-page">
      <Message title={messages.tableOfOne}>
        <p>{messages.chooseForTable}</p>
        <p className="row">
          {states.map(({ fips, name }) => (
            <button key={fips} type="button" className="button" onClick={() => views.change({ state: fips })}>
              <span translate="no">{name}</span>
            </button>
          ))}
        </p>
      </Message>
    </div>
  );
}
