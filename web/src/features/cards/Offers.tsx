/** What can be bought here, by public filing: FCC rows with their locations, then the state's areas. */
import type { CellVerdict } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { grouped } from '../../lib/format.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { technologyName, tierName } from '../../lib/words.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { areaNotCounted, type NotCounted, offerNotCounted } from './not-counted.ts';

export function Offers({ cell }: { readonly cell: CellVerdict }) {
  const {
    cards: { offers: messages },
  } = useCatalog(mapMessages);
  const choice = useChoice();
  const { tier } = choice;
  const isFiled = useHeard()?.filers.length !== 0;
  const { locations } = cell;
  return (
    <>
      <h3>{messages.title}</h3>
      {cell.offers.length === 0 && cell.areas.length === 0 && <p>{isFiled ? messages.none : messages.unknown}</p>}
      {cell.offers.length > 0 && (
        <Scroll label={messages.label}>
          <table className="offers">
            <caption>{locations === null ? messages.caption : messages.captionOf({ locations })}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.provider}</th>
                <th scope="col">{messages.upTo}</th>
                <th scope="col">{messages.reached({ speed: tierName(tier) })}</th>
              </tr>
            </thead>
            <tbody>
              {cell.offers.map((offer) => (
                <tr key={`${offer.provider.id}/${offer.technology}`}>
                  <th scope="row">
                    <span translate="no">{offer.provider.name}</span>
                    <span className="note">{technologyName(offer.technology)}</span>
                    <WhyNot
                      not={offerNotCounted(offer, locations, choice)}
                      technology={offer.technology}
                      choice={choice}
                    />
                  </th>
                  <td>
                    {grouped(offer.maxDownloadMbps)}/{grouped(offer.maxUploadMbps)}
                  </td>
                  <td>{grouped(offer[`locations_${tier}`])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {cell.areas.length > 0 && (
        <ul className="areas">
          {cell.areas.map((area) => (
            <li key={`${area.provider.name}/${area.technology}/${area.downloadMbps}`}>
              {messages.area({
                provider: area.provider.name,
                technologyName: technologyName(area.technology),
                speeds: `${grouped(area.downloadMbps)}/${grouped(area.uploadMbps)}`,
                share: area.share,
              })}
              <WhyNot not={areaNotCounted(area, choice)} technology={area.technology} choice={choice} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface WhyNotProps {
  readonly not: NotCounted | undefined;
  readonly technology: number;
  readonly choice: Choice;
}

function WhyNot({ not, technology, choice: { profile, tier } }: WhyNotProps) {
  const { notCounted } = useCatalog(mapMessages).guide;
  if (!not) return null;
  return (
    <span className="note why-not">
      {not.why === 'technology' && notCounted.technology({ technologyName: technologyName(technology), profile })}
      {not.why === 'speed' && notCounted.speed({ tier })}
      {not.why === 'share' && notCounted.share(not)}
    </span>
  );
}
