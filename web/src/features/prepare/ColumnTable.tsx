/** One group of fields: what we look for, which column has it, what it holds, what becomes of it. */
import './tables.css';
import { FIELD_WORDS, type Field, type Mapping } from '../../../../server/domain/anonymize/fields.ts';
import { basisOf, type FieldGroup } from './columns.ts';
import type { Source } from './state.ts';

export interface ColumnTableProps {
  readonly group: FieldGroup;
  readonly source: Source;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
  /** Whether the title stands above already, where the group is folded. */
  readonly isFolded?: boolean;
  /** Of which file, where there are two. */
  readonly of?: string;
  readonly choose: (field: Field, column: number | undefined) => void;
}

export function ColumnTable({
  group,
  source,
  mapping,
  isRemembered,
  isFolded = false,
  of = '',
  choose,
}: ColumnTableProps) {
  const { opened } = source;
  return (
    <div className="part">
      {!isFolded && <h3>{group.title}</h3>}
      <p className="note">{group.note}</p>
      <table className="columns-table">
        <caption className="sr-only">{group.title}: which column is what</caption>
        <thead>
          <tr>
            <th scope="col">What it is</th>
            <th scope="col">Your column</th>
            <th scope="col">Examples, on your screen only</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {group.fields.map((field) => {
            const column = mapping[field];
            const basis = basisOf(field, mapping, opened, isRemembered);
            const samples = column === undefined ? [] : (opened.columns[column]?.samples ?? []);
            return (
              <tr key={field} data-chosen={column !== undefined}>
                <th scope="row">{FIELD_WORDS[field].name}</th>
                <td>
                  <select
                    className="cell-select from-file"
                    aria-label={`Column of${of}: ${FIELD_WORDS[field].name}`}
                    value={column ?? ''}
                    onChange={(event) =>
                      choose(field, event.target.value === '' ? undefined : Number(event.target.value))
                    }
                  >
                    <option value="">(not in the file)</option>
                    {opened.columns.map(({ name }, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
                      <option key={i} value={i}>
                        {name}
                      </option>
                    ))}
                  </select>
                  {basis !== '' && <span className="note basis">{basis}</span>}
                </td>
                <td data-label="Examples" className="from-file samples">
                  {samples.length > 0 ? (
                    samples.join(' · ')
                  ) : (
                    <span className="note">{column === undefined ? 'none' : 'all blank'}</span>
                  )}
                </td>
                <td data-label="Becomes" className="note">
                  {column === undefined ? 'nothing' : FIELD_WORDS[field].becomes}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
