/** Routes that links lead to: the initial state of each page, and routes that follow from a map. */
import { collectPlaceOf } from './collect-place.ts';
import { roomChoiceOf } from './room-choice.ts';
import { type AboutName, NOTHING_ASKED, type Route, START } from './route.ts';
import { queryOf, type View } from './view.ts';
import { placeOfWorkbench } from './workbench-place.ts';

const NOTHING = new URLSearchParams();

/** Initial state of each page that a link may lead to without saying more. */
export const STARTS = {
  map: { page: 'map', view: START },
  places: { page: 'places', reading: START, asked: NOTHING_ASKED },
  change: { page: 'change', reading: START, query: '' },
  rounds: { page: 'rounds' },
  collect: { page: 'collect', place: collectPlaceOf(NOTHING) },
  prepare: { page: 'prepare' },
  privacy: { page: 'privacy', reading: START },
  workbench: { page: 'workbench', place: placeOfWorkbench(NOTHING) },
  cost: { page: 'cost', reading: { ...START, audience: 'agency' }, clusters: [] },
  devices: { page: 'devices', reading: START },
  corrections: { page: 'corrections' },
  room: { page: 'room', choice: roomChoiceOf(NOTHING) },
  qualify: { page: 'qualify' },
  commitments: { page: 'commitments' },
  outbox: { page: 'outbox' },
  outreach: { page: 'outreach' },
  blueprint: { page: 'blueprint', reading: START },
  roadmap: { page: 'roadmap', reading: START },
} as const satisfies { readonly [Page in Route['page']]?: Route };

/** A page of `ABOUT`, in the current release of the state that the page is of. */
export function aboutRoute(page: AboutName, state: string | undefined): Route {
  return { page, reading: readingIn(state) };
}

/** The pages that read a release, of the state that the page is of. */
export function startsIn(state: string | undefined) {
  const reading = readingIn(state);
  return {
    ...STARTS,
    places: { ...STARTS.places, reading },
    change: changeRoute(reading),
    privacy: { page: 'privacy', reading },
  } as const;
}

function readingIn(state: string | undefined): View {
  return state ? { ...START, state } : START;
}

/** The page of changes, of the place and for the audience that a map shows. */
export function changeRoute({ state, audience, theme, place }: View): Route {
  const query = queryOf({ ...START, ...(state ? { state } : {}), ...(place ? { place } : {}), audience, theme });
  return { page: 'change', reading: { audience, theme }, query };
}
