/**
 * Two states with the same names in one database. A program asks every registered route as everybody there is, and reads every export
 * and archive: what is the other state's is never in an answer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import type { FastifyInstance } from 'fastify';
import { cellToParent } from 'h3-js';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { TokenHolder } from '../../server/domain/actor.ts';
import { cellToText } from '../../server/domain/cell.ts';
import { decodeCellTile, decodeCoverageTile } from '../../server/domain/cell-tile.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { clusterRows } from '../../server/features/clusters/index.ts';
import { patchRows } from '../../server/features/releases/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { buildArchive } from '../../server/features/tiles/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { type Address, addressesOf, type Known, type Paths } from '../support/crawl.ts';
import { testDatabase } from '../support/database.ts';
import { COLLECTION, hexesOf, loadState, PROVIDER, RELEASE, type StateOfTwo, TWO } from '../support/two-states.ts';

const database = testDatabase();
const ROLES = ['agency', 'provider', 'district', 'coordinator'] as const;
type Role = (typeof ROLES)[number];

let app: FastifyInstance;
const known: Known[] = [];
const tokens = new Map<string, string>();

beforeAll(async () => {
  const { deps } = database;
  const collections = [];
  for (const state of TWO) collections.push(await loadState(deps.db, state));
  for (const [i, state] of TWO.entries()) {
    const { id: release } = await createRelease(deps, { name: RELEASE, collection: COLLECTION, state: state.fips });
    for (const role of ROLES) {
      const made = await createToken(deps, { ...holder(role, state), label: `${state.canary} ${role}`, days: 1 });
      tokens.set(`${state.fips} ${role}`, made.token);
    }
    const collection = collections[i] ?? 0;
    const { leaId } = state;
    const link = await createToken(deps, { role: 'district', leaId, label: 'link', days: 1, collectionId: collection });
    known.push(
      await deps.db.as({ role: 'intake' }, async (tx) => ({
        state,
        release,
        collection,
        link: link.id,
        upload: (await tx.one<{ id: string }>('select id from collect.uploads where lea_id = $1', [leaId])).id,
        clusters: (
          await tx.rows<{ id: string }>('select distinct id from published.clusters where release_id = $1', [release])
        ).map(({ id }) => id),
      })),
    );
  }
  app = await buildApp(deps);
  await app.ready();
}, 300_000);
afterAll(() => app?.close());

function holder(role: Role, { fips: stateFips, leaId }: StateOfTwo): TokenHolder {
  if (role === 'district') return { role, leaId };
  return role === 'provider' ? { role, stateFips, providerId: PROVIDER } : { role, stateFips };
}

/** What stands in answers about one state alone. */
function marksOf({ state, upload }: Known): RegExp[] {
  const { canary, leaId, county, town, fips, enrolled, megabits, students } = state;
  const hexes = hexesOf(state).flatMap((hex) => [hex, ...[7, 6, 5].map((resolution) => cellToParent(hex, resolution))]);
  return [
    new RegExp(canary),
    new RegExp(upload),
    ...[leaId, county, town, `${fips}001`].map((id) => new RegExp(`"${id}"|\\b${id}\\b`)),
    ...[enrolled, megabits, students].map((number) => new RegExp(`(?<![\\d.-])${number}(?![\\d.])`)),
    new RegExp([...new Set(hexes)].join('|')),
  ];
}

/** An answer as text, tiles by what they hold. */
function textOf(url: string, type: string, bytes: Buffer): string {
  if (type.includes('vector-tile')) return tileText(bytes);
  if (!type.includes('arrow')) return bytes.toString('utf8');
  const { h3 } = url.includes('/coverage/') ? decodeCoverageTile(bytes) : decodeCellTile(bytes);
  return [...h3].map(cellToText).join(' ');
}

function tileText(bytes: Uint8Array): string {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.values(layers)
    .flatMap((layer) => Array.from({ length: layer.length }, (_, i) => JSON.stringify(layer.feature(i).properties)))
    .join('\n');
}

interface Heard {
  readonly status: number;
  readonly text: string;
}

/** Each request comes from an address of its own: nobody is told to wait. */
let asked = 0;

