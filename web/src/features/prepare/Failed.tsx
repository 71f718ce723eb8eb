/** The failure of one part of a step, if it failed. */
import { say } from '../../../../server/domain/messages/phrase.ts';
import { Message } from '../../ui/Message.tsx';
import type { Failure } from './state.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface FailedProps {
  readonly failure: Failure | undefined;
  readonly about: Failure['about'];
  readonly title: string;
}

export function Failed({ failure, about, title }: FailedProps) {
  const { phrases } = usePrepareMessages();
  if (failure?.about !== about) return null;
  return (
    <Message title={title} tone="failed">
      {say(phrases, failure.said)}
    </Message>
  );
}
