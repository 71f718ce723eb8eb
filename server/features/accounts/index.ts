/** What other features may know of accounts. */
export {
  AudienceQuery,
  actorFor,
  adminOf,
  callerOf,
  collectingCaller,
  collectorOf,
  coordinatorOf,
  credentialOf,
  doerOf,
  viewerOf,
} from './access.ts';
export type { Asker } from './asker.ts';
export { callerIn } from './caller-row.ts';
export { firstView, withLanguage } from './first-view.ts';
export { FORM_STYLE, OWN_FORMS } from './form-page.ts';
export { type DistrictLink, linksToSend, opens, sentToken } from './sent-links.ts';
export { forgetCookies, isLoopback, refuseUnsafeAddress, sessionCookie } from './session-cookie.ts';
export { enterAs, keepSessions } from './session-store.ts';
export { onlyState, stateAsked } from './state-asked.ts';
export {
  createToken,
  issueLink,
  listTokens,
  openToken,
  revokeLink,
  revokeToken,
  revokeTokensLabelled,
  secretHash,
} from './tokens.ts';
