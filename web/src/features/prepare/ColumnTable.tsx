/** One group of fields: what we look for, the column that has it, its values, what becomes of it. */
import { usePrepareMessages } from './use-messages.ts';
import './tables.css';
import type { Field, Mapping } from '../../../../server/domain/anonymize/fields.ts';
import { basisOf, type FieldGroup, nameOf } from './columns.ts';
import type { Source } from './state.ts';

export interface ColumnTableProps {
  readonly group: FieldGroup;
  readonly source: Source;
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
  /** Whether the folded group already shows its title. */
  readonly isFolded?: boolean;
  /** The file, where there are two. */
  readonly of?: 'export' | 'answers';
  readonly choose: (field: Field, column: number | undefined) => void;
}

export function ColumnTable({
  group,
  source,
  mapping,
  isRemembered,
  isFolded = false,
  of = 'export',
  choose,
}: ColumnTableProps) {
  const messages = usePrepareMessages();
  const { columns: words, fields } = messages;
  const { title, note } = words.groups[group.key];
  const { opened } = source;
  return (
    <div className="part">
      {!isFolded && <h3>{title}</h3>}
      <p className="note">{note}</p>
      <table className="columns-table">
        <caption className="sr-only">{words.caption({ title })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.whatItIs}</th>
            <th scope="col">{words.yourColumn}</th>
            <th scope="col">{words.examples}</th>
            <th scope="col">{words.whatBecomes}</th>
          </tr>
        </thead>
        <tbody>
          {group.fields.map((field) => {
            const column = mapping[field];
            const { name, becomes } = fields[field];
            const basis = basisOf(field, mapping, opened, isRemembered);
            const samples = column === undefined ? [] : (opened.columns[column]?.samples ?? []);
            return (
              <tr key={field} data-chosen={column !== undefined}>
                <th scope="row">{name}</th>
                <td>
                  <select
                    className="cell-select from-file"
                    aria-label={of === 'answers' ? words.columnOfAnswers({ name }) : words.columnOf({ name })}
                    value={column ?? ''}
                    onChange={(event) =>
                      choose(field, event.target.value === '' ? undefined : Number(event.target.value))
                    }
                  >
                    <option value="">{words.notInFile}</option>
                    {opened.columns.map((one, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
                      <option key={i} value={i} translate="no">
                        {nameOf(messages, one, i)}
                      </option>
                    ))}
                  </select>
                  {basis && <span className="note basis">{words.basis[basis]}</span>}
                </td>
                <td data-label={words.examplesInShort} className="from-file samples">
                  {samples.length > 0 ? (
                    <span translate="no">{samples.join(' · ')}</span>
                  ) : (
                    <span className="note">{column === undefined ? words.none : words.allBlank}</span>
                  )}
                </td>
                <td data-label={words.becomesInShort} className="note">
                  {column === undefined ? words.nothing : becomes}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
