/** Families' answers about their connection at home, where no filing says what they could buy. */
import { HOME_STATUSES } from '../../../../server/domain/survey.ts';
import type { Counts } from '../../../../server/features/releases/contract-counts.ts';
import { countInWords } from '../../lib/amount-words.ts';
import { countIn } from '../../lib/counts.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useCatalog } from '../../lib/use-messages.ts';

export function AnswerList({ totals }: { readonly totals: Counts }) {
  const { figure, words } = useCatalog(mapMessages);
  return (
    <table className="mini">
      <caption>{figure.answers}</caption>
      <tbody>
        {HOME_STATUSES.map((status) => {
          const count = countIn(totals, `home.${status}`);
          return (
            <tr key={status} className={typeof count === 'number' ? '' : 'is-hidden'}>
              <th scope="row">{words.answers[status]}</th>
              <td>{countInWords(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
