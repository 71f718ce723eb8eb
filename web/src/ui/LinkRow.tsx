/** A row of links between pages. On a phone it scrolls, to the page that is open. */
import { type ReactNode, useEffect, useRef } from 'react';

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
  return (
    <nav className={`page-links ${className}`.trim()} aria-label={label}>
      <ul ref={row}>{children}</ul>
      {end}
    </nav>
  );
}
