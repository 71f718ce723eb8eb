import { describe, expect, it } from 'vitest';
import { phrases as spanish } from '../../../server/domain/messages/es/phrases.ts';
import { phrase, say } from '../../../server/domain/messages/phrase.ts';
import { type AreaRow, type Reading, readArea } from '../../../server/features/coverage/puc/area-row.ts';
import { mapColumns } from '../../../server/features/coverage/puc/columns.ts';
import { refuseImplausible } from '../../../server/features/coverage/puc/plausible.ts';
import { filedSpeed, unitOfName } from '../../../server/features/coverage/puc/speed.ts';
import { filedTechnology } from '../../../server/features/coverage/puc/technology.ts';
import { meaningOf, UnknownValues, type ValueMeanings } from '../../../server/features/coverage/puc/values.ts';
import { Refusal, refusalOnPage } from '../../../server/platform/problem.ts';

describe('a technology in words', () => {
  it.each([
    ['FTTN', 10],
    ['Fiber to the Node', 10],
    ['FTTC', 10],
    ['G.fast', 10],
    ['VDSL2', 10],
    ['ADSL2+', 10],
    ['T1', 10],
    ['Ethernet over copper', 10],
    ['Ethernet over fiber', 50],
    ['Active Ethernet', 50],
    ['Fiber Optic Cable', 50],
    ['XGS-PON', 50],
    ['Optical Carrier / Fiber to the End User', 50],
    ['50 - Fiber to the Premises', 50],
    ['Fiber (50)', 50],
    ['DOCSIS 3.1', 40],
    ['Coaxial Cable', 40],
    ['5G Home Internet', 71],
    ['T-Mobile Home Internet', 71],
    ['4G LTE Fixed Wireless', 71],
    ['CBRS', 72],
    ['WISP', 70],
    ['LEO satellite', 61],
    ['Starlink', 61],
    ['GEO Satellite', 60],
    ['BPL', 0],
    ['Other', 0],
    ['Other Copper Wireline', 10],
    ['Licensed Mobile Wireless', 'mobile'],
    ['Fiber, FTTH', 50],
    ['Technology 50', 50],
    ['Tech Code: 40', 40],
    ['Fibra óptica', 50],
    ['Cobre', 10],
    ['Cable coaxial', 40],
  ])('%s is %s', (raw, code) => {
    expect(filedTechnology(raw)).toMatchObject({ code });
  });

  it.each([
    ['FWA', [70, 71]],
    ['FW', [70, 71]],
    ['Ethernet', [10, 50]],
    ['FTTB', [10, 50]],
    ['LTE', [71, 'mobile']],
    ['Fiber/DSL', [50, 10]],
    ['Fiber and Fixed Wireless', [50, 70]],
    ['50: DSL', [50, 10]],
    ['Fixed and Mobile Wireless', [70, 71, 'mobile']],
    ['Fiber, Cable', [50, 40]],
    ['10;50', [10, 50]],
    ['DSL; Fiber', [10, 50]],
    ['No fiber', []],
    ['Telephone pole', []],
  ])('%s may be several things, or none', (raw, couldBe) => {
    expect(filedTechnology(raw)).toEqual({ couldBe });
  });
});

