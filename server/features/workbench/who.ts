import type { FastifyRequest } from 'fastify';
import type { Agency, Commission } from '../../domain/actor.ts';
import { refusal } from '../../platform/problem.ts';
import { callerOf, viewerOf } from '../accounts/index.ts';

/** Whose workbench: the commission's, which has the restricted filings of its own state, or the education agency's. */
export type Worker = Agency | Commission;

/** @throws Refusal 401 without a sign-in, 403 with another role */
export async function workerOf(request: FastifyRequest): Promise<Worker> {
  const caller = await callerOf(request);
  if (caller?.role === 'puc') return caller;
  const viewer = await viewerOf(request, 'agency');
  if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
  return viewer;
}
