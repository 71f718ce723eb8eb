/** Each value of the address types: how many rows have it, and what it counts as, by our reading or the person's choice. */

import type {
  ResidenceValue,
  SaidKind,
  SaidResidences,
} from '../../../../server/domain/anonymize/residence/residence-values.ts';
import type { Actions } from './state.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface ResidenceTableProps {
  readonly values: readonly ResidenceValue[];
  readonly said: SaidResidences;
  readonly isBusy: boolean;
  readonly say: Actions['sayResidence'];
}

/** A column with more values is hardly one of address types. */
const SHOWN = 20;

export function ResidenceTable({ values, said, isBusy, say }: ResidenceTableProps) {
  const { settled, file } = usePrepareMessages();
  const more = values.slice(SHOWN);
  const isFromSeveral = new Set(values.map(({ column }) => column)).size > 1;
  return (
    <>
      <table className="becoming">
        <caption className="sr-only">{settled.residenceCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{settled.inYourColumn}</th>
            <th scope="col">{settled.rows}</th>
            <th scope="col">{settled.countedAs}</th>
          </tr>
        </thead>
        <tbody>
          {values.slice(0, SHOWN).map((value) => (
            <tr key={value.key}>
              <th scope="row" className="from-file">
                {value.value === '' ? (
                  <span className="note">{file.blank}</span>
                ) : (
                  <span translate="no">{value.value}</span>
                )}
                {isFromSeveral && value.column !== undefined && (
                  <span translate="no" className="note basis">
                    {value.column}
                  </span>
                )}
              </th>
              <td data-label={settled.rows}>{settled.rowCount(value)}</td>
              <td>
                <KindChoice value={value} said={said[value.key]} isBusy={isBusy} say={say} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more.length > 0 && (
        <p className="note">
          {settled.moreCodes({ more: more.length, rows: more.reduce((sum, { rows }) => sum + rows, 0) })}
        </p>
      )}
    </>
  );
}

interface KindChoiceProps extends Pick<ResidenceTableProps, 'isBusy' | 'say'> {
  readonly value: ResidenceValue;
  readonly said: SaidKind | undefined;
}

/** A choice waits for a running check but keeps the focus, which disabling the control would lose. */
function KindChoice({ value, said, isBusy, say }: KindChoiceProps) {
  const { settled } = usePrepareMessages();
  return (
    <select
      className="cell-select"
      aria-label={value.value === '' ? settled.whatBlankCounts : settled.whatCounts(value)}
      value={said ?? ''}
      aria-disabled={isBusy}
      onChange={({ target }) => {
        if (!isBusy) void say(value.key, target.value === '' ? undefined : (target.value as SaidKind));
      }}
    >
      <option value="">{value.read === undefined ? settled.notKnown : settled.readAs[value.read]}</option>
      <option value="none">{settled.noneAsYouSay}</option>
      <option value="home">{settled.homeAsYouSay}</option>
    </select>
  );
}
