/** Sentences that somebody should read, one below the other. */
export function Notes({ notes }: { readonly notes: readonly string[] }) {
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
