import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { phrases as es } from '../../../server/domain/messages/es/phrases.ts';
import { phrase, say } from '../../../server/domain/messages/phrase.ts';
import { type GisFeature, type ReadOptions, readGis } from '../../../server/platform/gis/read.ts';
import { Refusal } from '../../../server/platform/problem.ts';
import { aSquare, featureCollection, type GeoFeature, GisFiles, named } from '../../support/gis.ts';
import { told } from '../../support/told.ts';

const files = new GisFiles();
afterAll(() => files[Symbol.dispose]());

async function read(path: string, options: ReadOptions = {}) {
  using file = await readGis(path, options);
  const features: GisFeature[] = [];
  for await (const feature of file.features()) features.push(feature);
  const notes = file.notes.map(told);
  return { features, layers: file.layers.map(({ name }) => name), notes, told: notes.join('\n') };
}

const names = ({ features }: { features: readonly GisFeature[] }) => features.map(({ properties }) => properties.NAME);
const longitudes = (feature?: GisFeature) =>
  ([feature?.geometry?.coordinates].flat(9) as number[]).filter((_, i) => i % 2 === 0);
const place = (name: string, west = -67) => aSquare(west, 18, 0.1, { NAME: name });
const PLACES = [place('Añasco'), place('Ponce'), place('Peñuelas')];

