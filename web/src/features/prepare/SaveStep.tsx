import { keyFileName } from '../../../../server/domain/anonymize/key-file.ts';
import { plural } from '../../lib/counts.ts';
import { sizeInWords } from '../../lib/format.ts';
import { goToAddress } from '../../lib/location.ts';
import { addressOf, STARTS } from '../../lib/route.ts';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { sentRequests, useNetworkLog } from './network-log.ts';
import { SaveButton } from './SaveButton.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';

export function SaveStep({ state, actions }: StepProps) {
  const { checked, key, isKept, isSaved } = state;
  const log = useNetworkLog();
  if (!checked || !key) return null;
  return (
    <>
      <p>
        {plural(checked.counts.students, 'student')}, {sizeInWords(checked.file.size)}. This page has sent{' '}
        {plural(sentRequests(log).length, 'request')} since you chose a file.
      </p>
      <div className="actions">
        <SaveButton
          words={isSaved ? 'Save the file again' : 'Save the anonymized file'}
          name={fileName(key.key.leaId)}
          content={checked.file}
          isPrimary={!isSaved}
          onSaved={actions.saved}
        />
      </div>
      <p className="note" role="status">
        {isSaved ? `Saved as ${fileName(key.key.leaId)} in your downloads.` : ''}
      </p>
      <div className="part">
        <h3>What to do next</h3>
        <ol className="next-steps">
          <li>
            Keep <span className="from-file">{keyFileName(key.key.leaId)}</span> in a safe place. You need it next time;
            never send it.
          </li>
          <li>
            Upload <span className="from-file">{fileName(key.key.leaId)}</span> at{' '}
            <PageLink to={STARTS.collect}>Collection</PageLink>, by the link from your coordinator. It is checked once
            more there before you accept it.
          </li>
          <li>Treat your own export as you treat any list of students: delete it when you no longer need it.</li>
        </ol>
      </div>
      {isSaved && (
        <Message title="Done" tone="good">
          No row of your export stays in this browser once the page is closed.{' '}
          {isKept && (
            <>
              It keeps what you chose, sealed with your key, so that you can go on another day.{' '}
              <button type="button" className="link" onClick={actions.forgetKept}>
                Forget what I chose
              </button>
            </>
          )}
        </Message>
      )}
      <StepActions back={() => actions.goTo('preview')}>
        {isSaved && (
          <button type="button" className="button" onClick={() => goToAddress(addressOf(STARTS.collect))}>
            Go to Collection
          </button>
        )}
      </StepActions>
    </>
  );
}

function fileName(leaId: string): string {
  return `gapmap-homes-${leaId}.csv`;
}
