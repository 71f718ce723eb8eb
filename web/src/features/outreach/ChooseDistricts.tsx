/** Districts to choose from, by group or one by one. */
import '../../ui/wide-table.css';
import { stageOf } from '../../../../server/domain/outreach/response.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { GROUPS, isIn } from './groups.ts';
import { pageMessages, type Whom } from './queries.ts';

interface ChooseDistrictsProps {
  readonly districts: readonly Whom[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

export function ChooseDistricts({ districts, chosen, choose }: ChooseDistrictsProps) {
  const { messages } = useCatalog(pageMessages);
  const count = districts.filter(({ leaId }) => chosen.has(leaId)).length;
  return (
    <>
      <fieldset className="outreach-groups">
        <legend>{messages.group}</legend>
        {GROUPS.map((group) => (
          <button
            key={group}
            type="button"
            className="button"
            onClick={() => choose(new Set(districts.filter((one) => isIn(group, one)).map(({ leaId }) => leaId)))}
          >
            {messages.groups[group]}
          </button>
        ))}
      </fieldset>
      <p role="status">{messages.chosen({ chosen: count, districtCount: districts.length })}</p>
      <div className="outreach-whom">
        <Scroll label={messages.whom}>
          <table className="wide rows">
            <caption className="sr-only">{messages.whom}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.district}</th>
                <th scope="col">{messages.standing}</th>
                <th scope="col">{messages.contact}</th>
                <th scope="col">{messages.last}</th>
              </tr>
            </thead>
            <tbody>
              {districts.map((district) => (
                <Row
                  key={district.leaId}
                  district={district}
                  isChosen={chosen.has(district.leaId)}
                  toggle={() => choose(toggled(chosen, district.leaId))}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </>
  );
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const changed = new Set(set);
  if (!changed.delete(item)) changed.add(item);
  return changed;
}

interface RowProps {
  readonly district: Whom;
  readonly isChosen: boolean;
  readonly toggle: () => void;
}

function Row({ district: { name, state, hasOpened, contact, last }, isChosen, toggle }: RowProps) {
  const { messages, stage, message } = useCatalog(pageMessages);
  return (
    <tr>
      <th scope="row">
        <label className="outreach-choice">
          <input type="checkbox" checked={isChosen} onChange={toggle} />
          <span translate="no">{name}</span>
        </label>
      </th>
      <td>{stage[stageOf(state, hasOpened)]}</td>
      <td>
        {contact === null ? (
          <span className="note">{messages.noContact}</span>
        ) : (
          <>
            <span translate="no">{contact.name}</span>{' '}
            {contact.email === '' && <span className="note">{messages.noAddress}</span>}
          </>
        )}
      </td>
      <td>
        {last ? (
          messages.lastOf({ name: message[last.message as keyof typeof message] ?? last.message, at: last.sentAt })
        ) : (
          <span className="note">{messages.never}</span>
        )}
      </td>
    </tr>
  );
}
