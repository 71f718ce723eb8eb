import { Refusal } from '../../platform/problem.ts';

export const accountErrors = {
  leaId: () => new Refusal('token.lea-id', 422, 'A district token needs --lea-id, a LEAID of seven digits.'),
  providerId: () =>
    new Refusal(
      'token.provider-id',
      422,
      'A provider token needs --provider-id, the FCC provider id in digits, such as 130317.',
    ),
  role: () => new Refusal('token.role', 422, 'A token is for --role agency, provider, district or coordinator.'),
  state: () => new Refusal('token.state', 422, 'A token needs a state, by its FIPS code of two digits.'),
  noState: () =>
    new Refusal(
      'token.no-state',
      422,
      'Nothing of any state is loaded yet: say with --state which one the token is for.',
    ),
  whichState: (fips: readonly string[]) =>
    new Refusal(
      'token.which-state',
      422,
      `Several states are loaded (FIPS ${fips.join(', ')}): say with --state which one the token is for.`,
    ),
  label: () =>
    new Refusal('token.label', 422, 'A token needs a --label of 1 to 100 characters that says who it is for.'),
  days: (most: number) => new Refusal('token.days', 422, `A token is good for 1 to ${most} days.`),
  unknown: (id: string) =>
    new Refusal(
      'token.unknown',
      404,
      `There is no token ${id} that is still good. "gapmap token list" shows those there are.`,
    ),
} as const;
