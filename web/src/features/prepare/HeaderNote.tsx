/** Which line names the columns, and another to take instead where a line above it is not read. */
import { Message } from '../../ui/Message.tsx';
import type { Source } from './state.ts';

export interface HeaderNoteProps {
  readonly source: Source;
  readonly isBusy: boolean;
  readonly open: (file: File, headerLine?: number) => Promise<void>;
}

export function HeaderNote({ source, isBusy, open }: HeaderNoteProps) {
  const { line, isChosen, instead } = source.opened.header;
  if (instead === undefined) return line === 1 ? null : <p className="note">{where(line)}</p>;
  const use = (
    <button type="button" className="button" disabled={isBusy} onClick={() => void open(source.file, instead)}>
      Use line {instead} instead
    </button>
  );
  if (isChosen)
    return (
      <div className="actions">
        <p className="note">Line {line} is taken for the names of the columns, as you said.</p>
        {use}
      </div>
    );
  return (
    <Message title={`Is line ${line} the line that names the columns?`} tone="warning">
      <p>
        {where(line)} Line {instead} holds several values too. If it is line {instead} that names them, take it, so that
        no student between is lost.
      </p>
      <div className="actions">{use}</div>
    </Message>
  );
}

function where(line: number): string {
  return `The names of the columns stand on line ${line}; what is above is not read.`;
}
