/** Why a token is not made. */
export const accountRefusals = {
  'token.lea-id': 'A district token needs --lea-id, a LEAID of seven digits.',
  'token.provider-id': 'A provider token needs --provider-id, the FCC provider id in digits, such as 130317.',
  'token.role': 'A token is for --role agency, provider, district or coordinator.',
  'token.label': 'A token needs a --label of 1 to 100 characters that says who it is for.',
  'token.days': ({ most }: { most: number }) => `A token is good for 1 to ${most} days.`,
  'token.unknown': ({ id }: { id: string }) =>
    `There is no token ${id} that is still good. "gapmap token list" shows those there are.`,
  'token.state': 'A token needs a state, by its FIPS code of two digits.',
  'token.no-state': 'Nothing of any state is loaded yet: say with --state which one the token is for.',
  'token.which-state': ({ fips }: { fips: readonly string[] }) =>
    `Several states are loaded (FIPS ${fips.join(', ')}): say with --state which one the token is for.`,
};
