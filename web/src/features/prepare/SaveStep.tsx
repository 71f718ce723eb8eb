import { keyFileName } from '../../../../server/domain/anonymize/key-file.ts';
import { goToAddress } from '../../lib/location.ts';
import { addressOf } from '../../lib/route.ts';
import { STARTS } from '../../lib/starts.ts';
import { Message } from '../../ui/Message.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Said } from '../../ui/Said.tsx';
import { CallsPart } from './CallsPart.tsx';
import { sentRequests, useNetworkLog } from './network-log.ts';
import { SaveButton } from './SaveButton.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export function SaveStep(props: StepProps) {
  const { state, actions } = props;
  const { leaving } = usePrepareMessages();
  const { checked, key, isKept, isSaved } = state;
  const log = useNetworkLog();
  if (!checked || !key) return null;
  return (
    <>
      <p>
        {leaving.size({ students: checked.counts.students, bytes: checked.file.size, sent: sentRequests(log).length })}
      </p>
      <div className="actions">
        <SaveButton
          words={isSaved ? leaving.saveAgain : leaving.save}
          name={fileName(key.key.leaId)}
          content={checked.file}
          isPrimary={!isSaved}
          onSaved={actions.saved}
        />
      </div>
      <p className="note" role="status">
        {isSaved ? leaving.saved({ file: fileName(key.key.leaId) }) : ''}
      </p>
      <div className="part">
        <h3>{leaving.next}</h3>
        <ol className="next-steps">
          <li>
            <Said message={leaving.keepKey} parts={{ file: <Named file={keyFileName(key.key.leaId)} /> }} />
          </li>
          <li>
            <Said
              message={leaving.upload}
              parts={{
                file: <Named file={fileName(key.key.leaId)} />,
                collect: (inner) => <PageLink to={STARTS.collect}>{inner}</PageLink>,
              }}
            />
          </li>
          <li>{leaving.deleteExport}</li>
        </ol>
      </div>
      {isSaved && (
        <Message title={leaving.done} tone="good">
          {leaving.nothingStays}{' '}
          {isKept && (
            <>
              {leaving.choicesStay}{' '}
              <button type="button" className="link" onClick={actions.forgetKept}>
                {leaving.forget}
              </button>
            </>
          )}
        </Message>
      )}
      <CallsPart {...props} />
      <StepActions back={() => actions.goTo('preview')}>
        {isSaved && (
          <button type="button" className="button" onClick={() => goToAddress(addressOf(STARTS.collect))}>
            {leaving.toCollection}
          </button>
        )}
      </StepActions>
    </>
  );
}

function fileName(leaId: string): string {
  return `gapmap-homes-${leaId}.csv`;
}

function Named({ file }: { readonly file: string }) {
  return (
    <span translate="no" className="from-file">
      {file}
    </span>
  );
}
