/** What other features may know of accounts. */
export {
  AudienceQuery,
  actorFor,
  callerOf,
  collectingCaller,
  collectorOf,
  coordinatorOf,
  credentialOf,
  viewerOf,
} from './access.ts';
export { onlyState, stateAsked } from './state-asked.ts';
export {
  createToken,
  listTokens,
  openToken,
  revokeToken,
  revokeTokensLabelled,
} from './tokens.ts';
