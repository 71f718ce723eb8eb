/** How homes without coordinates were found by address, and the list of those not found. */

import { MATCH_QUALITIES } from '../../../../server/domain/geocode/address-index.ts';
import type { Geocoded } from './protocol.ts';
import { SaveButton } from './SaveButton.tsx';
import { usePrepareMessages } from './use-messages.ts';

export function PlacedByAddress({ geocoded }: { readonly geocoded: Geocoded }) {
  const { settled } = usePrepareMessages();
  const found = MATCH_QUALITIES.flatMap((quality) => {
    const students = geocoded.found[quality] ?? 0;
    return students > 0 ? [{ quality, students }] : [];
  });
  return (
    <div className="part">
      <h3>{settled.located}</h3>
      {found.length === 0 && <p>{settled.noneLocated}</p>}
      <ul>
        {found.map(({ quality, students }) => (
          <li key={quality}>{settled.locatedBy[quality]({ students })}</li>
        ))}
        {geocoded.unmatched > 0 && <li>{settled.notLocated({ rows: geocoded.unmatched })}</li>}
      </ul>
      {geocoded.unmatchedFile && (
        <>
          <div className="actions">
            <SaveButton
              words={settled.saveNotLocated}
              name="addresses-not-found.csv"
              content={geocoded.unmatchedFile}
            />
          </div>
          <p className="note">{settled.saveNotLocatedNote}</p>
        </>
      )}
    </div>
  );
}