describe('text of a geographic file', () => {
  it.each([
    ['Windows-1252 that nothing names', { encoding: 'CP1252' }, /read as Windows-1252/],
    ['Windows-1252 by the language byte', { encoding: 'CP1252', language: 0x57 }, null],
    ['Windows-1252 by a .cpg of ArcGIS', { encoding: 'CP1252', cpg: 'ANSI 1252' }, null],
    ['Windows-1252 by a bare number', { encoding: 'CP1252', cpg: '1252\r\n' }, null],
    ['Latin-1 by its name', { encoding: 'CP1252', cpg: 'ISO-8859-1' }, null],
    ['Latin-1 by Esri’s number', { encoding: 'CP1252', cpg: '88591' }, null],
    ['the code page of DOS by the language byte', { encoding: 'CP850', language: 0x02 }, null],
    ['the American code page of DOS by the language byte', { encoding: 'CP850', language: 0x01 }, null],
    ['the code page of DOS that nothing names', { encoding: 'CP850' }, /code page of DOS \(850\), and was read so/],
    ['the code page of DOS that the .cpg calls UTF-8', { encoding: 'CP850', cpg: 'UTF-8' }, /code page of DOS/],
    ['Windows-1252 that the .cpg calls UTF-8', { encoding: 'CP1252', cpg: 'UTF-8' }, /read as Windows-1252/],
    ['Windows-1252 under a .cpg nobody knows', { encoding: 'CP1252', cpg: 'whatever' }, /read as Windows-1252/],
    ['UTF-8 that nothing names', {}, null],
    ['UTF-8 by the number of Windows', { cpg: '65001' }, null],
    ['UTF-8 that the language byte calls Windows-1252', { language: 0x57 }, /it is in UTF-8 and was read so/],
  ] as const)('of a Shapefile in %s is read letter by letter', async (_, parts, note) => {
    const found = await read(files.zip('p.zip', named('p', await files.shapefile(PLACES, parts))));
    expect(names(found)).toEqual(['Añasco', 'Ponce', 'Peñuelas']);
    if (note) expect(found.told).toMatch(note);
    else expect(found.told).not.toMatch(/Windows-1252|UTF-8/);
  });

  it('in a code page that is not read here is refused by its name, but plain letters are the same in all', async () => {
    const parts = { encoding: 'CP1252', language: 0x24 };
    const path = files.zip('p.zip', named('p', await files.shapefile(PLACES, parts)));
    await expect(read(path)).rejects.toThrow('The text of p.shp is in the code page CP860, which is not read here.');
    const plain = files.zip('p.zip', named('p', await files.shapefile([place('Ponce')], parts)));
    expect(names(await read(plain))).toEqual(['Ponce']);
  });

  it.each([
    [1, 2],
    [2, 1],
  ])(
    'with shapes for %s features and rows for %s is refused, as no row surely belongs to its shape',
    async (shapes, rows) => {
      const places = [place('Ponce'), place('Mayo')];
      const geometry = await files.shapefile(places.slice(0, shapes));
      const table = await files.shapefile(places.slice(0, rows));
      const path = files.zip('p.zip', named('p', { ...geometry, '.dbf': table['.dbf'] ?? Buffer.alloc(0) }));
      await expect(read(path)).rejects.toThrow(
        `p.shp holds shapes for ${shapes} features, its .dbf file rows for ${rows}`,
      );
    },
  );

  it('that fills its column in the middle of a letter ends before it', async () => {
    const parts = await files.shapefile([place('Peñ'), place('Pon')]);
    const table = Buffer.from(parts['.dbf'] ?? []);
    const from = table.readUInt16LE(8);
    const size = table.readUInt16LE(10);
    // The column becomes three bytes wide: "Pe" and half a letter.
    const rows = [0, 1].map((i) => table.subarray(from + i * size, from + i * size + 4));
    table.writeUInt16LE(4, 10);
    table[32 + 16] = 3;
    parts['.dbf'] = Buffer.concat([table.subarray(0, from), ...rows, Buffer.from([0x1a])]);
    const found = await read(files.zip('p.zip', named('p', parts)));
    expect(names(found)).toEqual(['Pe', 'Pon']);
    expect(found.told).toContain('the half letter was left out');
  });

  it.each<[string, (text: string) => Buffer]>([
    ['Latin-1', (text) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 of the other order', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ])('of GeoJSON in %s is read letter by letter', async (_, encoded) => {
    const found = await read(files.file('p.geojson', encoded(featureCollection(PLACES))));
    expect(names(found)).toEqual(['Añasco', 'Ponce', 'Peñuelas']);
  });

  it('that was broken before it came is reported by its column', async () => {
    const lost = await read(files.geoJson('p.geojson', [place('A\ufffdasco'), place('Ponce')]));
    expect(lost.told).toMatch(/"NAME" has letters that were lost before it came here/);
    const misread = await read(files.geoJson('p.geojson', [place('AÃ±asco'), place('Ponce')]));
    expect(misread.told).toMatch(/"NAME" has text that was read in a wrong code page/);
    const good = await read(
      files.geoJson(
        'p.geojson',
        ['Añasco', 'Łódź', 'Ãlpha', '東京', 'Doña Ana', 'Kauaʻi', 'São João'].map((n) => place(n)),
      ),
    );
    expect(good.notes).toHaveLength(1);
  });
});

describe('an archive', () => {
  const clay = [place('Clay', -81)];

  it('gives its Shapefile whatever lies beside it, and names what was passed over', async () => {
    const found = await read(
      files.zip('clay.zip', {
        ...named('clay', await files.shapefile(clay)),
        'clay.shp.xml': Buffer.from('<metadata/>'),
        'clay.sbn': Buffer.from('x'),
        'metadata.json': Buffer.from('{"title":"Clay","columns":{"type":"text"}}'),
        'datapackage.json': Buffer.from('[1]'),
        'style.qml': Buffer.from('<qgis/>'),
        'Read me.pdf': Buffer.from('%PDF-'),
      }),
    );
    expect(names(found)).toEqual(['Clay']);
    expect(found.told).toContain(
      'Passed over in the archive: Read me.pdf, datapackage.json, metadata.json, style.qml.',
    );
  });

  it('gives a Shapefile in letters of any case, in several folders, without its index, or in an archive of its own', async () => {
    const parts = await files.shapefile(clay);
    const { '.shx': _, ...withoutIndex } = parts;
    const archives = [
      { 'CLAY.SHP': parts['.shp'], 'Clay.Dbf': parts['.dbf'], 'clay.SHX': parts['.shx'], 'clay.prj': parts['.prj'] },
      { 'shapes/clay.shp': parts['.shp'], 'tables/clay.dbf': parts['.dbf'], 'other/clay.prj': parts['.prj'] },
      named('clay', withoutIndex),
      { 'inner/clay.zip': zipSync(named('clay', parts)) },
      { 'outer.zip': zipSync({ 'clay.zip': zipSync(named('clay', parts)) }) },
    ];
    for (const entries of archives) {
      const found = await read(files.zip('all.zip', entries as Record<string, Uint8Array>));
      expect(names(found)).toEqual(['Clay']);
      expect(found.told).toContain('in NAD83');
    }
  });

  it('holds two Shapefiles of one name apart by their folders', async () => {
    const [west, east] = [await files.shapefile([place('West')]), await files.shapefile([place('East')])];
    const found = await read(files.zip('all.zip', { ...named('west/areas', west), ...named('east/areas', east) }), {
      geometry: 'areas',
    });
    expect(names(found).sort()).toEqual(['East', 'West']);
  });

  it('with one layer in two formats gives it once, in the one that does not cut names', async () => {
    const long = [aSquare(-81, 38, 0.1, { max_advertised_download_speed: 100 })];
    const found = await read(
      files.zip('both.zip', {
        ...named('areas', await files.shapefile(long)),
        'areas.geojson': Buffer.from(featureCollection(long)),
      }),
      { geometry: 'areas' },
    );
    expect(found.features.map(({ properties }) => Object.keys(properties))).toEqual([
      ['max_advertised_download_speed'],
    ]);
    expect(found.told).toContain('as the file holds it in another format too');
  });

  it('without anything to read says what it holds instead', async () => {
    const drawing = files.zip('site.zip', { 'site.dwg': Buffer.from('AC1027') });
    await expect(read(drawing)).rejects.toThrow(
      'holds no Shapefile, FileGDB, GeoPackage or GeoJSON, but a drawing (CAD): site.dwg',
    );
    const parts = unzipSync(zipSync({ 'a.shp': Buffer.from('x') }));
    await expect(read(files.zip('a.zip', parts))).rejects.toThrow('a.shp came without its .dbf file');
  });
});

describe('a file of several layers', () => {
  const area = (name: string, more = {}) => aSquare(-81, 38, 0.1, { NAME: name, ...more });
  const route: GeoFeature = {
    properties: { NAME: 'r' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [-81, 38],
        [-80, 38],
      ],
    },
  };
  const hut: GeoFeature = { properties: { NAME: 'h' }, geometry: { type: 'Point', coordinates: [-81, 38] } };

  it('gives its areas where areas are wanted, and names the others', async () => {
    const path = await files.geoPackage('several.gpkg', { Service_Area: [area('a')], Routes: [route], Huts: [hut] });
    const found = await read(path, { geometry: 'areas' });
    expect(found.layers).toEqual(['Service_Area']);
    expect(found.told).toContain(
      'Layer "Routes" (1 feature of lines), Layer "Huts" (1 feature of points): passed over, as areas are wanted.',
    );
    expect((await read(path, { geometry: 'points' })).layers).toEqual(['Huts']);
  });

  it('gives the layers that are asked for, and knows no others', async () => {
    const path = await files.geoPackage('asked.gpkg', { Current: [area('a')], Older: [area('b', { X: 1 })] });
    const found = await read(path, { geometry: 'areas', layers: ['older'] });
    expect(names(found)).toEqual(['b']);
    expect(found.told).toContain('Layer "Current" (1 feature of areas): passed over, as other layers were asked for.');
    await expect(read(path, { layers: ['Newer'] })).rejects.toThrow(
      'has no layer "Newer". It has "Current", "Older"; name one with --layer.',
    );
  });

  it('asks which are meant where their columns differ, and takes all where they do not', async () => {
    const path = await files.geoPackage('differ.gpkg', {
      Fiber: [area('a')],
      Counties: [area('b', { FIPS: '54015' })],
    });
    await expect(read(path, { geometry: 'areas' })).rejects.toThrow(
      /"Fiber": 1 feature, columns NAME\n.*"Counties": 1 feature, columns NAME, FIPS\nName each that is meant with --layer\./,
    );
    const alike = await files.geoPackage('alike.gpkg', { Fiber: [area('a')], Copper: [area('b')] });
    expect(names(await read(alike, { geometry: 'areas' }))).toEqual(['a', 'b']);
  });

  it('gives all the layers whose names fit, whatever their columns, as the Census ships school districts', async () => {
    const path = await files.geoPackage('schools.gpkg', {
      tl_unsd: [area('a', { UNSDLEA: '1' })],
      tl_elsd: [area('b', { ELSDLEA: '1' })],
      county: [area('c')],
    });
    const found = await read(path, { geometry: 'areas', layer: /unsd|elsd/ });
    expect(names(found)).toEqual(['a', 'b']);
    expect(found.told).toContain(
      'Layer "county" (1 feature of areas): passed over, as the names of others fit better.',
    );
  });

  it('leaves out the layers it is told to, unless none would be left', async () => {
    const path = await files.geoPackage('out.gpkg', { Current: [area('a')], Old: [area('b')] });
    const old = (layer: string) => phrase('gis.layer-empty', { layer });
    const leaveOut = ({ name }: { name: string }) => (name === 'Old' ? old(name) : undefined);
    const found = await read(path, { geometry: 'areas', leaveOut });
    expect(names(found)).toEqual(['a']);
    expect(found.notes).toContain(told(old('Old')));
    await expect(read(path, { leaveOut: ({ name }) => old(name) })).rejects.toThrow(
      `Nothing of out.gpkg is left to load: ${told(old('Current'))} ${told(old('Old'))}`,
    );
  });
});

