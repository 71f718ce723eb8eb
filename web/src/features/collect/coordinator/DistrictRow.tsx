import type { CollectionDetail, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { grouped, plural } from '../../../lib/counts.ts';
import { dateInWords } from '../../../lib/format.ts';
import { notesOf } from '../notes.ts';
import { RateBar } from '../RateBar.tsx';
import { StateMark } from '../StateMark.tsx';
import { rateInWords } from '../words.ts';
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
  const latest = latestOf(district);
  const notes = notesOf(district).length;
  const details = `details-${leaId}`;
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <td className="choose">
          <label>
            <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
            <span className="sr-only">Choose {name}</span>
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
            {name}
            <span className="note">{leaId}</span>
          </button>
        </th>
        <td className="of-state">
          <StateMark state={state} />
        </td>
        <td className="numeric" data-words="Enrolled">
          {enrolled === null ? <span className="note">not known</span> : grouped(enrolled)}
        </td>
        <td data-words="Response rate">
          {responseRate === null ? (
            <span className="note">{rateInWords(district)}</span>
          ) : (
            <RateBar rate={responseRate} before={previousResponseRate} />
          )}
        </td>
        <td className="nowrap of-latest">
          {latest ? `${latest.what} ${dateInWords(latest.at)}` : <span className="note">nothing yet</span>}
        </td>
        <td className="of-notes">
          {notes === 0 ? (
            <span className="note">none</span>
          ) : (
            <button
              type="button"
              className="link"
              aria-expanded={isOpen}
              aria-controls={details}
              onClick={() => onOpen(!isOpen)}
            >
              {plural(notes, 'note')}
            </button>
          )}
        </td>
        <td className="nowrap" data-words="Link">
          {link ? `until ${dateInWords(link.expiresAt)}` : <span className="note">none</span>}
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
