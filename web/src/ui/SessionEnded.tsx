import { leave } from '../lib/session.ts';
import { useMessages } from '../lib/use-messages.ts';
import { Message } from './Message.tsx';

/** Says that the link's session is over, also after a reload, until the reader has read it. @param onRead after the browser has forgotten it */
export function SessionEnded({ onRead }: { readonly onRead: () => void }) {
  const { ended } = useMessages();
  const act = () => void leave().then(onRead);
  return (
    <Message tone="warning" title={ended.title} action={{ words: ended.read, act }}>
      {ended.body}
    </Message>
  );
}
