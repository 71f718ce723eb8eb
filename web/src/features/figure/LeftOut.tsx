/** Students to build for on land that a program already pays for: left out of the number, or counted, as the reader chooses. */
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import type { Funded } from '../../../../server/features/funded/contract.ts';
import type { Release } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews } from '../../lib/views.ts';

/** Of the state or a county, to build for by the choice's reading; undefined where no such estimate is. */
export function paidFor(
  { state, counties }: Funded,
  { choice, place, release }: { choice: Choice; place: PlaceRef | undefined; release: Release },
): number | undefined {
  if (choice.measure !== 'build' || choice.source === 'disputed') return undefined;
  if (!place || (place.kind === 'state' && place.id === release.state.fips)) return state ?? undefined;
  return place.kind === 'county' ? (counties.find(({ id }) => id === place.id)?.build ?? undefined) : undefined;
}

export function LeftOut({ funded, students }: { readonly funded: Funded; readonly students: number }) {
  const { figure: messages } = useCatalog(mapMessages);
  const { paid } = useView();
  const views = useViews();
  const names = [...new Set(funded.areas.map(({ program }) => program))];
  return (
    <p className="note">
      {paid ? messages.paidCounted({ students, names }) : messages.paidLeftOut({ students, names })}{' '}
      <button type="button" className="link" onClick={() => views.change({ paid: !paid })}>
        {paid ? messages.leavePaid : messages.countPaid}
      </button>
    </p>
  );
}
