/** What can be bought here, by public filing: FCC rows with their locations, then the state's areas. */
import type { CellVerdict } from '../../lib/api.ts';
import { grouped } from '../../lib/counts.ts';
import { useChoice, useHeard } from '../../lib/queries.ts';
import { tierName } from '../../lib/words.ts';
import { Scroll } from '../../ui/Scroll.tsx';

export function Offers({ cell }: { readonly cell: CellVerdict }) {
  const { tier } = useChoice();
  const isFiled = useHeard()?.filers.length !== 0;
  const total = cell.locations;
  return (
    <>
      <h3>What can be bought</h3>
      {cell.offers.length === 0 && cell.areas.length === 0 && (
        <p>{isFiled ? 'No provider reports anything here.' : 'No filing says.'}</p>
      )}
      {cell.offers.length > 0 && (
        <Scroll label="Offers by FCC filings">
          <table className="offers">
            <caption>
              By FCC filings{total !== null && `, of ${grouped(total)} ${total === 1 ? 'location' : 'locations'}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Up to</th>
                <th scope="col">{tierName(tier)} at</th>
              </tr>
            </thead>
            <tbody>
              {cell.offers.map((offer) => (
                <tr key={`${offer.provider.id}/${offer.technology}`}>
                  <th scope="row">
                    {offer.provider.name}
                    <span className="note">{offer.technologyName}</span>
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
              {area.provider.name}, {area.technologyName}, {area.downloadMbps}/{area.uploadMbps}: the state's filing
              covers {Math.round(area.share * 100)} % of the hex
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
