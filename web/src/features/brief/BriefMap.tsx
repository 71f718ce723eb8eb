/** The map as the server draws it for every renderer. */
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { briefMessages } from './messages.ts';
import { useBriefMap } from './queries.ts';

export function BriefMap({ place, alt }: { readonly place: PlaceRef; readonly alt: string }) {
  const messages = useCatalog(briefMessages);
  const { data: svg, isError } = useBriefMap(place);
  return (
    <div className="brief-map">
      <Drawing svg={svg} alt={alt} />
      {!svg && (isError ? <p className="note">{messages.mapFailed}</p> : <Coming words={messages.mapComing} />)}
    </div>
  );
}
