/** SVG text as part of the page, so that its words have the page's font. */
import { useEffect, useRef } from 'react';

export function Drawing({ svg, alt }: { readonly svg: string | undefined; readonly alt: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!svg) return;
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    box.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div ref={box} role="img" aria-label={alt} />;
}
