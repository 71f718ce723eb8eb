import type { FastifyInstance } from 'fastify';
import { cachedBy } from './http-cache/index.ts';
import { ICON } from './page.ts';

/** Reveals the print button only where it works: without this script the browser's own menu is left. */
const PRINT = `const button = document.getElementById('print');
button.hidden = false;
button.addEventListener('click', () => window.print());
`;

const A_DAY = 'public, max-age=86400';

/** Files that server-made pages request. */
export async function pageFiles(app: FastifyInstance): Promise<void> {
  cachedBy(app, 'everybody');
  app.get('/favicon.ico', { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', A_DAY).type('image/svg+xml').send(ICON),
  );
  app.get('/print.js', { schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', A_DAY).type('text/javascript; charset=utf-8').send(PRINT),
  );
}
