/** A place to drop a file on, or to choose one by a button; both do the same. */
import { type DragEvent, type ReactNode, useId, useState } from 'react';

export interface FileChoiceProps {
  readonly label: string;
  readonly accept: string;
  readonly isDisabled?: boolean;
  readonly onFile: (file: File) => void;
  /** What is accepted, or what was chosen. */
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
            // The same file may be chosen again after it was changed.
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
