/** A row of links between pages. On a phone it scrolls, to the page that is open. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

export interface LinkRowProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
  /** What stands behind the row and stays in sight. */
  readonly end?: ReactNode;
}

export function LinkRow({ label, className = '', children, end }: LinkRowProps) {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - row.current.offsetLeft;
  });
  const hides = useHides(row);
  return (
    <nav className={`page-links ${className}`.trim()} aria-label={label}>
      <ul ref={row} data-hides={hides || undefined}>
        {children}
      </ul>
      {end}
    </nav>
  );
}

/** Whether links lie hidden behind the end of the row, so that it fades there. */
function useHides(row: RefObject<HTMLUListElement | null>): boolean {
  const [hides, setHides] = useState(false);
  useEffect(() => {
    const list = row.current;
    if (!list) return;
    const look = () => setHides(list.scrollWidth - list.clientWidth - list.scrollLeft > 1);
    const observer = new ResizeObserver(look);
    observer.observe(list);
    for (const link of list.children) observer.observe(link);
    list.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      list.removeEventListener('scroll', look);
    };
  });
  return hides;
}
