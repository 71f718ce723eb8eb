/** The server's map, drawn in the page so that its words have the page's font. */
import { useEffect, useRef } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { briefMessages } from './messages.ts';
import { useBriefMap } from './queries.ts';

export function BriefMap({ place, alt }: { readonly place: PlaceRef; readonly alt: string }) {
  const messages = useCatalog(briefMessages);
  const { data: svg, isError } = useBriefMap(place);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (svg) box.current?.replaceChildren(drawingOf(svg));
  }, [svg]);
  return (
    <figure className="brief-map">
      <div ref={box} role="img" aria-label={alt} />
      {!svg && <p className="note">{isError ? messages.mapFailed : messages.mapComing}</p>}
    </figure>
  );
}

function drawingOf(svg: string): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return document.importNode(documentElement, true);
}
