/** What other features may know of accounts. */
export {
  createToken,
  listTokens,
  type NewToken,
  type OpenedToken,
  openToken,
  revokeToken,
  revokeTokensLabelled,
  type TokenHolder,
} from './tokens.ts';
