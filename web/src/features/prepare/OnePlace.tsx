/** Asked before going on where half of the students stand in very few points, which are hardly their homes. */
import { type OnePlace as Found, onePlaceInWords } from '../../../../server/domain/anonymize/place/one-place.ts';
import { Message } from '../../ui/Message.tsx';

export interface OnePlaceProps {
  readonly found: Found;
  readonly isRight: boolean;
  readonly say: (isRight: boolean) => void;
}

export function OnePlace({ found, isRight, say }: OnePlaceProps) {
  return (
    <Message title="Many students in one place" tone="warning">
      <p>{onePlaceInWords(found)}</p>
      <p>If not, go back and choose the columns of the home, or none and the street address instead.</p>
      <label>
        <input type="checkbox" checked={isRight} onChange={({ target }) => say(target.checked)} /> They really live
        there
      </label>
    </Message>
  );
}