describe('a speed in words', () => {
  it.each([
    ['100+', 100],
    ['>=100', 100],
    ['≥ 100 Mbps', 100],
    ['50+ Mbps', 50],
    ['100 Mbps or greater', 100],
    ['up to 940', 940],
    ['≤ 940', 940],
    ["'100", 100],
    ['1 Gig', 1000],
    ['Gigabit', 1000],
    ['2.5 Gbps', 2500],
    ['100 Mb/s', 100],
    ['25000000 bps', 25],
    ['.768', 0.768],
    ['25-100', 25],
    ['25 to 100 Mbps', 25],
  ])('%s promises %s', (raw, mbps) => {
    expect(filedSpeed(raw, 'mbps')?.downloadMbps).toBe(mbps);
  });

  it.each([
    ['25/3', 25, 3],
    ['25 Mbps/3 Mbps', 25, 3],
    ['100/20 Mbps', 100, 20],
    ['1/1 Gbps', 1000, 1000],
    ['1 Gbps / 500 Mbps', 1000, 500],
    ['25 x 3', 25, 3],
    ['25 down, 3 up', 25, 3],
    ['D:25 U:3', 25, 3],
    ['up 3 down 25', 25, 3],
    ['100 Mb/s / 20 Mb/s', 100, 20],
    ['1 Gbps symmetrical', 1000, 1000],
    ['100+/20+', 100, 20],
  ])('%s is %s down and %s up', (raw, downloadMbps, uploadMbps) => {
    expect(filedSpeed(raw, 'mbps')).toMatchObject({ downloadMbps, uploadMbps });
  });

  it.each([
    '1,5',
    '1E+03',
    '10-Mar',
    '2026-03-25',
    '25-3',
    '<25',
    'less than 10',
    'multi-gig',
    'N/A',
    '1 000',
    '25/3/1',
  ])('%s is not read as any speed', (raw) => {
    expect(filedSpeed(raw, 'mbps')).toBeUndefined();
  });

  it('is in the unit its column names, where the value names none', () => {
    expect(['MAXDOWN', 'DOWN_KBPS', 'MBPSDOWN', 'dl_gbps', 'down_bps', 'max_down_kb'].map(unitOfName)).toEqual([
      undefined,
      'kbps',
      'mbps',
      'gbps',
      'bps',
      'kbps',
    ]);
    expect(filedSpeed(25_000, 'kbps')).toEqual({ downloadMbps: 25 });
    expect(filedSpeed('1 Gbps', 'kbps')).toEqual({ downloadMbps: 1000 });
  });
});

describe('columns under other names', () => {
  it.each([
    [
      'as a Shapefile cuts those of the FCC',
      ['provider_i', 'brand_name', 'technology', 'max_advert', 'max_adve_1', 'low_latenc', 'business_r'],
      {
        providerid: 'provider_i',
        maxdown: 'max_advert',
        maxup: 'max_adve_1',
        lowlatency: 'low_latenc',
        bizrescode: 'business_r',
      },
    ],
    [
      'in capitals',
      ['PROVIDER_I', 'MAX_ADVERT', 'MAX_ADVE_1', 'TECHNOLOGY'],
      { maxdown: 'MAX_ADVERT', maxup: 'MAX_ADVE_1' },
    ],
    [
      'in full',
      ['technology', 'max_advertised_download_speed', 'max_advertised_upload_speed', 'business_residential_code'],
      {
        maxdown: 'max_advertised_download_speed',
        maxup: 'max_advertised_upload_speed',
        bizrescode: 'business_residential_code',
      },
    ],
    [
      'cut otherwise',
      ['ProviderNa', 'TechCode', 'DownloadSp', 'UploadSpee'],
      { provname: 'ProviderNa', maxdown: 'DownloadSp', maxup: 'UploadSpee' },
    ],
    ['in plain words', ['Provider', 'Tech_Type', 'Down_Mbps', 'Up_Mbps'], { maxdown: 'Down_Mbps', maxup: 'Up_Mbps' }],
    ['with both speeds in one', ['Provider', 'Technology', 'Speed'], { speed: 'Speed' }],
    [
      'in Spanish',
      ['Proveedor', 'Tecnología', 'Descarga', 'Carga'],
      { provname: 'Proveedor', technology: 'Tecnología', maxdown: 'Descarga', maxup: 'Carga' },
    ],
    ['by what they describe', ['Carrier', 'TechDesc', 'Down', 'Up'], { provname: 'Carrier', technology: 'TechDesc' }],
    [
      'with the usual speeds beside the greatest',
      ['tech', 'download', 'upload', 'maxdown', 'maxup'],
      { maxdown: 'maxdown', maxup: 'maxup' },
    ],
  ])('are known %s', (_, fields, expected) => {
    expect(mapColumns(fields)).toMatchObject(expected);
  });

  it('are not matched by their beginning alone', () => {
    expect(mapColumns(['technology', 'maxdown', 'maxup', 'provider_t', 'business_t', 'download_l'])).toEqual({
      technology: 'technology',
      maxdown: 'maxdown',
      maxup: 'maxup',
    });
  });
});

const reading: Reading = {
  mapping: { technology: 'tech', speed: 'speed' },
  unit: { down: 'mbps', up: 'mbps' },
  provider: 'Example Fiber',
  asOf: '2026-06-30',
  standing: new Map([['PHASE', 'words']]),
  others: [],
  meanings: { technology: new Map(), speed: new Map(), status: new Map() },
  includesPlanned: false,
};

