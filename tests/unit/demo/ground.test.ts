import { merge } from 'topojson-client';
import { expect, test } from 'vitest';
import { readAtlas, readGround } from '../../../scripts/demo/ground.ts';
import { groupIntoDistricts, SENATE_DISTRICTS } from '../../../scripts/demo/senate.ts';
import { familiesOf } from '../../../scripts/demo/students.ts';
import { readTowns } from '../../../scripts/demo/towns.ts';

const ground = readGround();

test('the 55 districts of the demo state are its counties, numbered by name in steps of 30', () => {
  const leaIds = Object.fromEntries(ground.counties.map(({ name, leaId }) => [name, leaId]));
  expect(Object.keys(leaIds)).toHaveLength(55);
  expect(leaIds).toMatchObject({
    Barbour: '5400030',
    Berkeley: '5400060',
    Boone: '5400090',
    Kanawha: '5400600',
    Wyoming: '5401650',
  });
});

test('the demo state knows the county of any point', () => {
  const countyOf = (lng: number, lat: number): string | undefined => ground.counties[ground.countyAt(lng, lat)]?.name;
  expect(countyOf(-81.633, 38.35)).toBe('Kanawha');
  expect(countyOf(-79.956, 39.63)).toBe('Monongalia');
  expect(countyOf(-77.86, 39.29)).toBe('Jefferson');
  expect(countyOf(-83.0, 39.96)).toBeUndefined();
});

test('17 senate districts cover all 55 counties once, none far from its share of the residents', () => {
  const districts = groupIntoDistricts(ground.counties);
  expect(districts).toHaveLength(SENATE_DISTRICTS);
  const members = districts.flat().map(({ fips }) => fips);
  expect(members).toHaveLength(55);
  expect(new Set(members).size).toBe(55);
  const residents = districts.map((district) => district.reduce((sum, county) => sum + county.residents, 0));
  const fair = residents.reduce((sum, number) => sum + number, 0) / SENATE_DISTRICTS;
  // The largest county alone is 1.7 shares, and counties are not split.
  expect(Math.max(...residents) / fair).toBeLessThan(1.8);
  expect(Math.min(...residents) / fair).toBeGreaterThan(0.4);
});

test('each senate district is in one piece', () => {
  const atlas = readAtlas();
  for (const district of groupIntoDistricts(ground.counties)) {
    const fips = new Set(district.map((county) => county.fips));
    const shapes = atlas.objects.counties.geometries.filter(({ id }) => fips.has(String(id)));
    const merged = merge(atlas, shapes as Parameters<typeof merge>[1]);
    expect(merged.coordinates, district.map(({ name }) => name).join()).toHaveLength(1);
  }
});

test('students of the demo state are split over its counties by residents, to the last one', () => {
  const families = familiesOf(ground.counties, 10_007, 1);
  const students = families.map((sizes) => sizes.reduce((sum, size) => sum + size, 0));
  expect(students.reduce((sum, number) => sum + number, 0)).toBe(10_007);
  const kanawha = ground.counties.findIndex(({ name }) => name === 'Kanawha');
  expect(Math.max(...students)).toBe(students[kanawha]);
});

test('every town of the demo state has a county', () => {
  const towns = readTowns(ground);
  expect(towns.length).toBeGreaterThan(150);
  expect(ground.counties[towns.find(({ name }) => name === 'Huntington')?.county ?? -1]?.name).toBe('Cabell');
});
