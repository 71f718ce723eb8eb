import { afterAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../web/src/lib/catalog.ts';
import { shellMessages } from '../../../web/src/lib/messages.ts';
import { placeName } from '../../../web/src/lib/place-name.ts';

afterAll(() => setLanguage('en'));

describe('the name of a place', () => {
  it.each([
    ['en', 'Senate District 1 (illustrative)'],
    ['es', 'Senate District 1 (ilustrativo)'],
  ] as const)('says that it is illustrative in the language of the page: %s', async (language, said) => {
    await setLanguage(language);
    await shellMessages.load();
    const district = { kind: 'senate_district', id: '54001', name: 'Senate District 1 (illustrative)' };
    expect(placeName(district)).toBe(said);
    expect(placeName({ kind: 'county', id: '54015', name: 'Clay' })).toBe('Clay County');
  });
});
