/**
 * Whose release the pages show. The map shows an edition: the current release of every state that has one. Inside `OfState`,
 * and on every other page, it is one state's.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { type Edition, fetchRelease, type Release } from './api.ts';
import type { Choice } from './choice.ts';
import { answerable, type Heard, heardIn, heardTogether } from './heard.ts';
import { ApiProblem } from './http.ts';
import { useView } from './views.ts';

/** A release never changes; only the current one may. */
export const FOREVER = { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData } as const;

/** A question to the API, as it is cached. */
export interface Question<T> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>;
  readonly staleTime: number;
}

export interface StateShown {
  readonly fips: string;
  readonly name: string;
}

/** Code of the refusal where several states have a current release, and none is named. */
export const WHICH_STATE = 'release.which-state';

const State = createContext<string | undefined>(undefined);

/** What is asked inside is asked of one of the map's states; its value is a FIPS code. */
export const OfState = State.Provider;

/** The state of the `OfState` around; undefined where the map shows one. */
export function useOwnState(): string | undefined {
  return useContext(State);
}

export function useEdition(): Edition {
  const { release, audience, state } = useView();
  const own = useOwnState() ?? state;
  return { release: release ?? 'current', audience, ...(own ? { state: own } : {}) };
}

/** The release, or the refusal to choose among the states that have one. */
type Answer = { readonly release: Release } | { readonly refusal: ApiProblem };

const NONE: readonly StateShown[] = [];

function releaseQuery(edition: Edition): Question<Answer> {
  return {
    queryKey: ['release', edition],
    queryFn: ({ signal }): Promise<Answer> =>
      fetchRelease(edition, signal).then(
        (release) => ({ release }),
        (error: unknown) => {
          if (error instanceof ApiProblem && error.code === WHICH_STATE) return { refusal: error };
          throw error;
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

function useAnswer() {
  return useQuery({ ...releaseQuery(useEdition()), ...FOREVER });
}

/** Refused where there are several; the refusal names them. */
export function useRelease() {
  const { data: answer, error, isPlaceholderData, refetch } = useAnswer();
  const why = error ?? (answer && 'refusal' in answer ? answer.refusal : undefined);
  const asked = { data: answer && alone(answer), isPlaceholderData, refetch };
  return why
    ? ({ ...asked, isError: true, error: why } as const)
    : ({ ...asked, isError: false, error: null } as const);
}

/** The states of the edition where there are several; none where there is one. */
export function useStates(): readonly StateShown[] {
  const { data: answer } = useAnswer();
  return answer && 'refusal' in answer ? statesIn(answer.refusal.facts) : NONE;
}

/** @param facts of a refusal of that code */
export function statesIn(facts: ApiProblem['facts']): readonly StateShown[] {
  return facts.states as readonly StateShown[]; // our own server's answer
}

/** Releases of the edition, once each has come or failed; none until then. */
export function useReleasesShown(): readonly Release[] {
  const edition = useEdition();
  const states = useStates();
  const { data: answer } = useAnswer();
  const one = answer && alone(answer);
  const { data: several } = useAll(
    'release',
    states.map(({ fips }) => releaseQuery({ ...edition, state: fips })),
  );
  return useMemo(() => (one ? [one] : (several ?? []).flatMap((answer) => alone(answer) ?? [])), [one, several]);
}

function alone(answer: Answer): Release | undefined {
  return 'release' in answer ? answer.release : undefined;
}

/**
 * Several questions as one, answered once each has come or failed; what failed is left out.
 *
 * @param name what is asked; where the questions of this name are asked anew, so are these
 */
export function useAll<T>(name: string, questions: readonly Question<T>[]) {
  return useQuery({
    queryKey: [name, 'all', questions.map(({ queryKey }) => queryKey)],
    queryFn: async ({ client }) => {
      const answers = await Promise.allSettled(questions.map((question) => client.fetchQuery(question)));
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    },
    enabled: questions.length > 0,
    ...FOREVER,
  });
}

/** What to ask, of each state shown. */
export function useEditions(): readonly Edition[] {
  const edition = useEdition();
  const states = useStates();
  return states.length === 0 ? [edition] : states.map(({ fips }) => ({ ...edition, state: fips }));
}

/** Which sources filed in the view, in any of the states shown; undefined while the release is loading. */
export function useHeard(): Heard | undefined {
  const releases = useReleasesShown();
  return useMemo(() => heardTogether(releases.map(heardIn)), [releases]);
}

/** The choice shown for the choice in the address: see `answerable`. */
export function useChoice(): Choice {
  const { choice } = useView();
  const heard = useHeard();
  return useMemo(() => answerable(choice, heard), [choice, heard]);
}
