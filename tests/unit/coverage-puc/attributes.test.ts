import { describe, expect, it } from 'vitest';
import { areaRow, type Reading } from '../../../server/features/coverage/puc/area-row.ts';
import { describeMapping, mapColumns } from '../../../server/features/coverage/puc/columns.ts';
import { couldBeTier, filedSpeed, mayBeTiers } from '../../../server/features/coverage/puc/speed.ts';
import { filedTechnology } from '../../../server/features/coverage/puc/technology.ts';

describe('the columns of a filing', () => {
  it.each([
    [
      'FCC style',
      ['providerid', 'brandname', 'technology', 'maxdown', 'maxup', 'lowlatency', 'bizrescode'],
      {
        technology: 'technology',
        maxdown: 'maxdown',
        maxup: 'maxup',
        lowlatency: 'lowlatency',
        bizrescode: 'bizrescode',
      },
    ],
    [
      'State Broadband Initiative',
      ['PROVNAME', 'DBANAME', 'FRN', 'HOCONUM', 'HOCONAME', 'TRANSTECH', 'MAXADDOWN', 'MAXADUP'],
      {
        brandname: 'DBANAME',
        provname: 'PROVNAME',
        frn: 'FRN',
        technology: 'TRANSTECH',
        maxdown: 'MAXADDOWN',
        maxup: 'MAXADUP',
      },
    ],
    [
      'Form 477',
      [
        'Provider_Id',
        'FRN',
        'ProviderName',
        'DBAName',
        'HoldingCompanyName',
        'BlockCode',
        'TechCode',
        'Consumer',
        'MaxAdDown',
        'MaxAdUp',
      ],
      {
        providerid: 'Provider_Id',
        technology: 'TechCode',
        consumer: 'Consumer',
        maxdown: 'MaxAdDown',
        maxup: 'MaxAdUp',
      },
    ],
    [
      'Utah',
      ['UTProvCode', 'TransTech', 'MAXADDOWN', 'MAXADUP'],
      { provcode: 'UTProvCode', technology: 'TransTech', maxdown: 'MAXADDOWN', maxup: 'MAXADUP' },
    ],
  ])('are known by name in a filing of the kind %s', (_, fields, expected) => {
    expect(mapColumns(fields)).toMatchObject(expected);
  });

  it('are what a person says, above all', () => {
    const mapping = mapColumns(['tech', 'maxdown', 'maxup', 'REAL_DOWN'], { maxdown: 'real_down' });
    expect(mapping.maxdown).toBe('REAL_DOWN');
    expect(describeMapping(mapping)).toContain('maxdown from REAL_DOWN');
  });

  it('are asked for when one that is needed has no known name', () => {
    expect(() => mapColumns(['tech', 'maxdown', 'speed_b'])).toThrow(/upload speed.*--columns maxup=COLUMN/s);
    expect(() => mapColumns(['tech', 'maxdown', 'maxup'], { maxup: 'nope' })).toThrow('The file has no column "nope"');
    expect(() => mapColumns(['tech', 'maxdown', 'maxup'], { color: 'tech' })).toThrow('"color" is no meaning');
  });
});

describe('a technology as filed', () => {
  it.each([
    ['50', 50],
    ['50.0', 50],
    ['42', 40],
    ['30', 10],
    ['90', 0],
    ['80', 'mobile'],
    ['Fiber to the Premises', 50],
    ['FTTH', 50],
    ['Cable modem - DOCSIS 3.1', 40],
    ['Hybrid fiber-coax', 40],
    ['ADSL', 10],
    ['Licensed Fixed Wireless', 71],
    ['Unlicensed Terrestrial Fixed Wireless', 70],
    ['Licensed-by-Rule Fixed Wireless', 72],
    ['Fixed wireless', 70],
    ['GSO Satellite', 60],
    ['Non-geostationary satellite', 61],
    ['Mobile Wireless', 'mobile'],
    ['77', undefined],
    ['pigeons', undefined],
    ['', undefined],
  ])('"%s" is %s', (raw, expected) => {
    expect(filedTechnology(raw)).toBe(expected);
  });
});

describe('a speed as filed', () => {
  it('is Mbps, with a unit or without', () => {
    expect([100, '100', '1,000', '100 Mbps', '1 Gbps', '768 kbps'].map((v) => filedSpeed(v, 'mbps'))).toEqual([
      100, 100, 1000, 100, 1000, 0.768,
    ]);
    expect(['fast', '', null, -1, '10-25'].map((v) => filedSpeed(v, 'mbps'))).toEqual(Array(5).fill(undefined));
  });

  it('is the lowest of its tier where tiers were filed', () => {
    expect([1, 7, 8, 10, 11, '9'].map((v) => filedSpeed(v, 'tiers'))).toEqual([0, 10, 25, 100, 1000, 50]);
    expect(filedSpeed(12, 'tiers')).toBeUndefined();
  });

  it('can be a tier only under the names of the State Broadband Initiative', () => {
    const speeds = ['MAXADDOWN', 'MAXADUP'];
    expect(mayBeTiers(['PROVNAME', 'TRANSTECH', ...speeds], speeds)).toBe(true);
    expect(mayBeTiers(['UTProvCode', 'TransTech', ...speeds], speeds)).toBe(false);
    expect(mayBeTiers(['TechCode', 'Consumer', 'MaxAdDown', 'MaxAdUp'], ['MaxAdDown', 'MaxAdUp'])).toBe(false);
    expect(mayBeTiers(['technology', 'maxdown', 'maxup'], ['maxdown', 'maxup'])).toBe(false);
    expect([3, '11', null, 25, 0.5].map(couldBeTier)).toEqual([true, true, true, false, false]);
  });
});

describe("a feature's attributes", () => {
  const reading: Reading = {
    mapping: mapColumns(['brandname', 'technology', 'maxdown', 'maxup', 'lowlatency', 'bizrescode']),
    unit: 'mbps',
    provider: 'Example Telephone',
    findProvider: () => null,
  };
  const fiber = { technology: 50, maxdown: 100, maxup: 20 };

  it('say yes and no in several ways, and by default low latency, except for geostationary satellite', () => {
    expect(areaRow({ ...fiber, lowlatency: 0, bizrescode: 'B' }, reading)).toMatchObject({
      lowLatency: false,
      residential: false,
    });
    expect(areaRow({ ...fiber, bizrescode: 'X' }, reading)).toMatchObject({ lowLatency: true, residential: true });
    expect(areaRow({ ...fiber, technology: 60 }, reading)).toMatchObject({ lowLatency: false });
    expect(areaRow({ ...fiber, technology: '60', lowlatency: 'true' }, reading)).toMatchObject({ lowLatency: true });
  });

  it('name the provider, else the one the person gave', () => {
    expect(areaRow({ ...fiber, brandname: 'Brand' }, reading)).toMatchObject({ providerName: 'Brand' });
    expect(areaRow(fiber, reading)).toMatchObject({ providerName: 'Example Telephone', technologyRaw: '50' });
    expect(areaRow(fiber, { ...reading, provider: undefined })).toEqual({
      fault: 'it names no provider; give one with --provider',
    });
  });

  it('are at fault in words that repeat no long text', () => {
    expect(areaRow({ ...fiber, technology: 'pigeons' }, reading)).toEqual({
      fault: 'no rule knows the technology "pigeons"',
    });
    expect(areaRow({ ...fiber, maxdown: 'x'.repeat(40) }, reading)).toEqual({
      fault: 'its download speed is text of 40 characters',
    });
  });
});
