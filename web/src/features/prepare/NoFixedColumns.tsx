/** The columns that tell of homelessness, as many as the export has: each is enough to count a student without a place. */
import { FIELD_WORDS, type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import type { Source } from './state.ts';

export interface NoFixedColumnsProps {
  readonly source: Source;
  readonly mapping: Mapping;
  /** In which file, where there are two. */
  readonly of?: string;
  readonly choose: (columns: readonly number[]) => void;
}

export function NoFixedColumns({ source: { opened }, mapping, of = '', choose }: NoFixedColumnsProps) {
  const { homeless = [] } = mapping;
  const used = new Set(usesOf(mapping).map(({ column }) => column));
  return (
    <div className="part">
      <h3>
        {FIELD_WORDS.homeless.name}
        {of}
      </h3>
      <p className="note">
        Every column that tells who has no fixed residence, beside the type of address: a flag, where the student
        sleeps, days of a program. A student is counted without a place when any of them says so.
      </p>
      {homeless.length > 0 && (
        <table className="columns-table">
          <caption className="sr-only">Columns that tell of homelessness</caption>
          <thead>
            <tr>
              <th scope="col">Your column</th>
              <th scope="col">Examples, on your screen only</th>
              <th scope="col">What becomes of it</th>
              <th scope="col">
                <span className="sr-only">Take it out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {homeless.map((column) => {
              const { name = '', samples = [] } = opened.columns[column] ?? {};
              return (
                <tr key={column} data-chosen>
                  <th scope="row" className="from-file">
                    {name}
                  </th>
                  <td data-label="Examples" className="from-file samples">
                    {samples.length > 0 ? samples.join(' · ') : <span className="note">all blank</span>}
                  </td>
                  <td data-label="Becomes" className="note">
                    {FIELD_WORDS.homeless.becomes}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-label={`Do not read ${name}`}
                      onClick={() => choose(homeless.filter((other) => other !== column))}
                    >
                      Do not read
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
        aria-label={`Add a column of: ${FIELD_WORDS.homeless.name}${of}`}
        value=""
        onChange={({ target }) => choose([...homeless, Number(target.value)])}
      >
        <option value="">{homeless.length === 0 ? '(not in the file)' : 'Add another column'}</option>
        {opened.columns.map(({ name }, i) =>
          used.has(i) ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
            <option key={i} value={i}>
              {name}
            </option>
          ),
        )}
      </select>
    </div>
  );
}
