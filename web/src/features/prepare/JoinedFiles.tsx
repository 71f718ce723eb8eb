/** How the answers and the students fit together, and the list of the lines that do not. */
import { UNJOINED } from '../../../../server/domain/anonymize/answers/unjoined.ts';
import { plural } from '../../lib/counts.ts';
import type { Joined, UnjoinedLines } from './protocol.ts';
import { SaveButton } from './SaveButton.tsx';

export function JoinedFiles({ joined: { students, unjoined, list } }: { readonly joined: Joined }) {
  return (
    <div className="part">
      <h3>Answers joined to your export</h3>
      <ul className="points">
        <li>{plural(students, 'student has', 'students have')} answers</li>
        {unjoined.map((lines) => (
          <li key={lines.kind}>{inWords(lines)}</li>
        ))}
      </ul>
      {list && (
        <>
          <div className="actions">
            <SaveButton words="Save the list of what does not fit" name="not-joined.csv" content={list} />
          </div>
          <p className="note">Lines of both files, for whoever asks the families again. No value of a row is in it.</p>
        </>
      )}
    </div>
  );
}

function inWords({ kind, file, rows, lines }: UnjoinedLines): string {
  const whose =
    file === 'answers' ? plural(rows, 'row of the answers', 'rows of the answers') : plural(rows, 'student');
  const shown = `${rows === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rows > lines.length ? ' and more' : ''}`;
  return `${whose}, ${shown}: ${UNJOINED[kind]}`;
}
