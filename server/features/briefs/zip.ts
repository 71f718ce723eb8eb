/** A zip of files as they come, each stored as it is: a PDF is compressed already. */
import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function zipOf(files: AsyncIterable<ZippedFile>): Readable {
  return Readable.from(chunksOf(files));
}

async function* chunksOf(files: AsyncIterable<ZippedFile>): AsyncGenerator<Buffer> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const flush = function* () {
    for (const chunk of ready.splice(0)) yield Buffer.from(chunk);
  };
  for await (const { name, bytes } of files) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
    yield* flush();
  }
  zip.end();
  yield* flush();
}
