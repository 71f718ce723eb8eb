/** Requests many addresses once each over a few connections, from another process. Prints seconds and bytes. */
import { Agent, request } from 'node:http';

const [, , port, encoding] = process.argv;
const CONNECTIONS = 6;

let text = '';
for await (const chunk of process.stdin) text += chunk;
const paths = text.split('\n');
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
let bytes = 0;
const startedAt = performance.now();
await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const length = await lengthOf(path);
      bytes += length;
    }
  }),
);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - startedAt) / 1000, bytes }));
agent.destroy();

function lengthOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encoding };
    request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`));
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      answer.on('end', () => resolve(length));
    })
      .on('error', reject)
      .end();
  });
}
