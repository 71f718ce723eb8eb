/** The header line, and an alternative where a line above it is not read. */

import { Message } from '../../ui/Message.tsx';
import type { Source } from './state.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface HeaderNoteProps {
  readonly source: Source;
  readonly isBusy: boolean;
  readonly open: (file: File, headerLine?: number) => Promise<void>;
}

export function HeaderNote({ source, isBusy, open }: HeaderNoteProps) {
  const { file: words } = usePrepareMessages();
  const { line, isChosen, instead } = source.opened.header;
  if (instead === undefined) return line === 1 ? null : <p className="note">{words.namesOnLine({ line })}</p>;
  const use = (
    <button type="button" className="button" disabled={isBusy} onClick={() => void open(source.file, instead)}>
      {words.takeLine({ line: instead })}
    </button>
  );
  if (isChosen)
    return (
      <div className="actions">
        <p className="note">{words.lineAsSaid({ line })}</p>
        {use}
      </div>
    );
  return (
    <Message title={words.isItLine({ line })} tone="warning">
      <p>
        {words.namesOnLine({ line })} {words.otherLine({ line: instead })}
      </p>
      <div className="actions">{use}</div>
    </Message>
  );
}
