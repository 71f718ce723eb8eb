import { clusterName } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { roundMessages } from './messages.ts';
import type { Lot, Round } from './queries.ts';

interface LotTableProps {
  readonly round: Round;
  /** Undefined: lots stay as they are. */
  readonly edit: ((lot: number) => void) | undefined;
}

export function LotTable({ round, edit }: LotTableProps) {
  const messages = useCatalog(roundMessages);
  return (
    <Scroll label={messages.lots}>
      <table className="wide rounds-lots">
        <thead>
          <tr>
            <th scope="col">{messages.lot}</th>
            <th scope="col">{messages.students}</th>
            <th scope="col">{messages.households}</th>
            <th scope="col">{messages.estimated}</th>
            <th scope="col">{messages.noService}</th>
            <th scope="col">{messages.tooDear}</th>
            <th scope="col">{messages.reference}</th>
          </tr>
        </thead>
        <tbody>
          {round.lots.map((lot, at) => (
            <Row key={lot.id} number={at + 1} lot={lot} round={round} edit={edit} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface RowProps extends LotTableProps {
  readonly number: number;
  readonly lot: Lot;
}

function Row({ number, lot, round, edit }: RowProps) {
  const messages = useCatalog(roundMessages);
  const isHidden = round.party === 'provider' && !round.showsReference;
  return (
    <tr>
      <th scope="row">
        {number}. <ClusterName name={lot.name} />
        {edit && (
          <button
            type="button"
            className="link"
            aria-label={messages.shape.editNamed({ name: clusterName(lot.name) })}
            onClick={() => edit(lot.id)}
          >
            {messages.shape.edit}
          </button>
        )}
        <Ground lot={lot} />
      </th>
      <td>{messages.number({ count: lot.students })}</td>
      <td>{messages.number({ count: lot.households })}</td>
      <td>{messages.number({ count: lot.estimated })}</td>
      <td>
        <Answered lot={lot} count="home.unavailable" />
      </td>
      <td>
        <Answered lot={lot} count="home.unaffordable" />
      </td>
      <td>
        {lot.referenceAmount !== null
          ? messages.dollars({ dollars: lot.referenceAmount })
          : isHidden
            ? messages.notShown
            : messages.noReference}
      </td>
    </tr>
  );
}

function Answered({ lot, count }: { readonly lot: Lot; readonly count: string }) {
  const messages = useCatalog(roundMessages);
  const { least, hidden } = lot.counts[count] ?? { least: 0, hidden: lot.patches.length };
  return messages.atLeast({ least, hiddenCount: hidden, of: lot.patches.length });
}

/** What public filings and places say of its land. */
function Ground({ lot }: { readonly lot: Lot }) {
  const messages = useCatalog(roundMessages);
  const { counties, passings, locations, routeMiles, nearest, providers, schools, wanted, patches } = lot;
  const said = [
    messages.areaCount({ count: patches.length }),
    messages.squareMiles({ miles: lot.squareMiles }),
    passings !== null && locations !== null && messages.passings({ passings, of: locations }),
    routeMiles !== null && routeMiles > 0 && messages.routeMiles({ miles: routeMiles }),
    nearest && messages.nearest({ provider: nearest.name, miles: nearest.miles }),
    providers.length > 0 && messages.present({ providers }),
    schools.length > 0 && messages.schools({ schools }),
    wanted.length > 0 && messages.wantedBy({ providers: wanted }),
  ].filter((line) => typeof line === 'string');
  return (
    <span className="note">
      <span translate="no">{counties.join(', ')}</span> · {said.join(' · ')}
    </span>
  );
}
