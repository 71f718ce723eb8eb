import { type DragEvent, useRef, useState } from 'react';

export interface FileDropProps {
  readonly onFile: (file: File) => void;
  readonly words: string;
  readonly note: string;
}

/** Takes one file, dropped or chosen. */
export function FileDrop({ onFile, words, note }: FileDropProps) {
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
        accept=".csv,text/csv"
        tabIndex={-1}
        aria-label="Anonymised file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <button type="button" className="button primary" onClick={() => input.current?.click()}>
        {words}
      </button>
      <p className="note">{note}</p>
    </div>
  );
}
