/** The fault of one row, where rows of a group differ in it; for a repeated student, compared with the kept row. */
import { say } from '../../../../server/domain/messages/phrase.ts';
import { Said } from '../../ui/Said.tsx';
import { capitalized } from './becoming.ts';
import type { Difference, ProblemRow } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';

/** Enough to tell two children with one number from one child who moved. */
const SHOWN = 4;

export function WhatIsWrong({ row: { found, differences } }: { readonly row: ProblemRow }) {
  const { problems: words, phrases } = usePrepareMessages();
  const others = differences.length - SHOWN;
  return (
    <td className="what-is-wrong">
      {found && capitalized(say(phrases, found))}
      {differences.length > 0 && (
        <>
          {words.butWith}
          <ul>
            {differences.slice(0, SHOWN).map((difference) => (
              <li key={difference.name}>
                <Said
                  message={words.insteadOf}
                  parts={{
                    name: (
                      <span translate="no" className="from-file">
                        {difference.name}
                      </span>
                    ),
                    here: <Value text={difference.here} />,
                    kept: <Value text={difference.kept} />,
                  }}
                />
              </li>
            ))}
            {others > 0 && <li>{words.andMore({ columnCount: others })}</li>}
          </ul>
        </>
      )}
    </td>
  );
}

function Value({ text }: { readonly text: Difference['here'] }) {
  const { file } = usePrepareMessages();
  return text === '' ? (
    <span className="note">{file.blank}</span>
  ) : (
    <span translate="no" className="from-file">
      {text}
    </span>
  );
}
