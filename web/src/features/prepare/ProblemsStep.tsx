import { tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { KEPT_WITHOUT } from '../../../../server/domain/anonymize/problems.ts';
import { plural } from '../../lib/counts.ts';
import { dateInWords } from '../../lib/format.ts';
import { Message } from '../../ui/Message.tsx';
import { JoinedFiles } from './JoinedFiles.tsx';
import { NoFixedResidence } from './NoFixedResidence.tsx';
import { OnePlace } from './OnePlace.tsx';
import { PlacedByAddress } from './PlacedByAddress.tsx';
import { ProblemGroupCard } from './ProblemGroupCard.tsx';
import type { Checked, ProblemGroup } from './protocol.ts';
import { SaveButton } from './SaveButton.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import type { Restored } from './trace.ts';
import { useTakenTo } from './use-taken-to.ts';
import { WhatStaysOut } from './WhatStaysOut.tsx';

export function ProblemsStep({ state, actions, parts }: StepProps) {
  const { checked, pending, accepted, restoredFrom, work, failure } = state;
  const status = useTakenTo<HTMLParagraphElement>(checked);
  if (!checked) return null;
  const { counts, groups } = checked;
  const left = counts.badRows;
  const kept = groups.filter(({ kind }) => KEPT_WITHOUT.has(kind)).reduce((sum, { rows }) => sum + rows, 0);
  const suggested = groups.reduce((sum, group) => sum + group.suggested, 0);
  const isBusy = work !== undefined;
  const open = suggested - accepted;
  const acceptAll = () => void actions.acceptAll(groups.filter((group) => group.suggested > 0).map(({ id }) => id));
  const acceptWords = `Accept ${accepted > 0 ? 'the other' : 'all'} ${plural(open, 'suggestion')}`;
  const residence = <NoFixedResidence state={state} say={actions.sayResidence} />;
  const isResidenceFirst = !tellsResidence(state.mapping) || checked.residences.some(({ read }) => read === undefined);
  return (
    <>
      <p className="check-status" ref={status} tabIndex={-1}>
        {checked.applied > 0 && <strong>{plural(checked.applied, 'change')} applied. </strong>}
        {plural(counts.rows, 'row')} read{passedOver(counts)}. {sentence(left, kept)}
      </p>
      {restoredFrom && checked.restored && (
        <Message title={restoredInWords(restoredFrom, checked.restored)}>{lostInWords(checked.restored)}</Message>
      )}
      {groups.length > 0 && (
        <p>
          Mend what you can, in any order. You need not mend everything: going on leaves out the rows that cannot be
          used. Nothing in your own file changes.
        </p>
      )}
      {open > 0 && (
        <div className="actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={acceptAll}>
            {acceptWords}
          </button>
          <p className="note">
            Swapped coordinates, missing minus signs, grades and answers in other words, where what was meant is plain.
          </p>
        </div>
      )}
      {checked.onePlace && (
        <OnePlace found={checked.onePlace} isRight={state.isOnePlaceRight} say={actions.sayOnePlace} />
      )}
      {isResidenceFirst && residence}
      {parted(groups).map(({ title, members }) => (
        <div key={title} className="part" inert={isBusy}>
          <h3>{title}</h3>
          {members.map((group) => (
            <ProblemGroupCard
              key={group.id}
              group={group}
              checked={checked}
              pending={pending}
              worker={parts.worker}
              mend={actions.mend}
            />
          ))}
        </div>
      ))}
      {checked.notes.length > 0 && (
        <Message title="Read, and to be known">
          <ul>
            {checked.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Message>
      )}
      {(groups.length > 0 || checked.notes.length > 0) && (
        <div className="actions">
          <SaveButton words="Save the list of problems" name="problems.csv" content={checked.report} />
          <p className="note">
            Lines, columns and what to do, for whoever mends your records. No value of a row is in it.
          </p>
        </div>
      )}
      {checked.mended > 0 && pending === 0 && (
        <div className="actions">
          <p>{plural(checked.mended, 'row')} changed or left out by you.</p>
          <button type="button" className="link" disabled={isBusy} onClick={() => void actions.forgetMends()}>
            Undo all changes
          </button>
        </div>
      )}
      {checked.joined && <JoinedFiles joined={checked.joined} />}
      {checked.geocoded && <PlacedByAddress geocoded={checked.geocoded} />}
      {!isResidenceFirst && residence}
      {failure?.about === 'check' && (
        <Message title="The rows could not be checked" tone="failed">
          {failure.message}
        </Message>
      )}
      {counts.students === 0 && pending === 0 && (
        <Message title="No student is left" tone="failed">
          Every row has a problem. Most likely a column is chosen wrongly: go back and look at the columns again.
        </Message>
      )}
      {pending === 0 && <WhatStaysOut groups={groups} />}
      {pending > 0 ? (
        <StepActions
          back={() => actions.goTo('columns')}
          isBusy={isBusy}
          next={{ words: `Check again with ${plural(pending, 'change')}`, act: () => void actions.check() }}
        >
          <button type="button" className="button" disabled={isBusy} onClick={() => void actions.forgetMends()}>
            Undo all changes
          </button>
        </StepActions>
      ) : (
        <StepActions
          back={() => actions.goTo('columns')}
          isBusy={isBusy}
          next={{ words: onwards(left), act: actions.finish, isPlain: open > 0 }}
          missing={[
            ...(counts.students === 0 ? ['at least one student'] : []),
            ...(checked.onePlace && !state.isOnePlaceRight ? ['your word on the many students in one place'] : []),
          ]}
        />
      )}
    </>
  );
}

function onwards(left: number): string {
  return left > 0 ? `Leave out ${plural(left, 'row')} and go on` : 'Go on to the preview';
}

/** "Your choices from Nov 28, 2026 are applied: 12 values, 3 rows left out." */
function restoredInWords(day: string, { values, leftOut }: Restored): string {
  const parts = [
    ...(values > 0 ? [plural(values, 'value')] : []),
    ...(leftOut > 0 ? [`${plural(leftOut, 'row')} left out`] : []),
  ];
  if (parts.length === 0) return `Your columns from ${dateInWords(day)} are applied.`;
  return `Your choices from ${dateInWords(day)} are applied: ${parts.join(', ')}.`;
}

function lostInWords({ lost }: Restored): string {
  if (lost === 0) return 'You can go on where you stopped, or undo all changes below.';
  return `${plural(lost, 'choice')} of that day ${lost === 1 ? 'finds' : 'find'} no row or value in this file any more.`;
}

/** Lines that are no rows, so that the counts add up to what a spreadsheet shows. */
function passedOver({ blankLines, strayLines }: Checked['counts']): string {
  const blank = blankLines > 0 ? [plural(blankLines, 'blank line')] : [];
  const stray =
    strayLines > 0 ? [`${plural(strayLines, 'line')} such as ${strayLines === 1 ? 'a total' : 'totals'}`] : [];
  const words = [...blank, ...stray].join(' and ');
  return words === '' ? '' : `, ${words} passed over`;
}

/** What costs a row comes first, what costs an answer after it. Types of address are told in a table of their own. */
function parted(groups: readonly ProblemGroup[]) {
  const others = groups.filter(({ kind }) => kind !== 'residence');
  return [
    { title: 'Rows that cannot be used', members: others.filter(({ kind }) => !KEPT_WITHOUT.has(kind)) },
    { title: 'Rows kept without a grade or an answer', members: others.filter(({ kind }) => KEPT_WITHOUT.has(kind)) },
  ].filter(({ members }) => members.length > 0);
}

function sentence(left: number, kept: number): string {
  if (left === 0 && kept === 0) return 'No problems were found.';
  const first =
    left === 0
      ? 'Every row can be used.'
      : `${plural(left, 'row')} cannot be used as ${left === 1 ? 'it is' : 'they are'}.`;
  return kept === 0
    ? first
    : `${first} In ${plural(kept, 'place')} a grade or an answer is not known; the rows are kept without it.`;
}