describe('JSON of a server', () => {
  const esri = (more: object) =>
    JSON.stringify({
      geometryType: 'esriGeometryPolygon',
      fields: [{ name: 'NAME', type: 'esriFieldTypeString', length: 20 }],
      features: [
        {
          attributes: { NAME: 'Añasco' },
          geometry: {
            rings: [
              [
                [-7500000, 2050000],
                [-7500000, 2060000],
                [-7490000, 2060000],
                [-7500000, 2050000],
              ],
            ],
          },
        },
      ],
      ...more,
    });

  it.each([{ wkid: 102100, latestWkid: 3857 }, { wkid: 102100 }, { wkid: 3857 }, { latestWkid: 3857, wkid: 102113 }])(
    'in the form of ArcGIS is read in its projection, %o',
    async (spatialReference) => {
      const found = await read(files.file('areas.json', esri({ spatialReference })));
      expect(names(found)).toEqual(['Añasco']);
      expect(longitudes(found.features[0])[0]).toBeCloseTo(-67.37, 1);
    },
  );

  it.each(['urn:ogc:def:crs:EPSG::3857', 'EPSG:3857', 'EPSG:102100', 'urn:ogc:def:crs:ESRI::102100', 'EPSG:900913'])(
    'is in the projection its crs names, %s',
    async (name) => {
      const feature = { ...aSquare(-7_500_000, 2_050_000, 1000), properties: { NAME: 'a' } };
      const found = await read(
        files.geoJson('areas.geojson', [feature], { crs: { type: 'name', properties: { name } } }),
      );
      expect(longitudes(found.features[0])[0]).toBeCloseTo(-67.37, 1);
    },
  );

  it('in a projection nobody knows is refused', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::999999' } };
    await expect(read(files.geoJson('areas.geojson', [place('a')], { crs }))).rejects.toThrow(/projection/);
  });

  it('that holds only the first page is refused, wherever it says so', async () => {
    for (const more of [
      { exceededTransferLimit: true },
      { exceededTransferLimit: 'true' },
      { properties: { exceededTransferLimit: true } },
    ]) {
      const path = files.geoJson('areas.geojson', [place('a')], more);
      await expect(read(path)).rejects.toThrow('holds only one part of its layer (exceededTransferLimit)');
    }
    const path = files.file('areas.json', esri({ spatialReference: { wkid: 3857 }, exceededTransferLimit: true }));
    await expect(read(path)).rejects.toThrow('exceededTransferLimit');
    await expect(
      read(
        files.zip('areas.zip', {
          'areas.geojson': Buffer.from(featureCollection([place('a')], { exceededTransferLimit: true })),
        }),
      ),
    ).rejects.toThrow('exceededTransferLimit');
    for (const more of [
      { numberMatched: 5000, numberReturned: 1000 },
      { totalFeatures: 5000, numberReturned: 1 },
      { links: [{ rel: 'next', href: 'https://example.org/items?offset=10' }] },
    ])
      await expect(read(files.geoJson('areas.geojson', [place('a')], more))).rejects.toThrow('holds only one part');
    for (const more of [
      { exceededTransferLimit: false },
      { numberMatched: 1, numberReturned: 1 },
      { totalFeatures: 'unknown', numberReturned: 1, links: [{ rel: 'self' }] },
    ])
      expect((await read(files.geoJson('areas.geojson', [place('a')], more))).features).toHaveLength(1);
  });

  it('that holds fewer features than its server counted is refused in every spelling of it', async () => {
    for (const more of [
      { properties: { ExceededTransferLimit: 'true' } },
      { exceeded_transfer_limit: true },
      { numberMatched: 500 },
      { totalFeatures: 500 },
      { next: 'https://example.org/areas?page=2' },
    ])
      await expect(read(files.geoJson('areas.geojson', [place('a'), place('b')], more))).rejects.toThrow(
        'holds only one part',
      );
    const ownColumns = { ...place('a'), properties: { NAME: 'a', numberMatched: 500, next: 'https://example.org' } };
    expect(names(await read(files.geoJson('areas.geojson', [ownColumns], { totalFeatures: 1 })))).toEqual(['a']);
  });

  it('of exactly as many features as a page has is doubted in a note', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => place(`a${i}`));
    const page = await read(files.geoJson('page.geojson', many(1000)));
    expect(page.told).toContain('has exactly 1,000 features, as a download has that stopped at a page');
    expect((await read(files.geoJson('page.geojson', many(1001)))).told).not.toContain('exactly');
  });

  it('that is empty is reported as empty', async () => {
    for (const text of ['', ' \n'])
      await expect(read(files.file('areas.geojson', text))).rejects.toThrow('areas.geojson is empty.');
  });

  it('that is an error message is reported in the words of the server', async () => {
    const errors = {
      '"400 Invalid query parameters"': { error: { code: 400, message: 'Invalid query parameters', details: [] } },
      '"permission_denied You must be logged in"': {
        code: 'permission_denied',
        error: true,
        message: 'You must be logged in',
      },
      '"NotFound Collection not found"': { code: 'NotFound', description: 'Collection not found' },
      '"InvalidParameterValue Unknown layer"': {
        version: '1.0.0',
        exceptions: [{ code: 'InvalidParameterValue', text: 'Unknown layer' }],
      },
      '"499 Token Required"': { error: { code: 499, message: 'Token Required', messageCode: 'GWM_0003' } },
      '"Too many requests"': { error: 'Too many requests' },
      '"404 Item does not exist"': { code: 404, message: 'Item does not exist' },
    };
    for (const [message, document] of Object.entries(errors))
      await expect(read(files.file('areas.geojson', JSON.stringify(document)))).rejects.toThrow(message);
  });

  it('with curves, or from ArcGIS Online, is refused by name', async () => {
    const curved = esri({ spatialReference: { wkid: 3857 } }).replace('"rings"', '"curveRings"');
    await expect(read(files.file('areas.json', curved))).rejects.toThrow('curveRings');
    for (const told of [
      { currentVersion: 11.1, type: 'Feature Layer' },
      { count: 5 },
      { objectIdFieldName: 'OBJECTID', objectIds: [1] },
    ])
      await expect(read(files.file('areas.json', JSON.stringify(told)))).rejects.toThrow('without its features');
    const item = JSON.stringify({ layers: [{ layerDefinition: {}, featureSet: JSON.parse(esri({})) }] });
    await expect(read(files.file('areas.json', item))).rejects.toThrow('feature collection of ArcGIS Online');
  });
});

