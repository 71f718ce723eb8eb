/** Headings with a paragraph each. */
import './about.css';

export function Parts({ parts }: { readonly parts: readonly (readonly string[])[] }) {
  return parts.map(([title, words]) => (
    <section key={title}>
      <h2>{title}</h2>
      <p>{words}</p>
    </section>
  ));
}

export function List({
  lines,
  isOrdered = false,
}: {
  readonly lines: readonly string[];
  readonly isOrdered?: boolean;
}) {
  const items = lines.map((line) => <li key={line}>{line}</li>);
  return isOrdered ? <ol className="about-list">{items}</ol> : <ul className="about-list">{items}</ul>;
}
