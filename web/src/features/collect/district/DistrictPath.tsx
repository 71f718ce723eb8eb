import './path.css';
import { useEffect, useRef } from 'react';
import type { CollectionDetail, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { isBoolean, useKept } from '../../../lib/use-kept.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { UploadPanel } from '../upload/UploadPanel.tsx';
import { useUpload } from '../upload/use-upload.ts';
import { isAccepted } from '../words.ts';
import { AcceptedStep } from './AcceptedStep.tsx';
import { PathStep } from './PathStep.tsx';
import { PrepareStep } from './PrepareStep.tsx';
import { wasPreparing } from './preparing.ts';

export interface DistrictPathProps {
  readonly district: DistrictStatus;
  readonly detail: CollectionDetail;
}

export function DistrictPath({ district, detail }: DistrictPathProps) {
  const messages = useCatalog(collectMessages).district;
  const isDone = isAccepted(district.state);
  const { run, phase } = useUpload(detail.id, isDone && !district.receivedAt ? null : district.uploadId);
  const refresh = useRefresh();
  const [sendsAnother, setSendsAnother] = useKept(`collect.${detail.id}.sends-another`, false, isBoolean);
  const before = useRef(phase.at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again once for each step that was reached
  useEffect(() => {
    const wasDeleted = phase.at === 'choose' && before.current !== 'choose';
    before.current = phase.at;
    if (phase.at === 'accepted') setSendsAnother(false);
    if (wasDeleted || ['accepted', 'checked', 'refused'].includes(phase.at)) void refresh();
  }, [phase.at]);
  const isSending = ['sending', 'checking', 'checked', 'accepting'].includes(phase.at);
  const showsUpload = !isDone || sendsAnother || isSending;
  const isChoosing = phase.at === 'choose' || phase.at === 'kept';
  const isPrepared = district.state !== 'not_started' || !isChoosing;
  const comesToUpload = isPrepared || wasPreparing(district.leaId);
  return (
    <ol className="path">
      <PathStep number={1} title={messages.prepare} progress={isPrepared ? 'done' : comesToUpload ? 'begun' : 'now'}>
        <PrepareStep
          district={district}
          detail={detail}
          isFirst={!comesToUpload}
          mayTell={isChoosing && !isDone && !district.receivedAt && !('unfinished' in phase)}
        />
      </PathStep>
      <PathStep
        number={2}
        title={messages.upload}
        progress={!comesToUpload ? 'open' : isDone && !isSending ? 'done' : 'now'}
      >
        {detail.state !== 'open' ? (
          <Closed detail={detail} />
        ) : showsUpload ? (
          <UploadPanel run={run} phase={phase} collection={detail} isFirst={comesToUpload} />
        ) : (
          <>
            <p>{messages.isIn}</p>
            <div className="actions">
              <button
                type="button"
                className="button"
                onClick={() => {
                  run.startOver();
                  setSendsAnother(true);
                }}
              >
                {messages.sendNewer}
              </button>
            </div>
          </>
        )}
      </PathStep>
      <PathStep number={3} title={messages.accepted} progress={isDone ? 'done' : 'later'}>
        <AcceptedStep
          district={district}
          detail={detail}
          isNew={phase.at === 'accepted'}
          hasNewer={isSending}
          onTakenBack={run.startOver}
        />
      </PathStep>
    </ol>
  );
}

function Closed({ detail: { state, opensOn, closesOn } }: Pick<DistrictPathProps, 'detail'>) {
  const messages = useCatalog(collectMessages).district;
  if (state === 'planned') return <Message title={messages.opensOn({ opensOn })}>{messages.prepareAlready}</Message>;
  return <Message title={messages.closedOn({ closesOn })}>{messages.askLonger}</Message>;
}