describe('a file of another kind', () => {
  it.each<[string, string, RegExp]>([
    ['login.geojson', '<!DOCTYPE html><title>Sign in</title>', /a web page, no geographic data/],
    ['areas.zip', '<html><body>Moved</body></html>', /a web page/],
    ['areas.kmz', 'PK\x03\x04', /Google Earth/],
    ['areas.geojson', '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>', /Google Earth/],
    ['areas.lpk', 'x', /package of ArcGIS/],
    ['areas.lyrx', '{}', /a map or a style, without the areas/],
    ['areas.dwg', 'AC1027', /drawing/],
    ['areas.csv', 'a,b', /a table, without outlines/],
    ['areas.shp', 'x', /one file of a Shapefile, which is several/],
    ['areas.mdb', 'x', /geodatabase or database of Access/],
    ['areas.7z', '7z', /an archive of a kind that is not read/],
    ['areas.zip', '7z\xbc\xaf', /an archive of a kind that is not read/],
    ['areas.what', 'x', /none of the formats read here/],
  ])('%s is named for what it is: %s', async (name, content, words) => {
    await expect(read(files.file(name, content))).rejects.toThrow(words);
  });

  it('is read where only its ending is wrong', async () => {
    const parts = named('p', await files.shapefile([place('a')]));
    expect(names(await read(files.file('p.geojson', zipSync(parts))))).toEqual(['a']);
  });
});

