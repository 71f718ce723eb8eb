export interface SortHeadingProps {
  readonly words: string;
  /** The table's direction in this column; undefined when sorted by another. */
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly className?: string | undefined;
  readonly onSort: () => void;
}

/** The heading of a column that sorts its table. */
export function SortHeading({ words, sorted, className, onSort }: SortHeadingProps) {
  return (
    <th scope="col" className={className} aria-sort={sorted}>
      <button type="button" onClick={onSort}>
        {words}
        <span aria-hidden="true">{sorted ? (sorted === 'descending' ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
