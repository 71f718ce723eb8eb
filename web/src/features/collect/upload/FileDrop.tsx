import { type DragEvent, useRef, useState } from 'react';

export interface FileDropProps {
  readonly onFile: (file: File) => void;
  /** Label for screen readers, who do not see the button. */
  readonly label: string;
  readonly words: string;
  readonly note: string;
  /** True: not the main action on the page. */
  readonly isQuiet?: boolean;
}

/** Takes one dropped or chosen file. */
export function FileDrop({ onFile, label, words, note, isQuiet = false }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className="drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        className="sr-only"
        type="file"
        accept=".csv,.txt,.text,text/csv,text/plain"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <button type="button" className={isQuiet ? 'button' : 'button primary'} onClick={() => input.current?.click()}>
        {words}
      </button>
      <p className="note">{note}</p>
    </div>
  );
}
