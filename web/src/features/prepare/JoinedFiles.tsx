/** How well answers and students match, and the list of unmatched lines. */

import type { Joined } from './protocol.ts';
import { SaveButton } from './SaveButton.tsx';
import { usePrepareMessages } from './use-messages.ts';

export function JoinedFiles({ joined: { students, unjoined, list } }: { readonly joined: Joined }) {
  const { settled, rows: rowWords } = usePrepareMessages();
  return (
    <div className="part">
      <h3>{settled.joined}</h3>
      <ul className="points">
        <li>{settled.joinedStudents({ students })}</li>
        {unjoined.map(({ kind, file, rows, lines: onLines }) => {
          const facts = { rows, onLines, why: rowWords.unjoined[kind] };
          return (
            <li key={kind}>{file === 'answers' ? settled.unjoinedAnswers(facts) : settled.unjoinedStudents(facts)}</li>
          );
        })}
      </ul>
      {list && (
        <>
          <div className="actions">
            <SaveButton words={settled.saveUnjoined} name="not-joined.csv" content={list} />
          </div>
          <p className="note">{settled.saveUnjoinedNote}</p>
        </>
      )}
    </div>
  );
}