describe('an area', () => {
  const pair: Reading = { ...reading, mapping: { technology: 'tech', maxdown: 'down', maxup: 'up', frn: 'FRN' } };
  const read = (properties: Record<string, string | number>) =>
    readArea({ properties: { tech: 50, down: 500, up: 500, ...properties }, layer: 'a' }, pair);

  it.each(['Symmetrical', 'symmetric', 'Same'])('whose upload is %s uploads as fast as it downloads', (up) => {
    expect(read({ up })).toMatchObject({ row: { downloadMbps: 500, uploadMbps: 500 } });
  });

  it('with ranges of speeds in both columns names both', () => {
    expect(read({ tech: 10, down: '25-100', up: '3-20' })).toMatchObject({
      row: { downloadMbps: 25, uploadMbps: 3 },
      assumed: [
        { kind: 'range', value: '25-100' },
        { kind: 'range', value: '3-20' },
      ],
    });
  });

  it('in which the filing itself says kilobits is not doubted for being slow', () => {
    const rowOf = (down: string | number) => (read({ tech: 10, down, up: 0.384 }) as { row: AreaRow }).row;
    expect(() => refuseImplausible([rowOf('768 kbps')])).not.toThrow();
    expect(() => refuseImplausible([rowOf(0.768)])).toThrow('no area has more than 1');
  });

  it('with a number of a provider that has a fraction or too many digits is at fault', () => {
    for (const FRN of ['12345678901', '130317.5', 130317.5])
      expect(read({ FRN })).toMatchObject({ fault: { key: 'puc.fault/too-long', facts: { meaning: 'frn' } } });
    for (const FRN of ['0003768165', 3768165, '3768165.0']) expect(read({ FRN })).toHaveProperty('row');
  });
});

describe('values that no rule knows', () => {
  const areas = [
    { tech: 'FWA', speed: '25/3', PHASE: 'Existing' },
    { tech: 'fwa ', speed: '100', PHASE: 'Phase 2' },
    { tech: 'pigeons', speed: 'plenty', PHASE: null },
    { tech: '', speed: '1 Gbps symmetrical', PHASE: null },
  ];
  const unknownOf = (meanings: Partial<ValueMeanings> = {}) => {
    const unknown = new UnknownValues();
    for (const properties of areas) {
      const read = readArea({ properties, layer: 'a' }, { ...reading, meanings: { ...reading.meanings, ...meanings } });
      if ('unknown' in read) unknown.addArea(read.unknown);
    }
    return unknown;
  };

  it('in two columns of one area are of one area, with both columns', () => {
    const unknown = new UnknownValues();
    const speed = { kind: 'speed', value: '-999', couldBe: [] } as const;
    unknown.addArea([
      { ...speed, column: 'MAXDOWN' },
      { ...speed, column: 'MAXUP' },
    ]);
    expect(() => unknown.refuse()).toThrow('--speed "-999=MBPS"   1 area, column MAXDOWN, MAXUP');
  });

  it('are listed once each, with the areas that have them and the flag to add', () => {
    expect(() => unknownOf().refuse()).toThrow(
      [
        '6 values of this filing are not known, so nothing was loaded. Add to the command what each means:',
        '  --technology "FWA=70"   2 areas, column tech; 70 (unlicensed fixed wireless) or 71 (licensed fixed wireless)?',
        '  --technology "pigeons=CODE"   1 area, column tech',
        '  --technology "empty=CODE"   1 area, column tech',
        '  --status "Phase 2=service"   1 area, column PHASE; service or planned?',
        '  --speed "100=100/MBPS"   1 area, column speed',
        '  --speed "plenty=MBPS"   1 area, column speed',
      ].join('\n'),
    );
  });

  it('are told a page as what to write in the file, with no option of a command', () => {
    let refused: unknown;
    try {
      unknownOf().refuse();
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Refusal);
    const told = refusalOnPage(refused as Refusal);
    expect(told).toMatchObject({ code: 'puc.values', status: 422 });
    expect(told.message.split('\n').slice(0, 5)).toEqual([
      '6 values of this file are not known, so nothing was kept. Write in the file what each means, and choose it again:',
      '  "FWA" in column tech, of 2 areas: 70 (unlicensed fixed wireless) or 71 (licensed fixed wireless)?',
      '  "pigeons" in column tech, of 1 area',
      '  "empty" in column tech, of 1 area',
      '  "Phase 2" in column PHASE, of 1 area: service or planned?',
    ]);
    expect(told.message).not.toContain('--');
  });

  it('are resolved once a person says what they mean', () => {
    const said = <Kind extends 'technology' | 'speed' | 'status'>(kind: Kind, ...pairs: string[]) =>
      new Map(pairs.map((pair) => meaningOf(kind, pair) ?? ['', undefined])) as never;
    const meanings = {
      technology: said('technology', 'FWA=71', 'Pigeons=none', 'empty=50'),
      speed: said('speed', '100=100/20', 'plenty=1 Gbps/500 Mbps'),
      status: said('status', 'phase 2=service'),
    };
    expect(() => unknownOf(meanings).refuse()).not.toThrow();
    const [first, second, third] = areas.map((properties) =>
      readArea({ properties, layer: 'a' }, { ...reading, meanings }),
    );
    expect(first).toMatchObject({ row: { technology: 71, technologyRaw: 'FWA', downloadMbps: 25, uploadMbps: 3 } });
    expect(second).toMatchObject({ row: { technology: 71, downloadMbps: 100, uploadMbps: 20 } });
    expect(third).toEqual({ leftOut: phrase('puc.against/asked', { value: 'pigeons' }) });
  });

  it('are refused from a flag that gives them no meaning', () => {
    expect(meaningOf('technology', 'FW=70')).toEqual(['fw', 70]);
    expect(meaningOf('speed', '>=100=100')).toEqual(['>=100', { downloadMbps: 100 }]);
    for (const pair of ['FW', 'FW=', '=70', 'FW=77', 'FW=fast', 'FW=7O'])
      expect(meaningOf('technology', pair)).toBeUndefined();
    expect(meaningOf('speed', 'plenty=very')).toBeUndefined();
    expect(meaningOf('status', 'Phase 2=soon')).toBeUndefined();
  });
});