describe('coordinates of a geographic file', () => {
  const refusal = async (path: string) => String(await read(path).catch((error: unknown) => error));

  it('that are not degrees in a file without a projection are refused once, with a guess', async () => {
    const mercator = Array.from({ length: 3 }, (_, i) => aSquare(-9_000_000 - i, 4_600_000, 1000));
    const said = await refusal(files.geoJson('areas.geojson', mercator));
    expect(said).toContain(
      'are not degrees, and the file names no projection. They look like Web Mercator (EPSG:3857).',
    );
    expect(said).not.toContain('feature 1');
    expect(await refusal(files.geoJson('areas.geojson', [aSquare(500_000, 4_200_000, 1000)]))).toContain(
      'They look like UTM.',
    );
    expect(await refusal(files.geoJson('areas.geojson', [aSquare(1_900_000, 400_000, 1000)]))).toContain('state plane');
  });

  it('that are not degrees under a projection of degrees are refused once', async () => {
    const parts = await files.shapefile([aSquare(-81, 38, 0.1)], { projection: 'EPSG:3857' });
    const degrees = await files.shapefile([aSquare(-81, 38, 0.1)]);
    const said = await refusal(
      files.zip('p.zip', named('p', { ...parts, '.prj': degrees['.prj'] ?? new Uint8Array() })),
    );
    expect(said).toContain('are not degrees, though the file says "NAD83". They look like Web Mercator');
  });

  it('with latitude first are refused', async () => {
    const exchanged = (lat: number, lng: number) => refusal(files.geoJson('areas.geojson', [aSquare(lat, lng, 0.1)]));
    expect(await exchanged(38, -81)).toContain('Latitude and longitude are exchanged in 1 of 1 feature');
    expect(await exchanged(61, -150)).toContain('exchanged');
    expect(await exchanged(13.4, 144.7)).toContain('exchanged');
    expect(await exchanged(-14.3, -170.7)).toContain('exchanged');
    for (const [lng, lat] of [
      [-170.7, -14.3],
      [144.7, 13.4],
      [-64.8, 17.7],
      [-150, 61],
      [172.5, 52],
    ] as const)
      expect(await read(files.geoJson('areas.geojson', [aSquare(lng, lat, 0.1)]))).toMatchObject({ features: [{}] });
  });

  it('beyond 180 degrees are brought back, either way, in any format', async () => {
    const far = [aSquare(210, 61, 1), aSquare(-187.6, 52, 0.5), aSquare(-150, 61, 1)];
    const shapefile = files.zip('p.zip', named('p', await files.shapefile(far)));
    for (const path of [files.geoJson('areas.geojson', far), shapefile]) {
      const { features, told } = await read(path);
      const wests = features.map((feature) => Math.min(...longitudes(feature)));
      expect(wests.map((west) => Math.round(west * 10) / 10)).toEqual([-150, 172.4, -150]);
      expect(told).toContain('2 features went beyond 180 degrees of longitude');
    }
  });
});

