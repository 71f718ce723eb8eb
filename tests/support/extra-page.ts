/** A page of ours that the product does not serve, beside it: built for a test, all else asked of the product. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Product } from './product.ts';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface ExtraPage {
  readonly url: string;
  stop(): void;
}

/** @param page under web/, such as `tests/two-maps.html` */
export async function serveExtraPage(page: string, product: Product): Promise<ExtraPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'gapmap-page-'));
  await build({
    configFile: join(WEB, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: join(WEB, page) } },
  });
  const server = createServer(async ({ url = '/' }, response) => {
    const file = join(outDir, new URL(url, product.url).pathname);
    if (url !== '/' && existsSync(file)) {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
      return;
    }
    const answer = await fetch(new URL(url, product.url));
    response.statusCode = answer.status;
    response.setHeader('content-type', answer.headers.get('content-type') ?? 'application/octet-stream');
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/${page}`,
    stop: () => {
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
