import { describe, expect, it } from 'vitest';
import { browserKind, browserNames } from '../../../server/features/accounts/browser-kind.ts';

const MOZILLA = 'Mozilla/5.0';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the kind of a browser', () => {
  it.each([
    ['Firefox', 'Windows', `${MOZILLA} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`],
    [
      'Firefox',
      'iPhone',
      `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT} FxiOS/140.0 Mobile Safari/605.1.15`,
    ],
    ['Chrome', 'Chromebook', `${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`],
    ['Chrome', 'Android', `${MOZILLA} (Linux; Android 10; K) ${WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36`],
    [
      'Edge',
      'Windows',
      `${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    ],
    [
      'Safari',
      'Mac',
      `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
    ],
    [
      'Samsung Internet',
      'Android',
      `${MOZILLA} (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    ],
    ['Firefox', '', `${MOZILLA} (unknown) Gecko/20100101 Firefox/140.0`],
    ['', '', 'curl/8.5.0'],
    ['', '', ''],
  ])('is %s on %s, by what it says of itself', (browserName, systemName, userAgent) => {
    expect(browserNames(browserKind(userAgent))).toEqual({ browserName, systemName });
  });

  it('fits its column, and repeats nothing of what it did not know', () => {
    const longest = browserKind(`${'x'.repeat(500)} SamsungBrowser/1 CrOS <script>`);
    expect(longest).toBe('Samsung Internet/Chromebook');
  });
});