async function ask({ method, url }: Pick<Address, 'method' | 'url'>, token: string | undefined): Promise<Heard> {
  const response = await app.inject({
    method: method as 'GET',
    url,
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked++ & 255}`,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(method === 'GET' ? {} : { payload: PAYLOADS }),
  });
  const type = String(response.headers['content-type'] ?? '');
  return { status: response.statusCode, text: textOf(url, type, response.rawPayload) };
}

/** Fields of every body there is; each route takes its own. */
const PAYLOADS = {
  name: 'taken over',
  opensOn: '2026-01-01',
  closesOn: '2026-02-01',
  questions: ['device'],
  districts: TWO.map(({ leaId }) => ({ leaId, enrolled: 5 })),
  leaIds: TWO.map(({ leaId }) => leaId),
  students: 5,
  bytes: 5,
  sha256: 'b'.repeat(64),
  who: 'x',
  what: 'x',
  audience: 'public',
  basis: 'x',
};

function addresses(): Address[] {
  return addressesOf((app.swagger() as { paths: Paths }).paths, known);
}

/** Those marks of the other state that an answer has, but for what the address itself says. */
function leaked(own: Known, url: string, text: string): string[] {
  const other = known.find((one) => one !== own);
  if (!other) throw new Error('there are two states');
  return marksOf(other)
    .filter((mark) => !mark.test(url))
    .flatMap((mark) => mark.exec(text)?.[0] ?? []);
}

describe('two states in one database', () => {
  it.each(TWO.flatMap((state) => ROLES.map((role) => [role, state.canary, state] as const)))(
    'let the %s of %s read nothing of the other, whatever is asked',
    async (role, _, state) => {
      const own = known.find((one) => one.state === state);
      if (!own) throw new Error('the state is known');
      const found: string[] = [];
      let ofOwn = 0;
      for (const address of addresses()) {
        const isTheirs = address.audience === role || !/audience=/.test(address.url);
        if (address.method !== 'GET' || !isTheirs || (address.isOfRelease && address.audience === 'public')) continue;
        if (/\/api\/v1\/(releases|places)$/.test(address.route)) continue;
        const { status, text } = await ask(address, tokens.get(`${state.fips} ${role}`));
        if (status >= 429) found.push(`${status} ${address.url}`);
        found.push(...leaked(own, address.url, text).map((mark) => `${address.url}: ${mark}`));
        if (status === 200 && marksOf(own).some((mark) => mark.test(text))) ofOwn += 1;
      }
      expect(found).toEqual([]);
      expect(ofOwn).toBeGreaterThan(2);
    },
    120_000,
  );

  it.each(TWO.map((state) => [state.canary, state] as const))(
    'show the public nothing of the other where it asks for %s',
    async (_, state) => {
      const own = known.find((one) => one.state === state);
      if (!own) throw new Error('the state is known');
      const found: string[] = [];
      let ofOwn = 0;
      for (const address of addresses()) {
        const { selected, audience, method, url } = address;
        if (method !== 'GET' || audience !== 'public' || selected.size !== 1 || !selected.has(state.fips)) continue;
        const { status, text } = await ask(address, undefined);
        if (status >= 429) found.push(`${status} ${url}`);
        found.push(...leaked(own, url, text).map((mark) => `${url}: ${mark}`));
        if (status === 200 && marksOf(own).some((mark) => mark.test(text))) ofOwn += 1;
      }
      expect(found).toEqual([]);
      expect(ofOwn).toBeGreaterThan(100);
    },
    120_000,
  );

  it('refuse the public "current" without a state or a place of one, with a list of both, and give a finer view its own', async () => {
    const unsaid = addresses().filter(
      ({ method, isOfRelease, audience, url, selected }) =>
        method === 'GET' && isOfRelease && audience === 'public' && selected.size === 0 && /current/.test(url),
    );
    expect(new Set(unsaid.map(({ route }) => route)).size).toBeGreaterThan(7);
    let places = 0;
    for (const address of unsaid) {
      const { status, text } = await ask(address, undefined);
      if (status === 404 && /cell-tiles|no-cell|layer/.test(text)) continue;
      // Not every list comes in every format.
      if (status === 400 && /format/.test(text)) continue;
      // A provider's room is nobody else's, in any state.
      if (status === 401) continue;
      // A place is in one state, which need not be said.
      const ofPlace = /\/(?:places|briefs|stories)\/[a-z_]+\/(\d\d)\d*/.exec(address.url)?.[1];
      const own = known.find(({ state }) => state.fips === ofPlace);
      if (own) {
        expect([address.url, status, leaked(own, address.url, text)]).toEqual([address.url, 200, []]);
        places += 1;
        continue;
      }
      expect([address.url, status]).toEqual([address.url, 409]);
      expect(JSON.parse(text)).toMatchObject({
        code: 'release.which-state',
        states: [...TWO]
          .sort((a, b) => Number(a.fips) - Number(b.fips))
          .map(({ fips, canary }) => ({ fips, name: canary })),
      });
    }
    expect(places).toBeGreaterThan(3);
    for (const { state, release } of known) {
      const { text } = await ask(
        { method: 'GET', url: '/api/v1/release?audience=agency' },
        tokens.get(`${state.fips} agency`),
      );
      expect(JSON.parse(text)).toMatchObject({ id: release, name: RELEASE, state: { fips: state.fips } });
    }
  });

  it('let nobody change what belongs to the other', async () => {
    const writes = addresses().filter(({ method, url }) => method !== 'GET' && url !== '/leave');
    expect(new Set(writes.map(({ method, route }) => `${method} ${route}`)).size).toBeGreaterThan(10);
    for (const own of known) {
      const other = known.find((one) => one !== own) as Known;
      const before = await stored(other);
      const ids = [`/collections/${other.collection}`, other.upload, `/links/${other.link}`];
      for (const address of writes) {
        if (!ids.some((id) => address.url.includes(id))) continue;
        for (const role of ROLES) {
          const { status, text } = await ask(address, tokens.get(`${own.state.fips} ${role}`));
          expect([address.url, role, status >= 400 && status < 500 && status !== 429]).toEqual([
            address.url,
            role,
            true,
          ]);
          expect(leaked(own, address.url, text)).toEqual([]);
        }
      }
      expect(await stored(other)).toEqual(before);
    }
  });

  it('have exports and archives that hold nothing of the other', async () => {
    const { deps } = database;
    for (const own of known)
      for (const audience of ['public', 'agency'] as const) {
        const asked = { release: 'current', state: own.state.fips, audience };
        for (const rows of [patchRows, clusterRows]) {
          const text = [];
          for await (const row of rows(deps.db, asked)) text.push(JSON.stringify(row));
          expect(text.length).toBeGreaterThan(0);
          expect(leaked(own, '', text.join('\n'))).toEqual([]);
        }
        const out = join(database.dataDir, `${own.state.fips}-${audience}.pmtiles`);
        await buildArchive(deps, { ...asked, out, maxZoom: 9 }, silentProgress);
        const text = await archiveText(out);
        expect(text).toContain(own.state.canary);
        expect(leaked(own, '', text)).toEqual([]);
      }
  }, 120_000);
});

/** Everything of a state that a request might change. */
function stored({ collection, state }: Known): Promise<object[]> {
  return database.deps.db.asOwner((tx) =>
    tx.rows(
      `select to_jsonb(c) as row from intake.collections c where id = $1
       union all select to_jsonb(d) from collect.districts d where collection_id = $1
       union all select to_jsonb(e) from collect.enrollments e where collection_id = $1
       union all select to_jsonb(u) from collect.uploads u where collection_id = $1
       union all select to_jsonb(t) - 'hash' from accounts.tokens t where state_fips = $2
       union all select to_jsonb(l) from disclosures.entries l where state_fips = $2
       order by row`,
      [collection, state.fips],
    ),
  );
}

async function archiveText(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const archive = new PMTiles({
    getKey: () => path,
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
    }),
  });
  const text = [JSON.stringify(await archive.getMetadata())];
  for (const { center } of TWO)
    for (let z = 0; z <= 9; z++) {
      const x = Math.floor((center[0] / 360 + 0.5) * 2 ** z);
      for (let y = 0; y < 2 ** z; y++) {
        const tile = await archive.getZxy(z, x, y);
        if (tile) text.push(tileText(new Uint8Array(tile.data)));
      }
    }
  return text.join('\n');
}
