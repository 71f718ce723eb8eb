import { expect, test } from 'vitest';
import { aClaim } from '../../../scripts/demo/claims.ts';
import { damage } from '../../../scripts/demo/damage.ts';
import { providerOf } from '../../../scripts/demo/providers.ts';
import { DIALECTS, sbiTier } from '../../../scripts/demo/puc-dialects.ts';
import { FILINGS } from '../../../scripts/demo/puc-filings.ts';

test('speeds of demo filings fall into the tiers of the State Broadband Initiative', () => {
  expect([0.2, 0.7, 1, 2, 4, 9, 10, 25, 50, 100, 999, 1000, 5000].map(sbiTier)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 11, 11,
  ]);
});

test('every column of a demo Shapefile fits the ten characters of a dBASE field name', () => {
  for (const filing of FILINGS.filter(({ format }) => format === 'shapefile')) {
    const columns = DIALECTS[filing.dialect](aClaim(filing.provider, 10, 25, 3), providerOf(filing.provider));
    for (const name of Object.keys(columns)) expect(name.length).toBeLessThanOrEqual(10);
  }
});

test('a dozen demo providers file in four formats and four projections, one in confidence', () => {
  expect(new Set(FILINGS.map(({ provider }) => provider)).size).toBe(12);
  expect(new Set(FILINGS.map(({ format }) => format)).size).toBe(4);
  expect(new Set(FILINGS.map(({ projection }) => projection)).size).toBe(4);
  expect(FILINGS.filter(({ confidentiality }) => confidentiality === 'agency')).toHaveLength(1);
});

test('damaged demo filings keep their features and close their rings', () => {
  const ring = Array.from({ length: 13 }, (_, turn) => [
    Math.cos((turn % 12) * 0.5236) / 10 - 81,
    Math.sin((turn % 12) * 0.5236) / 10 + 38,
  ]);
  const whole = Array.from({ length: 60 }, () => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
  }));
  const broken = damage(whole, 3);
  expect(broken).toHaveLength(60);
  expect(broken.filter((feature, index) => feature !== whole[index]).length).toBeGreaterThan(2);
  for (const { geometry } of broken)
    for (const [outer] of geometry.type === 'MultiPolygon' ? geometry.coordinates : [])
      expect(outer?.at(-1)).toEqual(outer?.[0]);
});
