/** The session that a link began in this browser. Its cookie is beyond the page's reach; the server says how it stands. */
import type { ShownLanguage } from '../../../server/domain/messages/language.ts';
import { ApiProblem, call } from './http.ts';

/** Ends the session, and forgets one that is over. */
export const leave = () => call<void>('POST', '/leave');

export const isSessionOver = (error: unknown) => error instanceof ApiProblem && error.code === 'access.session-ended';

/** The server's page of the browsers that the link is open in. */
export const sessionsHref = (language: ShownLanguage) => `/sessions?lang=${language}`;
