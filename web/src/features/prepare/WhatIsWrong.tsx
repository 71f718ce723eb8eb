/** What is wrong with one row, where rows of a group differ in that; of a repeated student, against the row that is kept. */

import { plural } from '../../lib/counts.ts';
import type { Difference, ProblemRow } from './protocol.ts';

/** Enough to see whether two children share a number or one moved. */
const SHOWN = 4;

export function WhatIsWrong({ row: { found = '', differences } }: { readonly row: ProblemRow }) {
  const others = differences.length - SHOWN;
  return (
    <td className="what-is-wrong">
      {found.charAt(0).toUpperCase() + found.slice(1)}
      {differences.length > 0 && (
        <>
          , but with
          <ul>
            {differences.slice(0, SHOWN).map((difference) => (
              <li key={difference.name}>
                <span className="from-file">{difference.name}</span>: <Value of={difference} side="here" /> instead of{' '}
                <Value of={difference} side="kept" />
              </li>
            ))}
            {others > 0 && <li>and {plural(others, 'column')} more</li>}
          </ul>
        </>
      )}
    </td>
  );
}

function Value({ of, side }: { readonly of: Difference; readonly side: 'here' | 'kept' }) {
  return of[side] === '' ? <span className="note">blank</span> : <span className="from-file">{of[side]}</span>;
}
