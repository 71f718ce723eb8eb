import type { CollectionDetail, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';
import { countOfNotes } from '../notes.ts';
import { RateBar } from '../RateBar.tsx';
import { StateMark } from '../StateMark.tsx';
import { lacksAnswers, responseInWords } from '../words.ts';
import { latestOf } from './arrange.ts';
import { DistrictDetails } from './DistrictDetails.tsx';

export interface DistrictRowProps {
  readonly district: DistrictStatus;
  readonly detail: CollectionDetail;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onMakeLink: () => void;
  readonly onRevokeLink: (id: number) => void;
  readonly columns: number;
}

export function DistrictRow(props: DistrictRowProps) {
  const { district, detail, isChosen, onChoose, isOpen, onOpen, onMakeLink, onRevokeLink, columns } = props;
  const { leaId, name, state, enrolled, responseRate, previousResponseRate, link } = district;
  const words = useCatalog(collectMessages);
  const messages = words.coordinator.table;
  const { columns: headings } = messages;
  const latest = latestOf(district);
  const notes = countOfNotes(district);
  const details = `details-${leaId}`;
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <td className="choose">
          <label>
            <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
            <span className="sr-only">{messages.choose({ districtName: name })}</span>
          </label>
        </td>
        <th scope="row">
          <button
            type="button"
            className="opener"
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => onOpen(!isOpen)}
          >
            <span translate="no">{name}</span>
            <span className="note">{leaId}</span>
          </button>
        </th>
        <td className="of-state">
          <StateMark state={state} />
        </td>
        <td className="numeric" data-words={headings.enrolled}>
          {enrolled === null ? <span className="note">{messages.notKnown}</span> : words.count({ count: enrolled })}
        </td>
        <td className="of-rate" data-words={headings.rate}>
          {responseRate === null ? (
            <span className="note">{responseInWords(words, district)}</span>
          ) : (
            <>
              <RateBar rate={responseRate} before={previousResponseRate} />
              {lacksAnswers(district) && <strong className="no-answers">{messages.noAnswers}</strong>}
            </>
          )}
        </td>
        <td className="nowrap of-latest">
          {latest ? (
            messages.event({ event: latest.what, time: latest.at })
          ) : (
            <span className="note">{messages.nothingYet}</span>
          )}
        </td>
        <td className="of-notes">
          {notes === 0 ? (
            <span className="note">{messages.noNotes}</span>
          ) : (
            <button
              type="button"
              className="link"
              aria-expanded={isOpen}
              aria-controls={details}
              onClick={() => onOpen(!isOpen)}
            >
              {messages.notes({ count: notes })}
            </button>
          )}
        </td>
        <td className="nowrap of-link" data-words={headings.link}>
          {link ? messages.until(link) : <span className="note">{messages.noLink}</span>}
        </td>
      </tr>
      {isOpen && (
        <tr id={details} className="details-row">
          <td colSpan={columns}>
            <DistrictDetails district={district} detail={detail} onMakeLink={onMakeLink} onRevokeLink={onRevokeLink} />
          </td>
        </tr>
      )}
    </>
  );
}
