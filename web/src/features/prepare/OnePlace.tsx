/** Asks for confirmation where half of the students are at very few points, which are hardly their homes. */

import type { OnePlace as Found } from '../../../../server/domain/anonymize/place/one-place.ts';
import { Message } from '../../ui/Message.tsx';
import { usePrepareMessages } from './use-messages.ts';

export interface OnePlaceProps {
  readonly found: Found;
  readonly isRight: boolean;
  readonly say: (isRight: boolean) => void;
}

export function OnePlace({ found, isRight, say }: OnePlaceProps) {
  const { settled, rows } = usePrepareMessages();
  return (
    <Message title={settled.onePlaceTitle} tone="warning">
      <p>{rows.onePlace(found)}</p>
      <p>{settled.onePlaceElse}</p>
      <label>
        <input type="checkbox" checked={isRight} onChange={({ target }) => say(target.checked)} />{' '}
        {settled.theyLiveThere}
      </label>
    </Message>
  );
}
