/** What other features may know of accounts. */
export {
  AudienceQuery,
  actorFor,
  adminOf,
  callerOf,
  collectingCaller,
  collectorOf,
  commissionOf,
  coordinatorOf,
  credentialOf,
  doerOf,
  viewerOf,
} from './access.ts';
export { onlyState, stateAsked } from './state-asked.ts';
export {
  createToken,
  issueLink,
  listTokens,
  openToken,
  revokeLink,
  revokeToken,
  revokeTokensLabelled,
} from './tokens.ts';
