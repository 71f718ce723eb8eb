/** What other features may know of accounts. */
export {
  AudienceQuery,
  actorFor,
  type Credential,
  callerOf,
  collectingCaller,
  collectorOf,
  coordinatorOf,
} from './access.ts';
export { stateAsked } from './state-asked.ts';
export {
  createToken,
  listTokens,
  type NewToken,
  type OpenedToken,
  openToken,
  revokeToken,
  revokeTokensLabelled,
} from './tokens.ts';
