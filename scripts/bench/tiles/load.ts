/** Load on one address from another process: a few connections, several concurrent requests on each. */
import { connect } from 'node:net';

const [, , port, path, seconds] = process.argv;
const CONNECTIONS = 8;
const UNDER_WAY = 4;

const request = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: bench\r\naccept-encoding: gzip\r\n\r\n`);
let answers = 0;
const until = Date.now() + Number(seconds) * 1000;
const startedAt = performance.now();
await Promise.all(Array.from({ length: CONNECTIONS }, drive));
process.stdout.write(JSON.stringify({ perSecond: (answers * 1000) / (performance.now() - startedAt) }));

/** Checks answers by length alone: all are equal. */
async function drive(): Promise<void> {
  const socket = connect(Number(port), '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let answerBytes = 0;
  let received = 0;
  let head = Buffer.alloc(0);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (answerBytes === 0) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const text = head.subarray(0, end).toString('latin1');
        if (!text.startsWith('HTTP/1.1 200')) return reject(new Error(text.slice(0, 200)));
        answerBytes = end + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1]);
        // The first came alone, so that its length is known before more are in flight.
        for (let i = 1; i < UNDER_WAY; i++) socket.write(request);
      }
      while (received >= answerBytes) {
        received -= answerBytes;
        answers++;
        if (Date.now() >= until) return resolve();
        socket.write(request);
      }
    });
    socket.write(request);
  });
  socket.destroy();
}
