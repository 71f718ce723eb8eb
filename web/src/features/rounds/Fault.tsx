import { useCatalog } from '../../lib/use-messages.ts';
import { Message } from '../../ui/Message.tsx';
import { roundMessages } from './messages.ts';

/** Why the server did not do it. */
export function Fault({ error }: { readonly error: Error | null }) {
  const messages = useCatalog(roundMessages);
  if (!error) return null;
  return (
    <Message tone="failed" title={messages.notDone}>
      {error.message}
    </Message>
  );
}
