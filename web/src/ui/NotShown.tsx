/** Why a release is not shown: withdrawn, with the reason; none; one of several states, to choose among; or it did not come. */
import { statesIn, WHICH_STATE } from '../lib/edition.ts';
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
  const { nothingCurrent, showCurrent, tryAgain, whichState, withdrawn } = useMessages();
  const { status, code, facts } = error instanceof ApiProblem ? error : { status: 0, code: '', facts: {} };
  if (status === 410)
    return (
      <Message tone="warning" title={withdrawn}>
        <p>{error.message}</p>
        <p>
          <PageLink to={STARTS.map}>{showCurrent}</PageLink>
        </p>
      </Message>
    );
  if (code === WHICH_STATE)
    return (
      <Message title={whichState}>
        <ul>
          {statesIn(facts).map(({ fips, name }) => (
            <li key={fips}>
              <a href={withState(fips)} translate="no">
                {name}
              </a>
            </li>
          ))}
        </ul>
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

/** The same page of one state. */
function withState(fips: string): string {
  const address = new URL(location.href);
  address.searchParams.set('state', fips);
  return `${address.pathname}${address.search}`;
}
