/** The package of a round, each of its files opened again by a reader that shares nothing with what wrote it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import readWorkbook, { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { buildApp } from '../../server/app.ts';
import { shapeOf } from '../../server/features/procurement/read.ts';
import { smallStateDatabase } from '../support/database.ts';
import { signedInAs } from '../support/people.ts';
import { columnsByDuckDb, fieldsByGdal } from '../support/read-elsewhere.ts';
import { nodesOf, readPdf } from '../support/read-pdf.ts';
import { roundWithLots } from '../support/rounds.ts';

const database = smallStateDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gapmap-package-'));
let app: FastifyInstance;
let made: Awaited<ReturnType<typeof roundWithLots>>;
type SignedIn = Awaited<ReturnType<typeof signedInAs>>;
const people: Record<string, SignedIn> = {};

beforeAll(async () => {
  app = await buildApp(database.deps);
  await app.ready();
  made = await roundWithLots(database.deps);
  people.sea = await signedInAs(database.deps, { role: 'sea', name: 'Sam Staff' });
  people.provider = await signedInAs(database.deps, { role: 'provider', providerId: 130_001 });
  people.elsewhere = await signedInAs(database.deps, { role: 'sea', stateFips: '51' });
}, 300_000);
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (url: string, who?: SignedIn) => app.inject({ url, headers: { host: 'localhost', ...who?.headers } });

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}

async function packageOf(url: string, who = people.provider): Promise<Map<string, Buffer>> {
  const answer = await ask(url, who);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  return unzipped(answer.rawPayload);
}

const saved = (name: string, bytes: Buffer | undefined) => {
  const path = join(folder, name);
  writeFileSync(path, bytes ?? '');
  return path;
};

describe('the package of a round', () => {
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    files = await packageOf(`/api/v1/rounds/${made.round}/package.zip`);
  });

  it('holds sheets, tables, shapes, a response template and the terms', () => {
    expect([...files.keys()]).toEqual([
      'lots.csv',
      'lots.geojson',
      'lots.gpkg',
      'response.xlsx',
      'terms.txt',
      'sheets.pdf',
    ]);
  });

  it('says the same of each lot as table, shapes and map file', async () => {
    const columns = await columnsByDuckDb(saved('lots.csv', files.get('lots.csv')));
    const fields = await fieldsByGdal(saved('lots.gpkg', files.get('lots.gpkg')));
    const { features } = JSON.parse(String(files.get('lots.geojson'))) as {
      features: { properties: Record<string, unknown>; geometry: { type: string } }[];
    };
    const properties = features.map((feature) => feature.properties);
    expect(properties.map(({ name, students }) => [name, students])).toEqual(
      made.lots.map(({ name }, at) => [name, 120 + at]),
    );
    const names = Object.keys(properties[0] ?? {});
    expect([...columns.keys()]).toEqual(names);
    expect([...fields.keys()]).toEqual(names);
    expect(names).toEqual(expect.arrayContaining(['no_internet_at_least', 'no_internet_hidden_areas']));
    expect(features[0]?.geometry.type).toBe('MultiPolygon');
  });

  it('has a page for the round and one for each lot, that a screen reader can read', async () => {
    const pdf = await readPdf(files.get('sheets.pdf') ?? Buffer.alloc(0));
    expect(pdf).toMatchObject({ language: 'en', isMarked: true, saysUa: true, pages: 2 + made.lots.length });
    expect(pdf.title).toBe('Package of the round Ridge round');
    expect(nodesOf(pdf.nodes, /^H1$/).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Ridge round', ...made.lots.map(({ name }) => name)]),
    );
    const alts = nodesOf(pdf.nodes, /^Figure$/).map(({ alt }) => alt);
    for (const { name } of made.lots) expect(alts.some((alt) => alt?.includes(name))).toBe(true);
    const words = pdf.nodes.map(({ text }) => text).join(' ');
    for (const said of ['120', '$1,250,000', '12.4', 'Ridge Elementary', 'Price for a household', '60 %'])
      expect(words).toContain(said);
  });

  it('has a workbook with the round’s lots and places to fill in', async () => {
    const workbook = files.get('response.xlsx') ?? Buffer.alloc(0);
    expect((await readWorkbook(workbook)).map(({ sheet }) => sheet)).toEqual(['Lots', 'Offer', 'Milestones']);
    const rows = await readSheet(workbook, 'Lots');
    expect(rows.slice(2).map((row) => row.slice(0, 3))).toEqual(
      made.lots.map(({ id, name }, at) => [id, name, 120 + at]),
    );
    const milestones = await readSheet(workbook, 'Milestones');
    expect(milestones.slice(1).map(([percent]) => percent)).toEqual([40, 60, 80, 100]);
  });

  it('says the terms, and nothing of the budget, which is the state’s own', async () => {
    const text = String(files.get('terms.txt'));
    for (const said of ['Ridge round', '100 Mbps', '$60', 'Open access for others is welcome.', 'Price: 60 %'])
      expect(text).toContain(said);
    const pdf = await readPdf(files.get('sheets.pdf') ?? Buffer.alloc(0));
    const all = [
      ...['lots.csv', 'lots.geojson', 'terms.txt'].map((name) => String(files.get(name))),
      JSON.stringify(pdf),
    ];
    for (const words of all) expect(words).not.toMatch(/5,?000,?000/);
  });

  it('comes for one lot, and in Spanish', async () => {
    const [lot] = made.lots;
    const own = await packageOf(`/api/v1/rounds/${made.round}/lots/${lot?.id}/package.zip?lang=es`, people.sea);
    expect(String(own.get('terms.txt'))).toContain('Descarga mínima');
    const pdf = await readPdf(own.get('sheets.pdf') ?? Buffer.alloc(0));
    expect(pdf.language).toBe('es');
    const { features } = JSON.parse(String(own.get('lots.geojson'))) as { features: object[] };
    expect(features).toHaveLength(1);
  });

  it('goes to parties of the state alone, and is in the log', async () => {
    const url = `/api/v1/rounds/${made.round}/package.zip`;
    expect((await ask(url)).statusCode).toBe(401);
    expect((await ask(url, people.elsewhere)).statusCode).toBe(404);
    await database.deps.db.asOwner((tx) =>
      tx.run("update rounds.rounds set standing = 'draft', opened_at = null where id = $1", [made.round]),
    );
    expect((await ask(url, people.provider)).statusCode).toBe(404);
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ thing: string }>("select thing from audit.entries where did = 'rounds.package' order by id"),
    );
    expect(acts.map(({ thing }) => thing)).toEqual([
      `round ${made.round}`,
      `round ${made.round} lot ${made.lots[0]?.id}`,
    ]);
  });
});

it('draws land that lies across 180 degrees in parts that do not cross it', () => {
  const cells = ['8822d2d2d7fffff', '8822d2d2d5fffff'].map((text) => BigInt(`0x${text}`));
  const { coordinates } = shapeOf(cells);
  for (const [ring = []] of coordinates) {
    const lngs = ring.map(([lng = 0]) => lng);
    expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(1);
  }
});
