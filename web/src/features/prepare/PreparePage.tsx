/** A district's export becomes a file without identities, in five steps, on the district's own computer. */
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
import { STEP_WORDS, STEPS, type Step } from './steps.ts';
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
  const props = usePrepare();
  const { state, actions } = props;
  const Body = STEP_BODIES[state.step];
  const heading = useTakenTo<HTMLHeadingElement>(state.step);
  useDropsBesideTarget();
  return (
    <DocumentPage
      title="Prepare a file"
      lead="Turns your district’s export into a file without names, addresses or coordinates. Everything happens in this browser, on this computer. Nothing is sent anywhere."
    >
      <NetworkLog />
      {state.failure?.about === 'page' ? (
        <Message
          title="The page could not be loaded whole"
          tone="failed"
          action={{ words: 'Load it again', act: () => location.reload() }}
        >
          {state.failure.message}
        </Message>
      ) : (
        <div className="prepare" data-ready={state.isReady} data-step={state.step}>
          <StepList current={state.step} done={state.done} isBusy={state.work !== undefined} goTo={actions.goTo} />
          <section className="prepare-step" aria-labelledby="step-heading">
            <p className="eyebrow">
              Step {STEPS.indexOf(state.step) + 1} of {STEPS.length}
            </p>
            <h2 id="step-heading" ref={heading} tabIndex={-1}>
              {STEP_WORDS[state.step]}
            </h2>
            <Body {...props} />
            {state.work && <WorkInHand work={state.work} />}
          </section>
        </div>
      )}
    </DocumentPage>
  );
}

function WorkInHand({ work }: { readonly work: Work }) {
  return (
    <div className="work-in-hand">
      <ProgressBar label={work.title} share={work.progress.share} words={`${work.title}. ${work.progress.words}`} />
      <button type="button" className="button quiet" onClick={work.stop}>
        Stop
      </button>
    </div>
  );
}

/** A file that is dropped beside its place would open in the browser, instead of the page. */
function useDropsBesideTarget(): void {
  useEffect(() => {
    const ignore = (event: DragEvent) => event.preventDefault();
    for (const type of ['dragover', 'drop'] as const) addEventListener(type, ignore);
    return () => {
      for (const type of ['dragover', 'drop'] as const) removeEventListener(type, ignore);
    };
  }, []);
}
