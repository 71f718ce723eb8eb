/** Chooses address points to find homes without coordinates; the points never leave this computer either. */

import { EXPORTS } from './exports.ts';
import { Failed } from './Failed.tsx';
import { FileChoice } from './FileChoice.tsx';
import { Noticed } from './Noticed.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export function PointsChoice({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { columns: words, file } = usePrepareMessages();
  const { points, failure, work } = state;
  return (
    <details className="part" open={points !== undefined || failure?.about === 'points'}>
      <summary>
        <strong>{words.points}</strong>
      </summary>
      <p>{words.pointsLead}</p>
      <FileChoice
        label={points ? words.chooseOtherPoints : words.choosePoints}
        accept={EXPORTS}
        isDisabled={work !== undefined}
        onFile={(file) => void actions.choosePoints(file)}
      >
        {points ? (
          <>
            <p>
              <strong translate="no" className="from-file">
                {points.name}
              </strong>
              {words.pointsTold({ locations: points.count })}
            </p>
            <Noticed notes={points.notes} />
            <button type="button" className="link" onClick={() => void actions.choosePoints(undefined)}>
              {file.doWithout}
            </button>
          </>
        ) : (
          <p className="note">{words.pointsNote}</p>
        )}
      </FileChoice>
      <Failed failure={failure} about="points" title={words.pointsUnreadable} />
    </details>
  );
}
