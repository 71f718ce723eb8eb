/**
 * A local double of the Census Bureau's batch geocoder, by its documentation (Geocoding Services Web API, 07/2024): a POST
 * of multipart form data with `addressFile` and `benchmark`, answered with a table in CSV, in no promised order.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CensusDouble extends AsyncDisposable {
  readonly baseUrl: string;
  /** The text of each file that was sent. */
  readonly files: string[];
  readonly benchmarks: string[];
}

export interface CensusDoubleOptions {
  /** By street line, what the geocoder finds; nothing for an address it does not know. */
  readonly finds: Readonly<Record<string, { lng: number; lat: number; kind: 'Exact' | 'Non_Exact' } | 'Tie'>>;
  /** What happens instead of the answer, by the number of the request, from 1. */
  readonly mishaps?: Readonly<Record<number, 'page' | number>>;
  readonly mostLines?: number;
}

export async function censusDouble({
  finds,
  mishaps = {},
  mostLines = 10_000,
}: CensusDoubleOptions): Promise<CensusDouble> {
  const files: string[] = [];
  const benchmarks: string[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    const mishap = mishaps[++asked];
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (typeof mishap === 'number') return void response.writeHead(mishap).end();
    if (mishap === 'page')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>We are busy</html>');
    if (request.method !== 'POST' || request.url !== '/geocoder/locations/addressbatch')
      return void response.writeHead(404).end();
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(Buffer.concat(chunks), { headers }).formData();
    const file = form.get('addressFile');
    const text = typeof file === 'string' || file === null ? '' : await file.text();
    files.push(text);
    benchmarks.push(String(form.get('benchmark')));
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.length > mostLines) return void response.writeHead(400).end();
    const answer = lines.map(answerTo).reverse();
    response
      .writeHead(200, { 'content-type': 'text/csv;charset=UTF-8' })
      .end(answer.map((line) => `${line}\n`).join(''));
  });

  function answerTo(line: string): string {
    const [id = '', street = '', city = '', state = '', zip = ''] = line.split(',');
    const asked = `"${id}","${street}, ${city}, ${state}, ${zip}"`;
    const found = finds[street];
    if (found === undefined) return `${asked},"No_Match"`;
    if (found === 'Tie') return `${asked},"Tie"`;
    const point = `"${found.lng},${found.lat}"`;
    return `${asked},"Match","${found.kind}","${street.toUpperCase()}, ${city.toUpperCase()}, ${state}, ${zip}",${point},"617014000","L"`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocoder`,
    files,
    benchmarks,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
