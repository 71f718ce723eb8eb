import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { openJobs } from '../../../server/platform/jobs.ts';
import { Refusal } from '../../../server/platform/problem.ts';

it('the queue says that the database is gone, where it goes while the queue opens', async () => {
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.resetAndDestroy());
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  const opening = openJobs({ connection: { kind: 'embedded', host: '127.0.0.1', port } }, [], () => undefined);
  await expect(opening).rejects.toBeInstanceOf(Refusal);
  door.close();
});