describe('a refusal in Spanish', () => {
  const sides = (west: number) => aSquare(west, 4_600_000, 1000);
  it.each<[string, () => Promise<string> | string]>([
    ['a table', () => files.file('datos.csv', 'a,b')],
    ['a format nobody knows', () => files.file('datos.xyz', 'x')],
    ['a package of ArcGIS', () => files.file('datos.lpk', 'x')],
    ['a web page', () => files.file('datos.geojson', '<!DOCTYPE html><title>Entrar</title>')],
    ['an archive of other files', () => files.zip('datos.zip', { 'plano.dwg': Buffer.from('AC1027') })],
    ['a Shapefile without its table', () => files.zip('datos.zip', { 'a.shp': Buffer.from('x') })],
    ['Web Mercator', () => files.geoJson('datos.geojson', [sides(-9_000_000)])],
    ['UTM', () => files.geoJson('datos.geojson', [sides(500_000)])],
    ['latitude first', () => files.geoJson('datos.geojson', [aSquare(38, -81, 0.1)])],
    ['a file cut off', async () => files.zip('datos.zip', named('a', await cutOff()))],
  ])('has no word of English in it: %s', async (_, made) => {
    const error: unknown = await read(await made()).catch((refused: unknown) => refused);
    if (!(error instanceof Refusal)) throw new Error('it was not refused');
    expect(say(es, error.phrase)).not.toMatch(/\b(the|of|is|are|it|and|they|their|layer|features?|export|without)\b/i);
  });

  /** A Shapefile whose shapes end too early, in a projection of its own. */
  async function cutOff() {
    const parts = await files.shapefile(PLACES);
    return { ...parts, '.shp': (parts['.shp'] ?? new Uint8Array()).subarray(0, 180) };
  }
});
