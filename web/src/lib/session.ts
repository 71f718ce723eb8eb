/** The session that a link began in this browser. Its cookie is beyond the page's reach; the server says how it stands. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PersonRole } from '../../../server/domain/actor.ts';
import type { ShownLanguage } from '../../../server/domain/messages/language.ts';
import type { ReleaseList } from '../../../server/features/releases/contract.ts';
import { ApiProblem, call } from './http.ts';
import { type AskedAudience, AUDIENCES, oneOf } from './view.ts';

/** Ends the session, and forgets one that is over. */
export const leave = () => call<void>('POST', '/leave');

export const isSessionOver = (error: unknown) => error instanceof ApiProblem && error.code === 'access.session-ended';

/** Whether the reader may not see a page: it belongs to others, or asks for somebody who has signed in. */
export const isNotAllowed = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && (error.status === 401 || error.status === 403);

/** The server's page of the browsers that the link is open in. */
export const sessionsHref = (language: ShownLanguage) => `/sessions?lang=${language}`;

/** Who is asking, as far as a page says it. */
interface Me {
  readonly role: string;
  /** Views of a release that it may ask for, finest first. */
  readonly audiences: readonly string[];
  /** Undefined for the public, and for whoever came by a link. */
  readonly person?: { readonly name: string; readonly organization: string; readonly role: PersonRole };
  /** Whether people sign in here. */
  readonly canSignIn?: boolean;
}

const ME = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => call<Me>('GET', '/api/v1/me', { signal }) });

export function useMe() {
  return useQuery(ME);
}

/** The finest view that somebody may ask for. */
export function ownAudience({ audiences: [finest] }: Pick<Me, 'audiences'>): AskedAudience {
  return oneOf(AUDIENCES, finest ?? null) ?? 'public';
}

/** The reader's finest view, once the page knows the reader; makes no request. */
export function useKnownAudience(): AskedAudience {
  const { data } = useQuery({ ...ME, enabled: false });
  return data ? ownAudience(data) : 'public';
}

/** Which side of a round the reader is on; null: neither, undefined: not known yet. */
export function useParty(): 'staff' | 'provider' | null | undefined {
  const { data: me, isError } = useMe();
  if (!me) return isError ? null : undefined;
  if (me.role === 'agency' || me.role === 'puc') return 'staff';
  return me.role === 'provider' ? 'provider' : null;
}

/** Whether what is published here is made up. @param isKnown the page knows it of what it shows, or may ask nothing */
export function useIsSynthetic(isKnown: boolean): boolean {
  const { data } = useQuery({
    queryKey: ['releases', 'public'],
    queryFn: ({ signal }) => call<ReleaseList>('GET', '/api/v1/releases', { signal }),
    enabled: !isKnown,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.releases.some(({ current, synthetic }) => current && synthetic) ?? false;
}
