import type { FastifyReply } from 'fastify';

/** Adds request headers that an answer depends on to those it names already (RFC 9110, 12.5.5). */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const said = reply.getHeader('vary');
  const before = (Array.isArray(said) ? said : String(said ?? '').split(',')).map((name) => String(name).trim());
  const all = new Set([...before, ...names].filter((name) => name !== '').map((name) => name.toLowerCase()));
  reply.header('vary', [...all].join(', '));
}
