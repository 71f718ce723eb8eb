/** The line between two maps: dragged, or moved by keys as a slider (ARIA). */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface DividerProps {
  /** Of the width, from the left, 0 to 100. */
  readonly percent: number;
  readonly label: string;
  /** The position in words, with what lies on each side. */
  readonly words: string;
  readonly onChange: (percent: number) => void;
}

const STEP = 2;
const LONG_STEP = 10;

export function Divider({ percent, label, words, onChange }: DividerProps) {
  const line = useRef<HTMLDivElement>(null);
  const move = (to: number) => onChange(Math.min(100, Math.max(0, Math.round(to))));

  function drag({ pointerId, clientX, currentTarget }: PointerEvent) {
    const room = line.current?.parentElement?.getBoundingClientRect();
    if (room && currentTarget.hasPointerCapture(pointerId)) move((100 * (clientX - room.left)) / room.width);
  }

  function press(event: KeyboardEvent) {
    const to = stepped(percent, event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  }

  return (
    <div
      ref={line}
      className="divider"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
      style={{ insetInlineStart: `${percent}%` }}
      onPointerDown={({ pointerId, currentTarget }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <span className="divider-grip" aria-hidden="true">
        ⟷
      </span>
    </div>
  );
}

/** Undefined for any other key. */
function stepped(percent: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return percent - STEP;
    case 'ArrowRight':
    case 'ArrowUp':
      return percent + STEP;
    case 'PageDown':
      return percent - LONG_STEP;
    case 'PageUp':
      return percent + LONG_STEP;
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return undefined;
  }
}
