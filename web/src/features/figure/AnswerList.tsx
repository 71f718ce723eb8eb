/** What families answered of their connection at home, where no filing says what they could buy. */
import { HOME_STATUSES } from '../../../../server/domain/survey.ts';
import type { Counts } from '../../../../server/features/releases/contract-counts.ts';
import { countIn, countInWords } from '../../lib/counts.ts';
import { ANSWER_WORDS } from '../../lib/words.ts';

export function AnswerList({ totals }: { readonly totals: Counts }) {
  return (
    <table className="mini">
      <caption>What families say of their connection</caption>
      <tbody>
        {HOME_STATUSES.map((status) => {
          const count = countIn(totals, `home.${status}`);
          return (
            <tr key={status} className={typeof count === 'number' ? '' : 'is-hidden'}>
              <th scope="row">{ANSWER_WORDS[status]}</th>
              <td>{countInWords(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
