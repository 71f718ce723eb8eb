/** How students in a shelter, doubled up or in a motel count: in totals only, with nothing about who or where. */

import { tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { Message } from '../../ui/Message.tsx';
import { ResidenceTable } from './ResidenceTable.tsx';
import type { Actions, Prepare } from './state.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface NoFixedResidenceProps {
  readonly state: Prepare;
  readonly say: Actions['sayResidence'];
}

export function NoFixedResidence({ state, say }: NoFixedResidenceProps) {
  const { settled } = usePrepareMessages();
  const { checked, mapping, answers, residences: said, work } = state;
  if (!checked) return null;
  if (!tellsResidence(mapping) && !(answers && tellsResidence(answers.mapping))) return <ResidenceNotTold />;
  const { counts, residences } = checked;
  const asked = residences.filter(({ read, said }) => read === undefined && said === undefined);
  const areTypes = asked.every(({ column }) => column === undefined);
  const rows = asked.reduce((sum, value) => sum + value.rows, 0);
  return (
    <>
      {asked.length > 0 && (
        <Message title={settled.codesToBeTold({ codes: asked.length })} tone="warning">
          {areTypes ? settled.typesUnread({ rows }) : settled.codesUnread({ rows })}
        </Message>
      )}
      <details className="part" open={asked.length > 0 || counts.noFixedResidence > 0}>
        <summary>
          <strong>{settled.noFixed({ students: counts.noFixedResidence })}</strong>
        </summary>
        <p>{settled.noFixedLead}</p>
        <ResidenceTable values={residences} said={said} isBusy={work !== undefined} say={say} />
      </details>
    </>
  );
}

/** Shown both at the columns and at the problems: overlooking it would send where a homeless student sleeps. */
export function ResidenceNotTold() {
  const { settled } = usePrepareMessages();
  return (
    <Message title={settled.notToldApart} tone="warning">
      {settled.notToldApartNote}
    </Message>
  );
}
