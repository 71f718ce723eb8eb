import './check.css';
import type { ReactNode } from 'react';

interface CheckProps {
  readonly isOn: boolean;
  readonly change: (isOn: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
}

/** A box with its words beside it. */
export function Check({ isOn, change, children, isDisabled = false }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} disabled={isDisabled} onChange={(event) => change(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
