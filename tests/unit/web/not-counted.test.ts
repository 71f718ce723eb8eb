import { describe, expect, test } from 'vitest';
import { areaNotCounted, offerNotCounted } from '../../../web/src/features/cards/not-counted.ts';

const reading = { profile: 'bead_2022', tier: '100_20' } as const;

function anOffer(technology: number, at: { at25?: number; at100?: number }) {
  return {
    provider: { id: 1, name: 'Highgap' },
    technology,
    technologyName: '',
    locations: 40,
    locations_25_3: at.at25 ?? 0,
    locations_100_20: at.at100 ?? 0,
    locations_1000_100: 0,
    maxDownloadMbps: 100,
    maxUploadMbps: 20,
  };
}

const area = (technology: number, downloadMbps: number, uploadMbps: number) => ({
  provider: { id: null, name: 'Highgap' },
  technology,
  technologyName: '',
  downloadMbps,
  uploadMbps,
  share: 1,
});

describe('an offer in a hex without service', () => {
  test('does not count by its technology, its speed, or as it reaches too few', () => {
    expect(offerNotCounted(anOffer(70, { at100: 40 }), 40, reading)).toEqual({ why: 'technology' });
    expect(offerNotCounted(anOffer(61, { at100: 40 }), 40, reading)).toEqual({ why: 'technology' });
    expect(offerNotCounted(anOffer(10, { at25: 40 }), 40, reading)).toEqual({ why: 'speed' });
    expect(offerNotCounted(anOffer(50, { at100: 31 }), 40, reading)).toEqual({
      why: 'share',
      reached: 31,
      locations: 40,
      needed: 32,
    });
  });

  test('counts from 80 in 100 of the locations, at the speed and by the technologies asked for', () => {
    expect(offerNotCounted(anOffer(50, { at100: 32 }), 40, reading)).toBeUndefined();
    expect(offerNotCounted(anOffer(10, { at25: 40 }), 40, { ...reading, tier: '25_3' })).toBeUndefined();
    expect(offerNotCounted(anOffer(70, { at100: 40 }), 40, { ...reading, profile: 'terrestrial' })).toBeUndefined();
  });

  test('is judged by the state’s filing too', () => {
    expect(areaNotCounted(area(50, 300, 30), reading)).toBeUndefined();
    expect(areaNotCounted(area(50, 300, 10), reading)).toEqual({ why: 'speed' });
    expect(areaNotCounted(area(70, 300, 30), reading)).toEqual({ why: 'technology' });
  });
});
