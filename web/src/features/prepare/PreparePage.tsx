/** Turns a district's export into a file without identities, in five steps, on the district's own computer. */
import { type Phrase, say } from '../../../../server/domain/messages/phrase.ts';
import { usePrepareMessages } from './use-messages.ts';
import './prepare.css';
import './problems.css';
import { useEffect } from 'react';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { NetworkLog } from './NetworkLog.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { ProblemsStep } from './ProblemsStep.tsx';
import { SaveStep } from './SaveStep.tsx';
import { StepList } from './StepList.tsx';
import type { Work } from './state.ts';
import type { StepProps } from './step-props.ts';
import { STEPS, type Step } from './steps.ts';
import { usePrepare } from './use-prepare.ts';
import { useTakenTo } from './use-taken-to.ts';

const STEP_BODIES: Record<Step, (props: StepProps) => React.ReactNode> = {
  file: FileStep,
  columns: ColumnsStep,
  problems: ProblemsStep,
  preview: PreviewStep,
  save: SaveStep,
};

export default function PreparePage() {
  const { file: words } = usePrepareMessages();
  const props = usePrepare();
  const { state, actions } = props;
  const Body = STEP_BODIES[state.step];
  const heading = useTakenTo<HTMLHeadingElement>(state.step);
  useDropsBesideTarget();
  return (
    <DocumentPage title={words.title} lead={words.lead}>
      <NetworkLog />
      {state.failure?.about === 'page' ? (
        <NotLoaded said={state.failure.said} />
      ) : (
        <div className="prepare" data-ready={state.isReady} data-step={state.step}>
          <StepList current={state.step} done={state.done} isBusy={state.work !== undefined} goTo={actions.goTo} />
          <section className="prepare-step" aria-labelledby="step-heading">
            <p className="eyebrow">
              {words.stepOf({ stepNumber: STEPS.indexOf(state.step) + 1, stepCount: STEPS.length })}
            </p>
            <h2 id="step-heading" ref={heading} tabIndex={-1}>
              {words.step[state.step]}
            </h2>
            <Body {...props} />
            {state.work && <WorkInHand work={state.work} />}
          </section>
        </div>
      )}
    </DocumentPage>
  );
}

function NotLoaded({ said }: { readonly said: Phrase }) {
  const { file: words, phrases } = usePrepareMessages();
  return (
    <Message title={words.notLoaded} tone="failed" action={{ words: words.loadAgain, act: () => location.reload() }}>
      {say(phrases, said)}
    </Message>
  );
}

function WorkInHand({ work: { task, progress, stop } }: { readonly work: Work }) {
  const { file: words, phrases } = usePrepareMessages();
  const title = words.working[task];
  return (
    <div className="work-in-hand">
      <ProgressBar
        label={title}
        share={progress.share}
        words={words.workNow({ task: title, progress: say(phrases, progress.said) })}
      />
      <button type="button" className="button quiet" onClick={stop}>
        {words.stop}
      </button>
    </div>
  );
}

/** Without this, a file dropped beside the drop target would replace the page. */
function useDropsBesideTarget(): void {
  useEffect(() => {
    const ignore = (event: DragEvent) => event.preventDefault();
    for (const type of ['dragover', 'drop'] as const) addEventListener(type, ignore);
    return () => {
      for (const type of ['dragover', 'drop'] as const) removeEventListener(type, ignore);
    };
  }, []);
}
