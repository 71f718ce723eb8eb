import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import type { BidShown } from './Choosing.tsx';
import { evaluationMessages } from './messages.ts';

interface ByHandProps {
  readonly bids: readonly BidShown[];
  readonly chosen: readonly string[];
  readonly put: (chosen: string[]) => void;
}

export function ByHand({ bids, chosen, put }: ByHandProps) {
  const { choose: messages, compare } = useCatalog(evaluationMessages);
  return (
    <Scroll label={messages.byHand}>
      <table className="wide rows">
        <thead>
          <tr>
            <th scope="col">{messages.take}</th>
            <th scope="col">{messages.bid}</th>
            {[messages.students, messages.cost, compare.perStudent].map((name) => (
              <th key={name} scope="col" className="numeric">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bids.map(({ id, name, students, ask }) => (
            <tr key={id}>
              <td>
                <input
                  className="evaluation-tick"
                  type="checkbox"
                  aria-label={messages.takeOne({ name })}
                  checked={chosen.includes(id)}
                  onChange={({ target }) => put(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
                />
              </td>
              <th scope="row" translate="no">
                {name}
              </th>
              <td className="numeric">{students}</td>
              <td className="numeric">{compare.dollars({ dollars: ask })}</td>
              <td className="numeric">{students > 0 ? compare.cents({ dollars: ask / students }) : compare.unknown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
