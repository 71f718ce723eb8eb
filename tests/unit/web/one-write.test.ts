import { afterEach, expect, it, vi } from 'vitest';
import { call } from '../../../web/src/lib/http.ts';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers when told to. */
function slowServer() {
  const answers: (() => void)[] = [];
  const asked = vi.fn(
    () =>
      new Promise<Response>((resolve) =>
        answers.push(() => resolve(new Response(JSON.stringify({ number: answers.length }), { status: 201 }))),
      ),
  );
  vi.stubGlobal('fetch', asked);
  return { asked, answer: () => answers.splice(0).forEach((one) => void one()) };
}

it('a write asked for twice at once is sent once, and both hear the answer', async () => {
  const { asked, answer } = slowServer();
  const both = [1, 2].map(() => call('POST', '/api/v1/things', { json: { says: 'once' } }));
  expect(asked).toHaveBeenCalledTimes(1);
  answer();
  const [one, other] = await Promise.all(both);
  expect(one).toBe(other);
});

it('a write of something else, of another file, or after the answer is another', async () => {
  const { asked, answer } = slowServer();
  const [file, other] = [new Blob(['1']), new Blob(['1'])];
  const first = [
    call('POST', '/api/v1/things', { json: { says: 'one' } }),
    call('POST', '/api/v1/things', { json: { says: 'two' } }),
    call('POST', '/api/v1/files', { bytes: file }),
    call('POST', '/api/v1/files', { bytes: other }),
  ];
  expect(asked).toHaveBeenCalledTimes(4);
  answer();
  await Promise.all(first);
  const again = call('POST', '/api/v1/things', { json: { says: 'one' } });
  expect(asked).toHaveBeenCalledTimes(5);
  answer();
  await again;
});

it('what is read twice is asked twice', async () => {
  const { asked, answer } = slowServer();
  const both = [call('GET', '/api/v1/things'), call('GET', '/api/v1/things')];
  expect(asked).toHaveBeenCalledTimes(2);
  answer();
  await Promise.all(both);
});
