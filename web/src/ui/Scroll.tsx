/** Content that may be wider than its container: scrolls by itself, also by keys, and shows that it does. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '../lib/use-messages.ts';

export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const messages = useMessages();
  const box = useRef<HTMLElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => setWider(current.scrollWidth > current.clientWidth + 1);
    const watch = new ResizeObserver(look);
    watch.observe(current);
    for (const child of current.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  return (
    <>
      {isWider && <p className="note scroll-hint">{messages.scrollHint}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1) */}
      <section ref={box} className="scroll" aria-label={label} tabIndex={0}>
        {children}
      </section>
    </>
  );
}
