/** Connects the run to the address and to the loaded parts. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { SECRET_BYTES } from '../../../../server/domain/anonymize/key-file.ts';
import { goToAddress, subscribeAddress, useHeld } from '../../lib/location.ts';
import { rememberedDistrict } from '../../lib/remembered-district.ts';
import { addressOf, routeOf } from '../../lib/route.ts';
import { lockNetwork } from './network-log.ts';
import { loadPage } from './page-parts.ts';
import { PrepareRun } from './run.ts';
import type { StepProps } from './step-props.ts';
import type { Step } from './steps.ts';
import { useVerdictsAround } from './verdicts-around.ts';

/** A reloaded page has no file yet: whatever step its address names, it starts at the choice of files. */
export function usePrepare(): StepProps {
  const parts = loadPage();
  const [run] = useState(
    () =>
      new PrepareRun(rememberedDistrict(linkedDistrict()), {
        worker: parts.worker,
        tellAddress,
        lock: lockNetwork,
        secret: () => crypto.getRandomValues(new Uint8Array(SECRET_BYTES)),
        now: () => new Date(),
      }),
  );
  useEffect(() => void parts.ready.then(run.loaded, run.failedToLoad), [parts, run]);
  useEffect(
    () =>
      subscribeAddress(() => {
        const route = routeOf(new URL(location.href));
        // Any other fragment is a place within the step, such as the target of the skip link.
        const isAnchor = location.hash !== '' && route.page === 'prepare' && !route.step && !route.leaId;
        if (route.page === 'prepare' && !isAnchor) run.showStep(route.step);
      }),
    [run],
  );
  const state = useSyncExternalStore(run.subscribe, run.state);
  const around = useVerdictsAround(state.leaId);
  useHeld(state.source !== undefined && !state.isSaved);
  return { state: { ...state, isReady: state.isReady && !around.isAsking }, actions: run, parts, around };
}

function linkedDistrict(): string | undefined {
  const route = routeOf(new URL(location.href));
  return route.page === 'prepare' ? route.leaId : undefined;
}

function tellAddress(step: Step): void {
  if (location.hash !== `#${step}`) goToAddress(addressOf({ page: 'prepare', step }));
}
