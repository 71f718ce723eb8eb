/** The built pages as files, and what each may load and send. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { PAGE_ADDRESSES, PAGES, type PageAddress } from './domain/pages.ts';
import { cachedBy } from './platform/http-cache/index.ts';

/** Where `npm run web:build` puts them. */
export const WEB = fileURLToPath(new URL('../dist/web', import.meta.url));

/** The pages; `/` serves the map. Names of built files contain their hash; the pages themselves are revalidated each time. */
export async function webPages(app: FastifyInstance): Promise<void> {
  const isFile = (url: string) => url.startsWith('/assets/');
  cachedBy(app, (url) => (isFile(url) ? 'everybody' : 'caller'));
  app.addHook('onRoute', (route) => {
    if (isFile(route.url)) route.config = { ...route.config, rate: 'files' };
  });
  await app.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    // As `web/compressed.ts` writes them beside the files.
    preCompressed: true,
    globIgnore: ['**/*.{br,gz}'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      // A worker follows the policy sent with its own script, not that of the page that made it.
      if (/\/prepare\.worker-[^/]*\.js(\.\w+)?$/.test(path))
        reply.header('content-security-policy', "default-src 'none'");
    },
  });
  for (const page of PAGE_ADDRESSES.filter(({ path }) => path !== PAGES.map.path))
    for (const address of addressesOf(page))
      app.get(
        address,
        { schema: { hide: true }, ...(page.isSealed ? { helmet: { contentSecurityPolicy: SENDS_NOTHING } } : {}) },
        (_request, reply) => reply.sendFile('index.html'),
      );
}

/** As Fastify writes them. The pages below a brief's are made by `features/briefs`. */
function addressesOf({ path, below, isOnlyBelow }: PageAddress): string[] {
  const further = below && path !== PAGES.brief.path ? [path + below] : [];
  return isOnlyBelow ? further : [path, ...further];
}

/** CSP of the map: workers may come from blobs; nothing loads from elsewhere. */
export const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  childSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", 'data:'],
  upgradeInsecureRequests: null,
};

/** CSP of the page that reads a district's export: it may load its own files and send nothing, not even to us. */
const SENDS_NOTHING = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'"],
    imgSrc: ['data:'],
    connectSrc: ["'none'"],
    formAction: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};
