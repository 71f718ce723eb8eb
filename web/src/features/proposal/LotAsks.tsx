/** Which lots an alternative offers for, and for how much. */

import { percentOfReference } from '../../../../server/domain/round/proposal.ts';
import { clusterName } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { Amount } from './Fields.tsx';
import { proposalMessages } from './messages.ts';
import type { Alternative, ProposalRoom } from './queries.ts';

type Lot = ProposalRoom['lots'][number];
type Ask = Alternative['lots'][number];

interface LotAsksProps {
  readonly lots: readonly Lot[];
  readonly asks: readonly Ask[];
  readonly put: (asks: Ask[]) => void;
}

const MOST_DOLLARS = 1e10;

export function LotAsks({ lots, asks, put }: LotAsksProps) {
  const { lots: messages } = useCatalog(proposalMessages);
  const replace = (ask: Ask) => put(asks.map((one) => (one.lot === ask.lot ? ask : one)));
  const toggle = (lot: number, isOn: boolean) =>
    put(
      lots.flatMap(({ id }) => {
        const known = asks.find((one) => one.lot === id);
        if (id !== lot) return known ? [known] : [];
        return isOn ? [{ lot, subsidy: 0, capital: 0 }] : [];
      }),
    );
  return (
    <>
      <h4>{messages.title}</h4>
      <Scroll label={messages.title}>
        <table className="wide rows">
          <thead>
            <tr>
              <th scope="col">{messages.lot}</th>
              {[messages.students, messages.households, messages.reference].map((name) => (
                <th key={name} scope="col" className="numeric">
                  {name}
                </th>
              ))}
              <th scope="col">{messages.subsidy}</th>
              <th scope="col">{messages.capital}</th>
              <th scope="col" className="numeric">
                {messages.percent}
              </th>
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <LotRow
                key={lot.id}
                lot={lot}
                ask={asks.find((one) => one.lot === lot.id)}
                put={replace}
                toggle={(isOn) => toggle(lot.id, isOn)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p role="status">{messages.sum({ dollars: asks.reduce((sum, { subsidy }) => sum + subsidy, 0) })}</p>
    </>
  );
}

interface LotRowProps {
  readonly lot: Lot;
  readonly ask: Ask | undefined;
  readonly put: (ask: Ask) => void;
  readonly toggle: (isOn: boolean) => void;
}

function LotRow({ lot, ask, put, toggle }: LotRowProps) {
  const { lots: messages } = useCatalog(proposalMessages);
  const { students, households, reference } = lot;
  const name = clusterName(lot.name);
  const percent = ask && percentOfReference(ask.subsidy, reference);
  return (
    <tr>
      <th scope="row">
        <label className="proposal-check">
          <input
            type="checkbox"
            aria-label={messages.take({ name })}
            checked={ask !== undefined}
            onChange={({ target }) => toggle(target.checked)}
          />
          <ClusterName name={lot.name} />
        </label>
      </th>
      <td className="numeric">{students}</td>
      <td className="numeric">{households}</td>
      <td className="numeric">{reference === null ? messages.none : messages.dollars({ dollars: reference })}</td>
      <td className="proposal-amount">
        {ask && (
          <Amount
            label={messages.subsidyFor({ name })}
            value={ask.subsidy}
            most={MOST_DOLLARS}
            put={(subsidy) => put({ ...ask, subsidy })}
          />
        )}
      </td>
      <td className="proposal-amount">
        {ask && (
          <Amount
            label={messages.capitalFor({ name })}
            value={ask.capital}
            most={MOST_DOLLARS}
            put={(capital) => put({ ...ask, capital })}
          />
        )}
      </td>
      <td className="numeric">{typeof percent === 'number' ? messages.percentValue({ percent }) : ''}</td>
    </tr>
  );
}
