import { useEffect, useRef } from 'react';
import type { Checked } from './protocol.ts';

/** What another check found is said at the top of the step: eyes and screen readers are taken there. */
export function useNewsOfCheck(checked: Checked | undefined) {
  const status = useRef<HTMLParagraphElement>(null);
  const shown = useRef(checked);
  useEffect(() => {
    if (shown.current === checked) return;
    shown.current = checked;
    status.current?.focus({ preventScroll: true });
    status.current?.closest('.prepare')?.scrollIntoView({ block: 'start' });
  }, [checked]);
  return status;
}
