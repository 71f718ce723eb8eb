/** The map as the server draws it for every renderer. */
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { briefMessages } from './messages.ts';
import { useBriefMap } from './queries.ts';

export function BriefMap({ place, alt }: { readonly place: PlaceRef; readonly alt: string }) {
  const messages = useCatalog(briefMessages);
  const { data: svg, isError } = useBriefMap(place);
  return (
    <div className="brief-map">
      <Drawing svg={svg} alt={alt} />
      {!svg && <p className="note">{isError ? messages.mapFailed : messages.mapComing}</p>}
    </div>
  );
}
