/** Leads a state through its needs assessment; what is done is read from the instance. */
import { underWay } from '../../../../server/domain/collection.ts';
import './roadmap.css';
import {
  BLUEPRINT_STEPS,
  type BlueprintStep,
  blueprintOf,
  type Standing,
} from '../../../../server/domain/blueprint.ts';
import type { Route } from '../../lib/route.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { roadmapMessages } from './messages.ts';
import { type Roadmap, useRoadmap } from './queries.ts';

const WHERE: Readonly<Record<BlueprintStep, Route>> = {
  collection: STARTS.collect,
  invited: STARTS.collect,
  answers: STARTS.collect,
  fcc: STARTS.roadmap,
  commission: STARTS.workbench,
  release: STARTS.privacy,
  published: STARTS.places,
};

const DECISIONS = {
  map: STARTS.map,
  cost: { page: 'cost', reading: STARTS.map.view, clusters: [] },
  devices: STARTS.devices,
  places: STARTS.places,
  change: STARTS.change,
} as const satisfies Record<string, Route>;

export default function BlueprintPage() {
  const { blueprint: messages, failed, coming } = useCatalog(roadmapMessages);
  const { data, error, refetch } = useRoadmap();
  return (
    <DocumentPage
      title={messages.title}
      lead={messages.lead}
      synthetic={data?.releases.some(({ synthetic }) => synthetic) ?? false}
    >
      {error && <NotShown error={error} title={failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={coming} />}
      <section>
        <h2>{messages.decisions}</h2>
        <p>{messages.decisionsLead}</p>
        <ul className="blueprint-decisions">
          {(Object.keys(DECISIONS) as (keyof typeof DECISIONS)[]).map((name) => (
            <li key={name}>
              <PageLink to={DECISIONS[name]}>{messages.decide[name]}</PageLink>
            </li>
          ))}
        </ul>
      </section>
      {data && <Steps roadmap={data} />}
      <section>
        <h2>{messages.publish}</h2>
        <ul className="blueprint-publish">
          {messages.publishList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </DocumentPage>
  );
}

function Steps({ roadmap }: { readonly roadmap: Roadmap }) {
  const standings = blueprintOf(roadmap);
  return (
    <ol className="blueprint-steps">
      {BLUEPRINT_STEPS.map((step) => (
        <Step key={step} step={step} standing={standings[step]} roadmap={roadmap} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: BlueprintStep;
  readonly standing: Standing;
  readonly roadmap: Roadmap;
}

function Step({ step, standing, roadmap }: StepProps) {
  const { blueprint: messages } = useCatalog(roadmapMessages);
  const { title, who, what } = messages.steps[step];
  return (
    <li data-step={step} data-standing={standing}>
      <h2>
        {title} <span className="blueprint-standing">{messages.standing[standing]}</span>
      </h2>
      <p>{what}</p>
      <Facts step={step} roadmap={roadmap} />
      <p className="note">
        {messages.who}: {who}
      </p>
      <PageLink className="button" to={WHERE[step]} aria-label={`${messages.goes}: ${title}`}>
        {messages.goes}
      </PageLink>
    </li>
  );
}

function Facts({ step, roadmap: { collections, filings, newestOut } }: Pick<StepProps, 'step' | 'roadmap'>) {
  const { blueprint: messages } = useCatalog(roadmapMessages);
  const districts = underWay(collections?.toReversed() ?? [])?.districts;
  if (step === 'fcc') {
    const newest = filings.at(-1);
    return (
      <p>
        {newest && messages.newest({ asOf: newest.asOf })}{' '}
        {newest && newest.asOf >= newestOut ? messages.current : messages.due({ asOf: newestOut })}
      </p>
    );
  }
  if (!districts || (step !== 'invited' && step !== 'answers')) return null;
  const { total, linked, accepted } = districts;
  if (step === 'answers') return <p>{messages.accepted({ count: accepted, total })}</p>;
  return <p>{messages.invited({ count: Math.max(linked, accepted), total })}</p>;
}
