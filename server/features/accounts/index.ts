/** What other features may know of accounts. */
export {
  createToken,
  listTokens,
  openToken,
  revokeToken,
  revokeTokensLabelled,
  type TokenHolder,
} from './tokens.ts';
