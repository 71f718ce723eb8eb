/** Forms with fields, as a browser sends them without a script. */
import type { FastifyInstance } from 'fastify';

/** Fields left empty are not there. */
export function takeFields(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4000 },
    (_request, body, done) => {
      const fields = [...new URLSearchParams(String(body))].filter(([, value]) => value.trim() !== '');
      done(null, Object.fromEntries(fields));
    },
  );
}