describe('speeds that nobody sells', () => {
  it('are asked about on a page in Spanish with no word of English', () => {
    const row = { technology: 50, downloadMbps: 25_000, uploadMbps: 3000 } as AreaRow;
    const asked = ((): Refusal => {
      try {
        refuseImplausible([row, row]);
      } catch (error) {
        if (error instanceof Refusal) return refusalOnPage(error);
      }
      throw new Error('not asked');
    })();
    expect(say(spanish, asked.phrase)).toBe(
      [
        'Las velocidades de este archivo no pueden estar en Mbps: nadie vende tanto; así se escriben los kilobits.',
        '  - fibra de 25,000/3,000: 2 áreas',
        'Escríbalas en el archivo en Mbps, o con su unidad al lado ("768 kbps"), y elíjalo de nuevo.',
      ].join('\n'),
    );
  });

  const row = (technology: number, downloadMbps: number, uploadMbps: number) =>
    ({ technology, downloadMbps, uploadMbps }) as Parameters<typeof refuseImplausible>[0][number];

  it.each([
    ['kilobits of copper', [row(10, 25_000, 3000)]],
    ['kilobits of fiber', [row(50, 25_000, 3000)]],
    ['kilobits of even fiber', [row(50, 100_000, 100_000)]],
    ['kilobits of wireless among others', [row(70, 25_000, 3000), row(50, 1000, 1000)]],
    ['kilobits throughout', [row(50, 50_000, 50_000), row(50, 20_000, 20_000)]],
    ['bits', [row(40, 25_000_000, 3_000_000)]],
    ['gigabits', [row(50, 1, 1), row(50, 0.5, 0.5)]],
    ['gigabits of wireless', [row(70, 0.1, 0.02), row(70, 0.025, 0.003)]],
    ['tiers', [row(50, 11, 11), row(10, 7, 4)]],
  ])('are asked about: %s', (_, rows) => {
    expect(() => refuseImplausible(rows)).toThrow(/cannot be meant in Mbps.*--speed-unit kbps, gbps, bps or tiers/s);
  });

  it.each([
    [
      'fiber of ten gigabits, of fifty and of one',
      [row(50, 10_000, 10_000), row(50, 50_000, 50_000), row(50, 1000, 500)],
    ],
    ['old copper', [row(10, 1.5, 0.384), row(10, 3, 0.768)]],
    ['slow wireless beside fiber', [row(70, 5, 1), row(50, 100, 100)]],
    ['what is below every tier', [row(10, 0, 0), row(70, 10, 1)]],
    ['cable of two gigabits', [row(40, 2000, 100)]],
    ['satellites', [row(60, 150, 3), row(61, 400, 40)]],
  ])('are not %s', (_, rows) => {
    expect(() => refuseImplausible(rows)).not.toThrow();
  });
});
