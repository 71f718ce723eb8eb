import { refusal } from '../../platform/problem.ts';

export const accountErrors = {
  leaId: () => refusal('token.lea-id', 422),
  providerId: () => refusal('token.provider-id', 422),
  role: () => refusal('token.role', 422),
  label: () => refusal('token.label', 422),
  days: (most: number) => refusal('token.days', 422, { most }),
  unknown: (id: string) => refusal('token.unknown', 404, { id }),
} as const;
