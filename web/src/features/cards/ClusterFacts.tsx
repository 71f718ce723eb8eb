/** What is known of one cluster. */
import type { CardMessages } from '../../../../server/domain/messages/en/map/cards.ts';
import { milesOf, squareMilesOf } from '../../../../server/domain/miles.ts';
import type { Filer } from '../../../../server/domain/verdict.ts';
import { about } from '../../lib/amount-words.ts';
import type { Cluster } from '../../lib/api.ts';
import { clusterSetOf } from '../../lib/choice.ts';
import { grouped } from '../../lib/format.ts';
import { missing, onlyFiler } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { placeName } from '../../lib/place-name.ts';
import { useChoice, useFunded, useHeard } from '../../lib/queries.ts';
import { useCommitted } from '../../lib/signed.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { COMMISSION, technologyName } from '../../lib/words.ts';

type ClusterMessages = CardMessages['cluster'];

export function ClusterFacts({ cluster }: { readonly cluster: Cluster }) {
  const {
    cards: { cluster: messages },
  } = useCatalog(mapMessages);
  const choice = useChoice();
  const heard = useHeard();
  const commission = heard?.commission ?? COMMISSION;
  const only = heard && onlyFiler(heard);
  const { of } = clusterSetOf(choice);
  const signed = useCommitted()?.clusters.find((one) => one.of === of && one.id === cluster.id);
  const paid = useFunded(choice)?.clusters.find((one) => one.of === of && one.id === cluster.id);
  return (
    <>
      <p className="big-number">{about(cluster.estimated)}</p>
      <p className="figure-words">
        {messages.lacking({ squareMiles: squareMilesOf(cluster.areaKm2), lacking: of })}{' '}
        {insideInWords(messages, cluster)}
      </p>
      <h3>{messages.where}</h3>
      <ul>
        {cluster.places.map((place) => (
          <li key={`${place.kind}${place.id}`}>
            {place.share < 0.995 ? (
              messages.partOfPlace({ place: placeName(place), share: place.share })
            ) : (
              <span translate="no">{placeName(place)}</span>
            )}
          </li>
        ))}
      </ul>
      {signed && signed.percent > 0 && (
        <>
          <h3>{messages.committedTitle}</h3>
          <p>{messages.committedFor(signed)}</p>
          {signed.confirmed > 0 && <p>{messages.confirmedFor(signed)}</p>}
        </>
      )}
      {paid && (
        <>
          <h3>{messages.paidTitle}</h3>
          <p>
            {messages.paidFor({
              share: paid.share,
              names: paid.programs,
              without: about(Math.round(cluster.estimated * (1 - paid.share))),
            })}
          </p>
        </>
      )}
      <h3>{messages.nearest}</h3>
      {cluster.nearestServed.length === 0 && <p>{only === 'puc' ? messages.offersUnknown : messages.noneNear}</p>}
      <ul>
        {cluster.nearestServed.map((near) => (
          <li key={`${near.providerId}${near.technology}`}>
            {messages.near({
              provider: near.name,
              technologyName: technologyName(near.technology),
              miles: milesOf(near.distanceKm),
              filer: near.source as Filer,
              commission,
            })}
          </li>
        ))}
      </ul>
      <h3>{messages.present}</h3>
      {cluster.providersPresent.length === 0 && <p>{only === 'puc' ? messages.offersUnknown : messages.nonePresent}</p>}
      <ul>
        {cluster.providersPresent.map((present) => (
          <li key={`${present.providerId}${present.technology}`}>
            {messages.offer({
              provider: present.name,
              technologyName: technologyName(present.technology),
              speeds: `${grouped(present.downloadMbps)}/${grouped(present.uploadMbps)}`,
              locations: present.locations,
            })}
          </li>
        ))}
      </ul>
      <h3>{only ? messages.whoseWord : messages.doTheyAgree}</h3>
      <p>
        {only ? messages.byOne({ filer: only, commission, why: missing(heard) }) : agreementInWords(messages, cluster)}
      </p>
      {cluster.changedByOwnFilings !== undefined && (
        <>
          <h3>{messages.ownFilings}</h3>
          <p>{changesInWords(messages, cluster)}</p>
        </>
      )}
      <details>
        <summary>{messages.whyRanked({ rank: cluster.rank })}</summary>
        <dl className="parts">
          {PARTS.map((part) => (
            <div key={part}>
              <dt>{messages.parts[part]}</dt>
              <dd>{partInWords(messages, part, cluster.rankParts[part])}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

type Part = keyof ClusterMessages['parts'];

const PARTS: readonly Part[] = ['estimated', 'densityPerKm2', 'distanceKm', 'needShare', 'score'];

function partInWords(messages: ClusterMessages, part: Part, value: number | null | undefined): string {
  if (value == null) return messages.unknownPart;
  switch (part) {
    case 'estimated':
      return about(value);
    case 'needShare':
      return messages.share({ share: value });
    case 'densityPerKm2':
      return messages.number({ count: value / squareMilesOf(1) });
    case 'distanceKm':
      return messages.number({ count: milesOf(value) });
    case 'score':
      return messages.number({ count: value });
  }
}

function insideInWords(messages: ClusterMessages, { wholePatches, students, households }: Cluster): string {
  return wholePatches === 0 ? messages.noneInside : messages.inside({ patches: wholePatches, students, households });
}

function agreementInWords(messages: ClusterMessages, { agreement }: Cluster): string {
  const { agree: agreeing, contradict: contradicting, oneSided } = agreement;
  return messages.agreement({ agreeing, contradicting, oneSided });
}

function changesInWords(messages: ClusterMessages, { agreement, changedByOwnFilings = 0 }: Cluster): string {
  const hexes = agreement.agree + agreement.contradict + agreement.oneSided;
  return changedByOwnFilings === 0
    ? messages.nothingChanged
    : messages.changed({ hexes, changed: changedByOwnFilings });
}
