/** Who committed to what by when: for everybody. */
import '../../ui/wide-table.css';
import { useCatalog } from '../../lib/use-messages.ts';
import { ClusterName } from '../../ui/ClusterName.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { Standing } from './CommitmentTable.tsx';
import { commitmentMessages } from './messages.ts';
import type { Committed } from './queries.ts';

export function PublicTable({ commitments }: Pick<Committed, 'commitments'>) {
  const messages = useCatalog(commitmentMessages);
  if (commitments.length === 0) return <p role="status">{messages.none}</p>;
  return (
    <Scroll label={messages.title}>
      <table className="wide commitments">
        <caption>{messages.count({ count: commitments.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.place}</th>
            <th scope="col">{messages.provider}</th>
            <th scope="col" className="numeric">
              {messages.homes}
            </th>
            <th scope="col">{messages.by}</th>
            <th scope="col" className="numeric">
              {messages.done}
            </th>
            <th scope="col">{messages.standing}</th>
          </tr>
        </thead>
        <tbody>
          {commitments.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <ClusterName name={one.name} />
                <span className="note" translate="no">
                  {messages.names({ names: one.counties })}
                </span>
              </th>
              <td translate="no">{one.provider}</td>
              <td className="numeric">{messages.aboutHomes(one)}</td>
              <td>{messages.day({ day: one.dueOn })}</td>
              <td className="numeric">{messages.percent(one)}</td>
              <td>
                <Standing standing={one.standing} tier={0} />
                {one.seenAsOf !== null && <span className="note">{messages.confirmedOn({ asOf: one.seenAsOf })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
