import { expect, it } from 'vitest';
import { hrefs } from '../../../web/src/features/collect/http.ts';

it('asks for a certificate in the language of the page', () => {
  expect(hrefs.printedCertificate('u1', 'es')).toBe('/api/v1/collect/uploads/u1/certificate?format=html&lang=es');
  expect(hrefs.certificate('u1', 'es')).toBe('/api/v1/collect/uploads/u1/certificate?format=json&lang=es');
});
