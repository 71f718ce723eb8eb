import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Makes a folder that several test files may ask for at once; whoever comes second waits for the first. */
export async function makeOnce(folder: string, make: (partial: string) => Promise<void>): Promise<void> {
  while (!existsSync(folder)) {
    const partial = `${folder}.partial`;
    if (mkdirSync(partial, { recursive: true }) === undefined) {
      await setTimeout(250);
      continue;
    }
    try {
      await make(partial);
      renameSync(partial, folder);
    } catch (error) {
      rmSync(partial, { recursive: true, force: true });
      throw error;
    }
  }
}
