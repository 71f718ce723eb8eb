/** What other features may know of accounts. */
export {
  AudienceQuery,
  actorFor,
  callerOf,
  collectingCaller,
  collectorOf,
  coordinatorOf,
} from './access.ts';
export { stateAsked } from './state-asked.ts';
export {
  createToken,
  issueLink,
  listTokens,
  openToken,
  revokeLink,
  revokeToken,
  revokeTokensLabelled,
} from './tokens.ts';
