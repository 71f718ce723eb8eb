/** A drop target with a button that chooses a file the same way. */
import { type DragEvent, type ReactNode, useId, useState } from 'react';

export interface FileChoiceProps {
  readonly label: string;
  readonly accept: string;
  readonly isDisabled?: boolean;
  readonly onFile: (file: File) => void;
  /** Accepted kinds, or the chosen file. */
  readonly children?: ReactNode;
  readonly tone?: 'primary' | 'plain';
}

export function FileChoice({ label, accept, isDisabled = false, onFile, children, tone = 'plain' }: FileChoiceProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent, value: boolean) => {
    event.preventDefault();
    if (!isDisabled) setOver(value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra for mice, the button inside does the same by keys
    <div
      className="drop"
      {...(isOver ? { 'data-over': '' } : {})}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const file = event.dataTransfer.files[0];
        if (file && !isDisabled) onFile(file);
      }}
    >
      <span className="file-button">
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={isDisabled}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Allows choosing the same file again after it changed.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
        <label className={tone === 'primary' ? 'button primary' : 'button'} htmlFor={id}>
          {label}
        </label>
      </span>
      {children}
    </div>
  );
}
