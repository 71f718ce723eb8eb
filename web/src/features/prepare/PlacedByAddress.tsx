/** How homes without coordinates were found by their addresses, and the list of those that were not. */
import { MATCH_QUALITIES, type MatchQuality } from '../../../../server/domain/geocode/address-index.ts';
import { plural } from '../../lib/counts.ts';
import type { Geocoded } from './protocol.ts';
import { SaveButton } from './SaveButton.tsx';

const QUALITY_WORDS: Readonly<Record<MatchQuality, string>> = {
  exact: 'by the very same address',
  normalized: 'by the same address in other words',
  building: 'by the building, without the unit',
  'street-zip': 'by number, street and ZIP code',
  'street-city': 'by number, street and town',
};

export function PlacedByAddress({ geocoded }: { readonly geocoded: Geocoded }) {
  const found = MATCH_QUALITIES.flatMap((quality) => {
    const students = geocoded.found[quality] ?? 0;
    return students > 0 ? [{ quality, students }] : [];
  });
  return (
    <div className="part">
      <h3>Homes found by their address</h3>
      {found.length === 0 && <p>None.</p>}
      <ul>
        {found.map(({ quality, students }) => (
          <li key={quality}>
            {plural(students, 'student')} {QUALITY_WORDS[quality]}
          </li>
        ))}
        {geocoded.unmatched > 0 && <li>{plural(geocoded.unmatched, 'row')} not found</li>}
      </ul>
      {geocoded.unmatchedFile && (
        <>
          <div className="actions">
            <SaveButton
              words="Save the list of addresses not found"
              name="addresses-not-found.csv"
              content={geocoded.unmatchedFile}
            />
          </div>
          <p className="note">
            It holds addresses. It is for you and whoever keeps addresses in your district; do not upload it.
          </p>
        </>
      )}
    </div>
  );
}
