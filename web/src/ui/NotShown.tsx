/** Why a release is not shown: withdrawn, with the reason; none; or it did not come. */
import { ApiProblem } from '../lib/http.ts';
import { STARTS } from '../lib/starts.ts';
import { useMessages } from '../lib/use-messages.ts';
import { Message } from './Message.tsx';
import { PageLink } from './PageLink.tsx';

export interface NotShownProps {
  readonly error: Error;
  /** For what did not come. */
  readonly title: string;
  readonly again: () => void;
}

export function NotShown({ error, title, again }: NotShownProps) {
  const { nothingCurrent, showCurrent, tryAgain, withdrawn } = useMessages();
  const { status, code } = error instanceof ApiProblem ? error : { status: 0, code: '' };
  if (status === 410)
    return (
      <Message tone="warning" title={withdrawn}>
        <p>{error.message}</p>
        <p>
          <PageLink to={STARTS.map}>{showCurrent}</PageLink>
        </p>
      </Message>
    );
  if (code === 'release.none')
    return (
      <Message tone="warning" title={nothingCurrent}>
        {error.message}
      </Message>
    );
  return (
    <Message tone="failed" title={title} action={{ words: tryAgain, act: again }}>
      {error.message}
    </Message>
  );
}
