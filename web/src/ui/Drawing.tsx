/** SVG text as part of the page, so that its words have the page's font. */
import { useEffect, useRef } from 'react';

export interface DrawingProps {
  readonly svg: string | undefined;
  /** Undefined where something around it says what it shows. */
  readonly alt?: string;
  readonly className?: string;
}

export function Drawing({ svg, alt, className }: DrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!svg) return;
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    box.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  if (alt === undefined) return <div ref={box} className={className} aria-hidden="true" />;
  return <div ref={box} className={className} role="img" aria-label={alt} />;
}
