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
      <ul className="homeless-columns">
        {homeless.map((column) => (
          <li key={column}>
            <span className="from-file">{opened.columns[column]?.name}</span>{' '}
            <span className="from-file samples">{opened.columns[column]?.samples.join(' · ') || 'all blank'}</span>{' '}
            <button type="button" className="link" onClick={() => choose(homeless.filter((other) => other !== column))}>
              Do not read {opened.columns[column]?.name}
            </button>
          </li>
        ))}
      </ul>
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
