/** Entering by a link as a browser does: its page, then its button. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

type Headers = Readonly<Record<string, string>>;

/** What a browser says of a request that one of our own pages makes. */
export const OWN_PAGE: Headers = { 'sec-fetch-site': 'same-origin' };

let computers = 0;

/** Presses the button of a link's page, each time at another computer. @param link path of a link, with its query */
export function pressOpen(app: FastifyInstance, link: string, headers: Headers = {}): Promise<LightMyRequestResponse> {
  computers += 1;
  const remoteAddress = `127.0.${computers >> 8}.${computers & 255}`;
  return app.inject({ method: 'POST', url: link, headers: { ...OWN_PAGE, ...headers }, remoteAddress });
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
