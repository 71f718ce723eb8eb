/** What connecting the students of some clusters would cost, and what a budget pays for. For the agency's view. */
import './cost.css';
import './tables.css';
import { useState } from 'react';
import { useAddress } from '../../lib/location.ts';
import { type Route, routeOf } from '../../lib/route.ts';
import { isNotAllowed } from '../../lib/session.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { BudgetPlans } from './BudgetPlans.tsx';
import { ClusterPick } from './ClusterPick.tsx';
import { EstimateTable } from './EstimateTable.tsx';
import { GroundTable } from './GroundTable.tsx';
import { InputTable } from './InputTable.tsx';
import { KeepIt } from './KeepIt.tsx';
import { costMessages } from './messages.ts';
import { type AgencyEdition, type ScenarioBody, useAgencyRelease, useEstimate, useSavedScenario } from './queries.ts';
import { START } from './scenario.ts';

export default function CostPage() {
  const route = routeOf(new URL(useAddress()));
  if (route.page !== 'cost') return null;
  return <OfRoute route={route} />;
}

type CostRoute = Extract<Route, { page: 'cost' }>;

function OfRoute({ route }: { readonly route: CostRoute }) {
  const messages = useCatalog(costMessages);
  const saved = useSavedScenario(route.saved);
  const edition = { release: saved.data ? String(saved.data.release) : (route.reading.release ?? 'current') };
  const release = useAgencyRelease(edition);
  const [asked] = useState(route);
  const faulty = [release, saved].find(({ isError }) => isError);
  const start = saved.data?.scenario ?? { ...START, of: asked.of ?? START.of, clusters: [...asked.clusters] };
  const isReady = release.data && (saved.data || !route.saved);
  return (
    <DocumentPage title={messages.title} lead={messages.lead} synthetic={release.data?.synthetic ?? false}>
      <p className="cost-label">
        <strong>{messages.label}.</strong> {messages.labelMeans}
      </p>
      {saved.data && <p className="cost-open">{messages.saving.open({ name: saved.data.name })}</p>}
      {faulty?.error && <Faulty error={faulty.error} again={() => void faulty.refetch()} />}
      {!isReady && !faulty && <Coming words={messages.coming} />}
      {isReady && <Desk key={route.saved} route={route} edition={edition} start={start} />}
    </DocumentPage>
  );
}

function Faulty({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const messages = useCatalog(costMessages);
  const isStranger = isNotAllowed(error);
  if (isStranger) return <Message title={messages.onlyAgency}>{error.message}</Message>;
  return <NotShown error={error} title={messages.failed} again={again} />;
}

interface DeskProps {
  readonly route: CostRoute;
  readonly edition: AgencyEdition;
  readonly start: ScenarioBody;
}

function Desk({ route, edition, start }: DeskProps) {
  const messages = useCatalog(costMessages);
  const [scenario, setScenario] = useState(start);
  const change = (changed: Partial<ScenarioBody>) => setScenario((before) => ({ ...before, ...changed }));
  const isAsked = scenario.clusters.length > 0;
  const { data, isError, error, refetch } = useEstimate(edition, scenario, isAsked);
  const answer = isAsked ? data : undefined;
  return (
    <>
      <ClusterPick route={route} edition={edition} scenario={scenario} change={change} />
      {isError && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {isAsked && !answer && !isError && <Coming words={messages.coming} />}
      {answer && <GroundTable answer={answer} />}
      {answer && <EstimateTable clusters={answer.clusters} />}
      <InputTable own={scenario.inputs} change={(inputs) => change({ inputs })} />
      <BudgetPlans answer={answer} scenario={scenario} change={change} />
      <KeepIt route={route} edition={edition} scenario={scenario} />
    </>
  );
}
