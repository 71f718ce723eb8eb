/** Tables and lists of a brief, as its model gives them. */
import { RowsTable } from '../../ui/RowsTable.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import type { Brief } from './queries.ts';

export function NumberTable({ table: { title, head, rows, note } }: { readonly table: Brief['why'] }) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length > 0 && (
        <Scroll label={title}>
          <RowsTable className="brief-table" head={head} rows={rows} />
        </Scroll>
      )}
      {note !== '' && <p className="note">{note}</p>}
    </section>
  );
}

export function Parts({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  return (
    <>
      <p className="brief-part">{title}</p>
      <ul className="brief-list">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </>
  );
}
