/** What the file that leaves will lack, before going on: rows by what is wrong, and answers by question with their values. */
import { FIELD_WORDS } from '../../../../server/domain/anonymize/fields.ts';
import { KEPT_WITHOUT, PROBLEMS } from '../../../../server/domain/anonymize/problems.ts';
import { plural } from '../../lib/counts.ts';
import { Message } from '../../ui/Message.tsx';
import type { ProblemGroup } from './protocol.ts';

export function WhatStaysOut({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  if (groups.length === 0) return null;
  const rows = groups.filter(({ kind }) => !KEPT_WITHOUT.has(kind));
  const answers = groups.filter(({ kind }) => KEPT_WITHOUT.has(kind));
  return (
    <Message title="If you go on as it is, this stays out" tone="warning">
      <ul className="stays-out">
        {rows.map(({ id, kind, rows }) => (
          <li key={id}>
            {plural(rows, 'row')}: {PROBLEMS[kind].name}
          </li>
        ))}
        {answers.map((group) => (
          <Dropped key={group.id} group={group} />
        ))}
      </ul>
    </Message>
  );
}

function Dropped({ group: { kind, field, rows, values, moreValues } }: { readonly group: ProblemGroup }) {
  const what = kind === 'grade' ? plural(rows, 'grade') : plural(rows, 'answer');
  return (
    <li>
      {what}
      {kind === 'answer' && field && ` to “${FIELD_WORDS[field].name}”`}:{' '}
      {values.map(({ value, rows }, i) => (
        <span key={value}>
          {i > 0 && ', '}
          <span className="from-file">{value === '' ? 'blank' : value}</span> ({rows})
        </span>
      ))}
      {moreValues > 0 && ` and ${plural(moreValues, 'more value')}`}
    </li>
  );
}
