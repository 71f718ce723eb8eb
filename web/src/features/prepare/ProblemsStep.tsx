import { tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { KEPT_WITHOUT } from '../../../../server/domain/anonymize/problems.ts';
import { say } from '../../../../server/domain/messages/phrase.ts';
import { Message } from '../../ui/Message.tsx';
import { Failed } from './Failed.tsx';
import { JoinedFiles } from './JoinedFiles.tsx';
import type { Messages } from './messages.ts';
import { NoFixedResidence } from './NoFixedResidence.tsx';
import { OnePlace } from './OnePlace.tsx';
import { PlacedByAddress } from './PlacedByAddress.tsx';
import { ProblemGroupCard } from './ProblemGroupCard.tsx';
import type { ProblemGroup } from './protocol.ts';
import { SaveButton } from './SaveButton.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';
import { useTakenTo } from './use-taken-to.ts';
import { WhatStaysOut } from './WhatStaysOut.tsx';

export function ProblemsStep({ state, actions, parts }: StepProps) {
  const { problems: words, file, columns, phrases } = usePrepareMessages();
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
  const acceptWords = (accepted > 0 ? words.acceptOther : words.acceptAll)({ suggestions: open });
  const residence = <NoFixedResidence state={state} say={actions.sayResidence} />;
  const isResidenceFirst = !tellsResidence(state.mapping) || checked.residences.some(({ read }) => read === undefined);
  return (
    <>
      <p className="check-status" ref={status} tabIndex={-1}>
        {checked.applied > 0 && <strong>{words.applied({ rows: checked.applied })} </strong>}
        {words.read(counts)} {sentence(words, left, kept)}
      </p>
      {restoredFrom && checked.restored && (
        <Message
          title={words.restored({ ...checked.restored, day: restoredFrom, leftOutRows: checked.restored.leftOut })}
        >
          {words.lost(checked.restored)}
        </Message>
      )}
      {groups.length > 0 && <p>{words.mend}</p>}
      {open > 0 && (
        <div className="actions">
          <button type="button" className="button primary" disabled={isBusy} onClick={acceptAll}>
            {acceptWords}
          </button>
          <p className="note">{words.acceptNote}</p>
        </div>
      )}
      {checked.onePlace && (
        <OnePlace found={checked.onePlace} isRight={state.isOnePlaceRight} say={actions.sayOnePlace} />
      )}
      {isResidenceFirst && residence}
      {parted(words, groups).map(({ title, members }) => (
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
        <Message title={words.toBeKnown}>
          <ul>
            {checked.notes
              .map((note) => say(phrases, note))
              .map((note) => (
                <li key={note}>{note}</li>
              ))}
          </ul>
        </Message>
      )}
      {(groups.length > 0 || checked.notes.length > 0) && (
        <div className="actions">
          <SaveButton words={words.saveList} name="problems.csv" content={checked.report} />
          <p className="note">{words.saveListNote}</p>
        </div>
      )}
      {checked.mended > 0 && pending === 0 && (
        <div className="actions">
          <p>{words.changed({ rows: checked.mended })}</p>
          <button type="button" className="link" disabled={isBusy} onClick={() => void actions.forgetMends()}>
            {words.undoAll}
          </button>
        </div>
      )}
      {checked.joined && <JoinedFiles joined={checked.joined} />}
      {checked.geocoded && <PlacedByAddress geocoded={checked.geocoded} />}
      {!isResidenceFirst && residence}
      <Failed failure={failure} about="check" title={columns.unchecked} />
      {counts.students === 0 && pending === 0 && (
        <Message title={words.noStudent} tone="failed">
          {words.noStudentNote}
        </Message>
      )}
      {pending === 0 && <WhatStaysOut groups={groups} />}
      {pending > 0 ? (
        <StepActions
          back={() => actions.goTo('columns')}
          isBusy={isBusy}
          next={{ words: words.checkAgain({ rows: pending }), act: () => void actions.check() }}
        >
          <button type="button" className="button" disabled={isBusy} onClick={() => void actions.forgetMends()}>
            {words.undoAll}
          </button>
        </StepActions>
      ) : (
        <StepActions
          back={() => actions.goTo('columns')}
          isBusy={isBusy}
          next={{
            words: left > 0 ? words.leaveOutAndGoOn({ rows: left }) : words.toPreview,
            act: actions.finish,
            isPlain: open > 0,
          }}
          missing={[
            ...(counts.students === 0 ? [file.needs.student] : []),
            ...(checked.onePlace && !state.isOnePlaceRight ? [file.needs.onePlace] : []),
          ]}
        />
      )}
    </>
  );
}

/** Problems that cost a row come before those that cost an answer. Address types have a table of their own. */
function parted(words: Messages['problems'], groups: readonly ProblemGroup[]) {
  const others = groups.filter(({ kind }) => kind !== 'residence');
  return [
    { title: words.unusableRows, members: others.filter(({ kind }) => !KEPT_WITHOUT.has(kind)) },
    { title: words.keptRows, members: others.filter(({ kind }) => KEPT_WITHOUT.has(kind)) },
  ].filter(({ members }) => members.length > 0);
}

function sentence(words: Messages['problems'], left: number, kept: number): string {
  if (left === 0 && kept === 0) return words.none;
  const first = left === 0 ? words.allUsable : words.unusable({ rows: left });
  return kept === 0 ? first : `${first} ${words.keptWithout({ rows: kept })}`;
}
