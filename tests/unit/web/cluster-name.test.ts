import { afterAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../web/src/lib/catalog.ts';
import { clusterName, translateOf } from '../../../web/src/lib/cluster-name.ts';
import { shellMessages } from '../../../web/src/lib/messages.ts';

afterAll(() => setLanguage('en'));

describe('the name of a cluster or a lot on a page', () => {
  it.each([
    ['en', 'Central Clay County (2)'],
    ['es', 'Centro de Clay County (2)'],
    ['qps', '⟦⟦Central Clay County⟧ (2)⟧'],
  ] as const)('is in the language of the page: %s', async (language, said) => {
    await setLanguage(language);
    await shellMessages.load();
    expect(clusterName('Central Clay County (2)')).toBe(said);
    expect(clusterName('Ring 4')).toBe('Ring 4');
  });

  it('is left alone by a browser that translates only where somebody chose it', () => {
    expect(translateOf('Central Clay County (2)')).toBeUndefined();
    expect(translateOf('Ring 4')).toBe('no');
  });
});
