/** Any number of columns that record homelessness: each one suffices to count a student without a place. */

import { type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import { nameOf } from './columns.ts';
import type { Source } from './state.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface NoFixedColumnsProps {
  readonly source: Source;
  readonly mapping: Mapping;
  /** The file, where there are two. */
  readonly of?: 'export' | 'answers';
  readonly choose: (columns: readonly number[]) => void;
}

export function NoFixedColumns({ source: { opened }, mapping, of = 'export', choose }: NoFixedColumnsProps) {
  const messages = usePrepareMessages();
  const { columns: words, fields } = messages;
  const { homeless = [] } = mapping;
  const used = new Set(usesOf(mapping).map(({ column }) => column));
  return (
    <div className="part">
      <h3>{words.homelessness[of]}</h3>
      <p className="note">{words.homelessnessNote}</p>
      {homeless.length > 0 && (
        <table className="columns-table">
          <caption className="sr-only">{words.homelessnessCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.yourColumn}</th>
              <th scope="col">{words.examples}</th>
              <th scope="col">{words.whatBecomes}</th>
              <th scope="col">
                <span className="sr-only">{words.takeOut}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {homeless.map((column) => {
              const one = opened.columns[column] ?? { name: '', samples: [] };
              const { samples } = one;
              const name = nameOf(messages, one, column);
              return (
                <tr key={column} data-chosen>
                  <th scope="row" translate="no" className="from-file">
                    {name}
                  </th>
                  <td data-label={words.examplesInShort} className="from-file samples">
                    {samples.length > 0 ? (
                      <span translate="no">{samples.join(' · ')}</span>
                    ) : (
                      <span className="note">{words.allBlank}</span>
                    )}
                  </td>
                  <td data-label={words.becomesInShort} className="note">
                    {fields.homeless.becomes}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-label={words.doNotReadColumn({ column: name })}
                      onClick={() => choose(homeless.filter((other) => other !== column))}
                    >
                      {words.doNotRead}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <select
        className="cell-select from-file"
        aria-label={words.addColumnOf[of]}
        value=""
        onChange={({ target }) => choose([...homeless, Number(target.value)])}
      >
        <option value="">{homeless.length === 0 ? words.notInFile : words.addAnother}</option>
        {opened.columns.map((one, i) =>
          used.has(i) ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
            <option key={i} value={i} translate="no">
              {nameOf(messages, one, i)}
            </option>
          ),
        )}
      </select>
    </div>
  );
}
