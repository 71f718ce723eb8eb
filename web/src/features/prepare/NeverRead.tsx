/** Names of the columns in a file that nothing reads. */

import type { Mapping } from '../../../../server/domain/anonymize/fields.ts';
import { nameOf, unreadColumns } from './columns.ts';
import type { Source } from './state.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface NeverReadProps {
  readonly source: Source;
  readonly mapping: Mapping;
  /** The file, where there are two. */
  readonly of?: 'export' | 'answers' | undefined;
}

export function NeverRead({ source: { opened }, mapping, of }: NeverReadProps) {
  const messages = usePrepareMessages();
  const { columns: words } = messages;
  const unread = unreadColumns(opened.columns, mapping);
  const title =
    of === undefined ? words.neverRead : of === 'export' ? words.neverReadOfExport : words.neverReadOfAnswers;
  const columnCount = opened.columns.length;
  return (
    <div className="part">
      <h3>{title({ columnCount: unread.length })}</h3>
      <p>
        {words.used({ columnCount, used: columnCount - unread.length })} {unread.length > 0 && words.unusedMatter}
      </p>
      {unread.length > 0 && (
        <p className="column-names">
          {unread.map(({ column, at }) => (
            <span key={at} translate="no" className="from-file">
              {nameOf(messages, column, at)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
