import { describe, expect, it } from 'vitest';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import { type AreaReading, type Reading, readArea } from '../../../server/features/coverage/puc/area-row.ts';
import { columnsRead, mapColumns } from '../../../server/features/coverage/puc/columns.ts';
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

  it('are those a person names, before any rule', () => {
    const mapping = mapColumns(['tech', 'maxdown', 'maxup', 'REAL_DOWN'], { maxdown: 'real_down' });
    expect(mapping.maxdown).toBe('REAL_DOWN');
    expect(columnsRead(mapping)).toContainEqual({ meaning: 'maxdown', column: 'REAL_DOWN' });
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
    const technology = filedTechnology(raw);
    expect('code' in technology ? technology.code : undefined).toBe(expected);
  });
});

describe('a speed as filed', () => {
  const down = (value: unknown) => filedSpeed(value, 'mbps')?.downloadMbps;

  it('is Mbps, with a unit or without', () => {
    const speeds = [100, '100', '1,000', '100 Mbps', '1 Gbps', '768 kbps'];
    expect(speeds.map(down)).toEqual([100, 100, 1000, 100, 1000, 0.768]);
    expect(['fast', '', null, -1, '25-10'].map(down)).toEqual(Array(5).fill(undefined));
  });

  it('is the lowest of its tier where tiers were filed', () => {
    const speeds = [1, 7, 8, 10, 11, '9'].map((v) => filedSpeed(v, 'tiers')?.downloadMbps);
    expect(speeds).toEqual([0, 10, 25, 100, 1000, 50]);
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
    unit: { down: 'mbps', up: 'mbps' },
    provider: 'Example Telephone',
    asOf: '2026-06-30',
    standing: new Map(),
    others: [],
    meanings: { technology: new Map(), speed: new Map(), status: new Map() },
    includesPlanned: false,
  };
  const fiber = { technology: 50, maxdown: 100, maxup: 20 };
  const read = (properties: Record<string, string | number>, more: Partial<Reading> = {}): AreaReading =>
    readArea({ properties, layer: 'areas' }, { ...reading, ...more });
  const row = (properties: Record<string, string | number>, more: Partial<Reading> = {}) => {
    const found = read(properties, more);
    return 'row' in found ? found.row : found;
  };

  it('say yes and no in several ways, and by default low latency, except for geostationary satellite', () => {
    expect(row({ ...fiber, lowlatency: 0, bizrescode: 'B' })).toMatchObject({ lowLatency: false, residential: false });
    expect(row({ ...fiber, bizrescode: 'X' })).toMatchObject({ lowLatency: true, residential: true });
    expect(row({ ...fiber, bizrescode: 'Business Only' })).toMatchObject({ residential: false });
    expect(row({ ...fiber, bizrescode: 'Residential' })).toMatchObject({ residential: true });
    expect(row({ ...fiber, technology: 60 })).toMatchObject({ lowLatency: false });
    expect(row({ ...fiber, technology: '60', lowlatency: 'true' })).toMatchObject({ lowLatency: true });
    expect(read({ ...fiber, bizrescode: 'Q' })).toMatchObject({ assumed: [{ kind: 'residential', value: 'Q' }] });
  });

  it('name the provider, else the one the person gave', () => {
    expect(row({ ...fiber, brandname: 'Brand' })).toMatchObject({ providerName: 'Brand' });
    expect(row(fiber)).toMatchObject({ providerName: 'Example Telephone', technologyRaw: '50' });
    expect(read(fiber, { provider: undefined })).toEqual({ fault: phrase('puc.fault/no-provider') });
  });

  it('are at fault where letters of the name were lost, or a spreadsheet took digits of a number', () => {
    expect(read({ ...fiber, brandname: 'Compa\ufffd\ufffda' })).toEqual({ fault: phrase('puc.fault/letters-lost') });
    const mapping = mapColumns(['providerid', 'frn', 'technology', 'maxdown', 'maxup']);
    for (const number of [{ providerid: '1.3E+05' }, { frn: '3.77E+06' }])
      expect(read({ ...fiber, ...number }, { mapping })).toMatchObject({
        fault: { key: 'puc.fault/shortened', facts: { value: Object.values(number)[0] } },
      });
    expect(row({ ...fiber, providerid: '130001.0', frn: '0003768165' }, { mapping })).toMatchObject({
      filed: { id: '130001', frn: '0003768165' },
    });
  });

  it('that no rule knows are returned with what they may be', () => {
    expect(read({ ...fiber, technology: 'pigeons', maxdown: 'plenty' })).toEqual({
      unknown: [
        { kind: 'technology', column: 'technology', value: 'pigeons', couldBe: [] },
        { kind: 'speed', column: 'maxdown', value: 'plenty', couldBe: [] },
      ],
    });
  });
});
