/** Homes without coordinates can be found by their address, among points that never leave this computer either. */

import { plural } from '../../lib/counts.ts';
import { Message } from '../../ui/Message.tsx';
import { EXPORTS } from './exports.ts';
import { FileChoice } from './FileChoice.tsx';
import type { StepProps } from './step-props.ts';

export function PointsChoice({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { points, failure, work } = state;
  return (
    <details className="part" open={points !== undefined || failure?.about === 'points'}>
      <summary>
        <strong>Homes without coordinates: find them by their address (if you have a file of address points)</strong>
      </summary>
      <p>
        Many states publish a file of all addresses with their coordinates, often as “address points”. If your
        coordinator gave you one, choose it here. Addresses are looked up in it on this computer.
      </p>
      <FileChoice
        label={points ? 'Choose another file of address points' : 'Choose a file of address points'}
        accept={EXPORTS}
        isDisabled={work !== undefined}
        onFile={(file) => void actions.choosePoints(file)}
      >
        {points ? (
          <>
            <p>
              <strong className="from-file">{points.name}</strong>, {plural(points.count, 'address', 'addresses')}
            </p>
            {points.notes.map((note) => (
              <p key={note} className="note">
                {note}
              </p>
            ))}
            <button type="button" className="link" onClick={() => void actions.choosePoints(undefined)}>
              Do without it
            </button>
          </>
        ) : (
          <p className="note">
            CSV or Excel, with house number, street, town or ZIP code, longitude and latitude, as in the National
            Address Database or OpenAddresses.
          </p>
        )}
      </FileChoice>
      {failure?.about === 'points' && (
        <Message title="These address points cannot be read" tone="failed">
          {failure.message}
        </Message>
      )}
    </details>
  );
}
