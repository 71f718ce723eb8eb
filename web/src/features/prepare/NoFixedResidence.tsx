/** What happens to students who live in a shelter, doubled up, in a motel: they count, and nothing tells who or where. */

import { tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { plural } from '../../lib/counts.ts';
import { Message } from '../../ui/Message.tsx';
import { ResidenceTable } from './ResidenceTable.tsx';
import type { Actions, Prepare } from './state.ts';

export interface NoFixedResidenceProps {
  readonly state: Prepare;
  readonly say: Actions['sayResidence'];
}

export function NoFixedResidence({ state, say }: NoFixedResidenceProps) {
  const { checked, mapping, answers, residences: said, work } = state;
  if (!checked) return null;
  if (!tellsResidence(mapping) && !(answers && tellsResidence(answers.mapping))) return <ResidenceNotTold />;
  const { counts, residences } = checked;
  const asked = residences.filter(({ read, said }) => read === undefined && said === undefined);
  const what = asked.every(({ column }) => column === undefined) ? 'a type of address' : 'a code of residence';
  const rows = asked.reduce((sum, value) => sum + value.rows, 0);
  return (
    <>
      {asked.length > 0 && (
        <Message title={`Codes of residence to be told: ${plural(asked.length, 'code')}`} tone="warning">
          {plural(rows, 'row')} {rows === 1 ? 'has' : 'have'} {what} that we cannot read. It may stand for a shelter as
          well as for a home, so {rows === 1 ? 'the row is' : 'these rows are'} left out until you say below what it
          means. We ask once: next time it is remembered here.
        </Message>
      )}
      <details className="part" open={asked.length > 0 || counts.noFixedResidence > 0}>
        <summary>
          <strong>Students with no fixed residence: {plural(counts.noFixedResidence, 'student')}</strong>
        </summary>
        <p>
          Their type of address or a column of homelessness says so: a flag, a shelter, doubled up, hotel or motel,
          temporary or unsheltered. One column is enough, whatever the others say. They are counted, so that they are
          not forgotten. Their line in the file has the district and a pseudonym and nothing else: no place, no
          household, no grade, no answers, and not what the column says. It discloses homelessness and never leaves the
          district. Look whether each value of your column is read as your district means it.
        </p>
        <ResidenceTable values={residences} said={said} isBusy={work !== undefined} say={say} />
      </details>
    </>
  );
}

/** Said at the columns and at the problems: whoever overlooks it sends where a homeless student sleeps. */
export function ResidenceNotTold() {
  return (
    <Message title="Students with no fixed residence are not told apart" tone="warning">
      No column was chosen for homelessness or the type of address, so students in shelters, doubled up or in motels
      leave with a place, as if they were at home. If your export tells of them, choose each column that does at
      “Homelessness”: they are then counted without a place. A column that says only whether a student is homeless will
      do.
    </Message>
  );
}
