import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressWith, RANKED_KINDS, wantedOf } from '../../../web/src/features/change/wanted.ts';

const day = fc.constantFrom('2025-06-30', '2025-12-31', '2025-12-31@2026-05-19');
const side = fc.record({
  release: fc.integer({ min: 1, max: 999_999_999 }).map(String),
  source: fc.constantFrom('agreed', 'fcc', 'puc'),
});

describe('the address of changes', () => {
  it('holds place, filings, kind, both maps and where they are, and gives them back', () => {
    const wanted = fc.record({
      place: fc.constantFrom({ kind: 'county', id: '54039' }, { kind: 'house_district', id: '50A-1' }),
      from: day,
      to: day,
      kind: fc.constantFrom(...RANKED_KINDS),
      left: side,
      right: side,
      camera: fc.constant({ lng: -80.1234, lat: 38.5678, zoom: 8.25 }),
    });
    fc.assert(
      fc.property(wanted, (asked) => {
        const address = addressWith(new URL('http://localhost/change'), asked as never);
        expect(wantedOf(new URL(address, 'http://localhost'))).toEqual(asked);
        expect(address).not.toContain('%');
      }),
    );
  });

  it('keeps what else is asked for, and loses what is taken away', () => {
    const url = new URL('http://localhost/change?audience=agency&theme=dark&place=county:54039');
    expect(addressWith(url, { place: undefined })).toBe('/change?audience=agency&theme=dark');
  });

  it('passes over what is no place, no kind and no map', () => {
    const url = new URL('http://localhost/change?place=x&kind=planet&left=fcc&right=1.nobody');
    expect(wantedOf(url)).toMatchObject({
      place: undefined,
      kind: 'county',
      left: undefined,
      right: { release: '1', source: 'agreed' },
    });
  });
});
