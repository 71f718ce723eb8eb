/** States for the browser tests, made by the first file that asks for one of a size and gone after the run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './provided.ts';

export default function setup(project: TestProject): () => void {
  const products = mkdtempSync(join(tmpdir(), 'gapmap-products-'));
  project.provide('products', products);
  return () => rmSync(products, { recursive: true, force: true });
}
