/** The columns of a file that nothing reads, by name. */
import type { Mapping } from '../../../../server/domain/anonymize/fields.ts';
import { plural } from '../../lib/counts.ts';
import { unreadColumns } from './columns.ts';
import type { Source } from './state.ts';

export interface NeverReadProps {
  readonly source: Source;
  readonly mapping: Mapping;
  /** Of which file, where there are two. */
  readonly of?: string;
}

export function NeverRead({ source: { opened }, mapping, of = '' }: NeverReadProps) {
  const unread = unreadColumns(opened.columns, mapping);
  return (
    <div className="part">
      <h3>
        Never read{of}: {plural(unread.length, 'column')}
      </h3>
      <p>
        Of {plural(opened.columns.length, 'column')} {opened.columns.length - unread.length} are used.
        {unread.length > 0 &&
          ' These are not. If one of them matters, such as where a student sleeps, choose it above.'}
      </p>
      {unread.length > 0 && (
        <p className="column-names">
          {unread.map(({ name }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
            <span key={i} className="from-file">
              {name}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
