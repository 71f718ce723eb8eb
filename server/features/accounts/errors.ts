import { refusal } from '../../platform/problem.ts';

export const accountErrors = {
  leaId: () => refusal('token.lea-id', 422),
  providerId: () => refusal('token.provider-id', 422),
  role: () => refusal('token.role', 422),
  state: () => refusal('token.state', 422),
  noState: () => refusal('token.no-state', 422),
  whichState: (fips: readonly string[]) => refusal('token.which-state', 422, { fips }),
  label: () => refusal('token.label', 422),
  days: (most: number) => refusal('token.days', 422, { most }),
  unknown: (id: string) => refusal('token.unknown', 404, { id }),
} as const;
