import { useMessages } from '../lib/use-messages.ts';

export function SyntheticMark() {
  const messages = useMessages();
  return <p className="synthetic-mark">{messages.synthetic}</p>;
}
