import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { SERVED_BESIDES } from '../server/domain/pages.ts';
import { compressed } from './compressed.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npm run web:build` writes dist/web, which the API serves; `npm run web:dev` asks an API on GAPMAP_API for the data. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [react(), compressed()],
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    // Small files become files too: a strict content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What every page begins with is one file: fifty small ones compress by a tenth less, and each is a request.
        codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(SERVED_BESIDES.map((path) => [path, process.env.GAPMAP_API ?? 'http://127.0.0.1:8080'])),
  },
});
