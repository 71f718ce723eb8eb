/** What the resulting file will lack: rows by problem, and answers by question with their values. */

import { KEPT_WITHOUT } from '../../../../server/domain/anonymize/problems.ts';
import { Message } from '../../ui/Message.tsx';
import type { ProblemGroup } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';

export function WhatStaysOut({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const { problems: words, rows: rowWords } = usePrepareMessages();
  if (groups.length === 0) return null;
  const rows = groups.filter(({ kind }) => !KEPT_WITHOUT.has(kind));
  const answers = groups.filter(({ kind }) => KEPT_WITHOUT.has(kind));
  return (
    <Message title={words.staysOut} tone="warning">
      <ul className="stays-out">
        {rows.map(({ id, kind, rows }) => (
          <li key={id}>{words.staysOutRows({ rows, problem: rowWords.problems[kind].name })}</li>
        ))}
        {answers.map((group) => (
          <Dropped key={group.id} group={group} />
        ))}
      </ul>
    </Message>
  );
}

function Dropped({ group: { kind, field, rows, values, moreValues } }: { readonly group: ProblemGroup }) {
  const { problems: words, fields, file } = usePrepareMessages();
  return (
    <li>
      {kind === 'answer' && field
        ? words.staysOutAnswers({ rows, name: fields[field].name })
        : words.staysOutGrades({ rows })}
      {values.map(({ value, rows }, i) => (
        <span key={value}>
          {i > 0 && ', '}
          {value === '' ? (
            file.blank
          ) : (
            <span translate="no" className="from-file">
              {value}
            </span>
          )}{' '}
          ({rows})
        </span>
      ))}
      {moreValues > 0 && words.moreValues({ more: moreValues })}
    </li>
  );
}
