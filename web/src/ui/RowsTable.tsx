/** A table as the server gives it: names of columns, then rows that begin with their own name. */
export interface RowsTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly className?: string;
}

export function RowsTable({ head, rows, className }: RowsTableProps) {
  return (
    <table className={className}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={head[column + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
