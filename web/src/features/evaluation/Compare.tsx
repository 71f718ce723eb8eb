/** Offers for each lot side by side. */

import { DEPARTURES } from '../../../../server/domain/round/proposal.ts';
import { isTechnologyCode } from '../../../../server/domain/technology.ts';
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { departureMessages, evaluationMessages, technologyMessages } from './messages.ts';
import type { Evaluation, Offer } from './queries.ts';

export function Compare({ evaluation: { lots, offers } }: { readonly evaluation: Evaluation }) {
  const { compare: messages } = useCatalog(evaluationMessages);
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{messages.title}</h2>
      <p>{messages.lead}</p>
      {lots.map((lot) => {
        const own = offers.filter((offer) => offer.lot === lot.id);
        const title = messages.lot({ ...lot, name: clusterName(lot.name) });
        return (
          <div key={lot.id}>
            <h3 translate={translateOf(lot.name)}>{title}</h3>
            {own.length === 0 ? <p>{messages.none}</p> : <OfferTable label={title} offers={own} all={offers} />}
          </div>
        );
      })}
    </section>
  );
}

const ofBest = (values: readonly (number | null)[], best: 'least' | 'most') => {
  const known = values.filter((value) => value !== null);
  return best === 'least' ? Math.min(...known) : Math.max(...known);
};

interface OfferTableProps {
  readonly label: string;
  readonly offers: readonly Offer[];
  /** Of all lots, for the names of others' bids. */
  readonly all: readonly Offer[];
}

function OfferTable({ label, offers, all }: OfferTableProps) {
  const { compare: messages } = useCatalog(evaluationMessages);
  const best = {
    subsidy: ofBest(
      offers.map(({ subsidy }) => subsidy),
      'least',
    ),
    students: ofBest(
      offers.map(({ students }) => students),
      'most',
    ),
    perStudent: ofBest(
      offers.map(({ perStudent }) => perStudent),
      'least',
    ),
    perHomeMonth: ofBest(
      offers.map(({ perHomeMonth }) => perHomeMonth),
      'least',
    ),
    downloadMbps: ofBest(
      offers.map(({ downloadMbps }) => downloadMbps),
      'most',
    ),
    pricePerMonth: ofBest(
      offers.map(({ pricePerMonth }) => pricePerMonth),
      'least',
    ),
    finish: offers.map(({ finish }) => finish).toSorted()[0],
  };
  const has = {
    overlaps: offers.some(({ overlaps }) => overlaps.length > 0),
    departures: offers.some(({ departures }) => departures.length > 0),
  };
  const heads = [
    messages.subsidy,
    messages.percent,
    messages.students,
    messages.households,
    messages.perStudent,
    messages.perHomeMonth,
  ];
  return (
    <Scroll label={label}>
      <table className="wide rows">
        <thead>
          <tr>
            <th scope="col">{messages.provider}</th>
            {heads.map((name) => (
              <th key={name} scope="col" className="numeric">
                {name}
              </th>
            ))}
            <th scope="col">{messages.technology}</th>
            <th scope="col" className="numeric">
              {messages.speed}
            </th>
            <th scope="col" className="numeric">
              {messages.price}
            </th>
            <th scope="col">{messages.finish}</th>
            {has.overlaps && <th scope="col">{messages.overlaps}</th>}
            {has.departures && <th scope="col">{messages.departs}</th>}
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <OfferRow key={offer.bid} offer={offer} best={best} all={all} has={has} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface OfferRowProps {
  readonly offer: Offer;
  readonly best: Readonly<Record<string, number | string | undefined>>;
  readonly all: readonly Offer[];
  /** Columns that some offer for the lot fills. */
  readonly has: { readonly overlaps: boolean; readonly departures: boolean };
}

function OfferRow({ offer, best, all, has }: OfferRowProps) {
  const { compare: messages } = useCatalog(evaluationMessages);
  const { names } = useCatalog(technologyMessages);
  const departures = useCatalog(departureMessages);
  const money = (dollars: number | null) => (dollars === null ? messages.unknown : messages.cents({ dollars }));
  const numeric = (name: keyof Offer, words: string | number) => (
    <td className="numeric">{offer[name] === best[name] ? <strong>{words}</strong> : words}</td>
  );
  const { percentOfReference: percent, technology, downloadMbps: download, uploadMbps: upload } = offer;
  const others = offer.overlaps.map((bid) => all.find((one) => one.bid === bid)?.provider ?? bid);
  return (
    <tr>
      <th scope="row">
        <span translate="no">{offer.provider}</span>
        <span className="note evaluation-under">
          {messages.alternative({ count: offer.alternative, isBundle: offer.isBundle })}
        </span>
      </th>
      {numeric('subsidy', messages.dollars({ dollars: offer.subsidy }))}
      <td className="numeric">{percent === null ? messages.unknown : messages.percentValue({ percent })}</td>
      {numeric('students', offer.students)}
      <td className="numeric">{offer.households}</td>
      {numeric('perStudent', money(offer.perStudent))}
      {numeric('perHomeMonth', money(offer.perHomeMonth))}
      <td>{isTechnologyCode(technology) ? names[technology] : technology}</td>
      {numeric('downloadMbps', messages.speedValue({ download, upload }))}
      {numeric('pricePerMonth', messages.cents({ dollars: offer.pricePerMonth }))}
      <td className="whole">
        {offer.finish === best.finish ? (
          <strong>{messages.day({ day: offer.finish })}</strong>
        ) : (
          messages.day({ day: offer.finish })
        )}
      </td>
      {has.overlaps && <td translate="no">{[...new Set(others)].join(', ')}</td>}
      {has.departures && (
        <td>
          {DEPARTURES.filter((name) => offer.departures.includes(name))
            .map((name) => departures[name])
            .join(', ')}
        </td>
      )}
    </tr>
  );
}
