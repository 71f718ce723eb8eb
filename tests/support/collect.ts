/** A state with two districts, a collection that is open, and somebody to ask for each role. */

import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { gridDisk, latLngToCell } from 'h3-js';
import { type AppOptions, buildApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import type { Agency, Coordinator, District } from '../../server/domain/actor.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { RATES, type Rates } from '../../server/platform/rates.ts';

export const OWN = '5400030';
export const OTHER = '5400060';
const CENTER = [38.5, -80.5] as const;

/** Cells around the middle of district OWN. */
export const CELLS = gridDisk(latLngToCell(CENTER[0], CENTER[1], 8), 6);

export const HEADER =
  'lea_id,student_key,household_key,cell,residence,grade_level,internet_access,barrier,internet_type,performance,device,device_access,device_provider';

/** Stands for what the anonymizer makes of the n-th student. */
export const keyOf = (kind: 'a' | 'b', n: number) => `${kind}${n.toString(16).padStart(63, '0')}`;

export interface Line {
  lea?: string;
  cell?: string | undefined;
  answers?: string;
}

export function lineOf(n: number, { lea = OWN, cell = CELLS[n % CELLS.length], answers = ANSWERS[n % 4] }: Line = {}) {
  return `${lea},${keyOf('a', n)},${keyOf('b', n >> 1)},${cell},,05,${answers}`;
}

const ANSWERS = [
  'true,,Residential Broadband,Yes,Chromebook,Not Shared,School',
  'false,Not Affordable,,,Smartphone,Shared,Personal',
  'true,,Cellular Network,Sometimes,Tablet,Shared,Personal',
  ',,,,,,',
];

export function fileOf(lines: readonly string[]): Buffer {
  return Buffer.from(`${[HEADER, ...lines].join('\n')}\n`);
}

export const students = (count: number, line: Line = {}) => Array.from({ length: count }, (_, n) => lineOf(n, line));

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

export type Role = 'coordinator' | 'district' | 'other' | 'agency';

export interface Answer {
  status: number;
  body: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  json: any;
}

export interface Office {
  readonly app: FastifyInstance;
  readonly tokens: Record<Role, string>;
  ask(
    role: Role,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    address: string,
    payload?: object | Buffer,
  ): Promise<Answer>;
  /** A collection that is open today. Returns its id. */
  open(name: string): Promise<number>;
  /** Begins and sends a whole file. Returns the upload's id. */
  send(role: Role, collection: number, bytes: Buffer): Promise<string>;
  /** Sends a file, has it checked and accepts it. Returns the upload's id. */
  accept(role: Role, collection: number, bytes: Buffer): Promise<string>;
}

/** A test sends in a minute what a state's districts send in days. */
export const FOR_MANY_FILES: Rates = { ...RATES, api: 1e6, seldom: 1e6 };

export async function openOffice(deps: Deps & Pick<AppOptions, 'limits'>): Promise<Office> {
  await deps.db.asOwner((tx) => tx.run(DISTRICTS, [OWN, OTHER]));
  const token = async (holder: Coordinator | Agency | District) =>
    (await createToken(deps, { ...holder, label: `${holder.role} of the test`, days: 1 })).token;
  const tokens = {
    coordinator: await token({ role: 'coordinator', stateFips: '54' }),
    district: await token({ role: 'district', leaId: OWN }),
    other: await token({ role: 'district', leaId: OTHER }),
    agency: await token({ role: 'agency', stateFips: '54' }),
  };
  const app = await buildApp({ ...deps, rates: FOR_MANY_FILES });
  await app.ready();
  const ask: Office['ask'] = async (role, method, address, payload) => {
    const response = await app.inject({
      method,
      url: `/api/v1/collect${address}`,
      headers: {
        authorization: `Bearer ${tokens[role]}`,
        ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
    return { status: response.statusCode, body: response.body, json: isJson ? response.json() : undefined };
  };
  const send: Office['send'] = async (role, collection, bytes) => {
    const begun = await ask(role, 'POST', `/collections/${collection}/uploads`, {
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
    if (begun.status !== 201) throw new Error(begun.body);
    const { id } = begun.json;
    await ask(role, 'PUT', `/uploads/${id}?offset=0`, bytes);
    return id;
  };
  return {
    app,
    tokens,
    ask,
    open: async (name) => (await ask('coordinator', 'POST', '/collections', { ...openNow(), name })).json.id,
    send,
    accept: async (role, collection, bytes) => {
      const id = await send(role, collection, bytes);
      await ask(role, 'POST', `/uploads/${id}/check`);
      const done = await ask(role, 'POST', `/uploads/${id}/accept`, {});
      if (done.status !== 200) throw new Error(done.body);
      return id;
    },
  };
}

/** A window from ten days ago to twenty days ahead. */
export function openNow() {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { opensOn: day(-10), closesOn: day(20), questions: ['internet_access', 'barrier', 'device'] };
}

/** Squares of some 60 km around the middle, the other one beside the first. */
const DISTRICTS = `
  insert into places.places (kind, id, name, state_fips, label_point, geom)
  select 'school_district', id, name, '54', ST_SetSRID(ST_Point(lng, 38.5), 4326),
    ST_Multi(ST_MakeEnvelope(lng - 0.35, 38.2, lng + 0.35, 38.8, 4326))
  from (values ($1, 'Ash County Schools', -80.5), ($2, '=Birch County Schools', -79.7)) as d(id, name, lng)`;

/** A res-8 cell in the other district. */
export const CELL_OF_OTHER = latLngToCell(38.5, -79.7, 8);

const cellsOfOther = gridDisk(CELL_OF_OTHER, 6);

/** A file of the other district with sixty homes of its own. */
export const SIXTY_OF_OTHER = fileOf(
  Array.from({ length: 60 }, (_, n) => lineOf(2_000 + n, { lea: OTHER, cell: cellsOfOther[n] })),
);

/** Line of the n-th student of OWN, who has no home. */
export const homelessLine = (n: number) => `${OWN},${keyOf('a', n)},,,none,,,,,,,,`;
