/** Within a process that V8 watches (NODE_V8_COVERAGE): which of its reports are of one piece of work. */
import { readdirSync } from 'node:fs';
import { takeCoverage } from 'node:v8';

/** @returns names of reports of the main thread, with what ran during the work and nothing else */
export async function watched(work: () => Promise<unknown>): Promise<string[]> {
  const folder = process.env.NODE_V8_COVERAGE ?? '';
  // Each report counts from the one before.
  takeCoverage();
  const before = readdirSync(folder);
  await work();
  takeCoverage();
  return readdirSync(folder).filter((name) => !before.includes(name) && isOfMainThread(name));
}

export function isOfMainThread(name: string): boolean {
  return name.endsWith('-0.json');
}
