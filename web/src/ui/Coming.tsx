/** Says that something is on its way; after a while, that it takes long and that a busy server is asked again by itself. */
import { useAskedAgain } from '../lib/query-client.ts';
import { useLate } from '../lib/use-late.ts';
import { useMessages } from '../lib/use-messages.ts';

const LONG_MS = 6_000;

export interface ComingProps {
  readonly words: string;
  readonly className?: string;
}

export function Coming({ words, className = 'note' }: ComingProps) {
  const { takesLong, askedAgain } = useMessages();
  const isAskedAgain = useAskedAgain();
  const isLate = useLate(true, LONG_MS);
  return (
    <p className={className}>
      {words}
      {isLate && ` ${takesLong}`}
      {isAskedAgain && ` ${askedAgain}`}
    </p>
  );
}
