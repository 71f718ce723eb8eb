/** Each value of the address types: how many rows hold it, and what they count as, by our reading or as the person says. */
import type {
  ResidenceValue,
  SaidKind,
  SaidResidences,
} from '../../../../server/domain/anonymize/residence/residence-values.ts';
import { grouped, plural } from '../../lib/counts.ts';
import type { Actions } from './state.ts';

export interface ResidenceTableProps {
  readonly values: readonly ResidenceValue[];
  readonly said: SaidResidences;
  readonly isBusy: boolean;
  readonly say: Actions['sayResidence'];
}

/** A column of more values is hardly one of address types. */
const SHOWN = 20;

export function ResidenceTable({ values, said, isBusy, say }: ResidenceTableProps) {
  const more = values.slice(SHOWN);
  const isFromSeveral = new Set(values.map(({ column }) => column)).size > 1;
  return (
    <>
      <table className="becoming">
        <caption className="sr-only">What each code of residence counts as</caption>
        <thead>
          <tr>
            <th scope="col">In your column</th>
            <th scope="col">Rows</th>
            <th scope="col">Counted as</th>
          </tr>
        </thead>
        <tbody>
          {values.slice(0, SHOWN).map((value) => (
            <tr key={value.key}>
              <th scope="row" className="from-file">
                {value.value === '' ? <span className="note">blank</span> : value.value}
                {isFromSeveral && value.column !== undefined && <span className="note basis">{value.column}</span>}
              </th>
              <td data-label="Rows">{grouped(value.rows)}</td>
              <td>
                <KindChoice value={value} said={said[value.key]} isBusy={isBusy} say={say} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more.length > 0 && (
        <p className="note">
          And {plural(more.length, 'more value', 'more values')} in{' '}
          {plural(
            more.reduce((sum, { rows }) => sum + rows, 0),
            'row',
          )}
          . So many are rare among such codes: look whether the right column was chosen.
        </p>
      )}
    </>
  );
}

interface KindChoiceProps extends Pick<ResidenceTableProps, 'isBusy' | 'say'> {
  readonly value: ResidenceValue;
  readonly said: SaidKind | undefined;
}

/** While a check runs a choice waits, but keeps the focus, which a disabled control would lose. */
function KindChoice({ value, said, isBusy, say }: KindChoiceProps) {
  return (
    <select
      className="cell-select"
      aria-label={`What ${value.value === '' ? 'a blank type of address' : value.value} counts as`}
      value={said ?? ''}
      aria-disabled={isBusy}
      onChange={({ target }) => {
        if (!isBusy) void say(value.key, target.value === '' ? undefined : (target.value as SaidKind));
      }}
    >
      <option value="">{value.read === undefined ? 'Not known: please choose' : READ_WORDS[value.read]}</option>
      <option value="none">Counted without a place, as you say</option>
      <option value="home">A home, as you say</option>
    </select>
  );
}

const READ_WORDS = {
  home: 'A home',
  none: 'Counted without a place',
  mailing: 'For mail only, passed over',
} as const;
