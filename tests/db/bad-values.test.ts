/**
 * Values that no database can hold, in every place of every request. The places come from what the application says of
 * itself: a new route is tried too, and the first test fails when there is nothing to fill its address with.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputsWith } from '../../server/domain/cost/inputs.ts';
import { NO_TERMS } from '../../server/domain/round/terms.ts';
import { type Office, OWN, openNow, openOffice, type Role } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import {
  isNumber,
  type Operation,
  placesOf,
  type RequestPlace,
  requestOf,
  type Schema,
} from '../support/request-places.ts';
import { anAlternative, aProposal } from '../support/round.ts';

const database = testDatabase();
let office: Office;
let collection = 0;
beforeAll(async () => {
  office = await openOffice(database.deps);
  collection = await office.open('of the test');
});
afterAll(() => office?.app.close());

/** Takes nothing as everything, or as nothing said. */
const MAY_BE_BLANK = new Set([
  'q',
  'questions',
  'statistics',
  'note',
  'fileName',
  'lang',
  'assigned',
  'remarks',
  'contact',
]);

const NUL = 'a\u0000b';

/** What no place of this kind may hold. */
function badValues({ schema, name, base }: RequestPlace): string[] {
  const { type, enum: choices } = schema;
  if (type === 'boolean') return [];
  if (isNumber(schema)) return ['1e309', '-1e309', 'x', '  '];
  const isDay = typeof base === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(base);
  return [NUL, ...(isDay ? ['0000-01-01', '0000-00-00'] : []), ...(choices || !MAY_BE_BLANK.has(name) ? ['  '] : [])];
}

/** Each request comes from an address of its own: nobody is told to wait. */
let asked = 0;

async function statusOf(operation: Operation, role: Role, place?: RequestPlace, value?: string): Promise<number> {
  const { method, url, payload } = requestOf(operation, place, value);
  const response = await office.app.inject({
    method: method as 'GET',
    url,
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked++ & 255}`,
    headers: {
      authorization: `Bearer ${office.tokens[role]}`,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  return response.statusCode;
}

const BODY = () => ({
  ...openNow(),
  districts: [{ leaId: OWN, enrolled: 5 }],
  leaIds: [OWN],
  days: 5,
  students: 5,
  bytes: 5,
  sha256: 'b'.repeat(64),
  name: 'asked',
  fileName: 'file.csv',
  who: 'x',
  what: 'x',
  audience: 'public',
  basis: 'x',
  note: 'x',
  dollars: 5,
  release: 1,
  place: { kind: 'county', id: '54015' },
  title: 'x',
  steps: 'title',
  contact: 'x',
  remarks: 'x',
  review: { took: 'a_day', hardest: 'rows', guide: 'clear', uneasy: 'no', again: 'yes' },
  changes: [{ about: 'guide', what: 'x' }],
  plan: [{ on: '2027-03-01', told: 'districts', what: 'x', assigned: 'x', done: false }],
  message: 'thanks',
  texts: { en: { subject: 'x', text: 'x' }, es: { subject: 'x', text: 'x' } },
  districtContacts: [{ leaId: OWN, name: 'x', email: 'x@example.org', telephone: 'x', language: 'en' }],
  reached: true,
  email: 'x@example.org',
  miles: 5,
  language: 'en',
  endsOn: '2099-01-01',
  program: 'x',
  due: '2027-03-01',
  isPublic: false,
  credential: 'x',
  label: 'x',
  organization: 'x',
  role: 'viewer',
  leaId: OWN,
  providerId: '5',
  ...SCENARIO,
  scenario: SCENARIO,
  decision: 'refused',
  outcome: 'refuse',
  ruling: 'accepted',
  reason: 'x',
  kind: 'docket',
  filing: { source: 'puc', publisher: 'x', title: 'x', asOf: '2026-01-01' },
  provider: { id: 5, name: 'x' },
  ...aProposal([anAlternative([1])], { words: '25-1' }),
  proposal: aProposal([anAlternative([1])]),
  amendment: 0,
  rules: { budget: 5, providerCap: 5, mustHave: [1], excluded: [{ proposal: 1, reason: 'x' }] },
  byHand: ['1.1'],
  chosen: ['1.1'],
  passphrase: 'twelve letters',
  measure: 'unserved',
  terms: { ...NO_TERMS, startBy: '2027-03-01', finishBy: '2028-03-01', words: 'x' },
  scoring: [{ name: 'x', weight: 100 }],
  showsReference: true,
  allowsRepair: true,
  marginSeconds: 5,
  protestSeconds: 5,
  questionsCloseAt: '2027-03-01T00:00:00Z',
  closesAt: '2027-03-01T00:00:00Z',
  patches: [1],
  hexes: ['882a944dbbfffff'],
  lot: 1,
  lots: [1, 2],
  referenceAmount: 5,
  add: [1],
  drop: [1],
  question: 'x',
  answer: 'x',
  answerBy: '2099-01-01T00:00:00Z',
  alternative: 1,
  scores: [{ criterion: 1, points: 5, reason: 'x' }],
  facts: {
    legalName: 'x',
    frn: '',
    uei: '',
    address: 'x',
    website: 'x',
    yearsInService: 5,
    subscribers: 5,
    technologies: [50],
    experience: 'x',
    finances: 'x',
  },
  contacts: [{ name: 'x', part: 'x', email: 'x', phone: 'x' }],
});

const SCENARIO = {
  of: 'unserved',
  source: 'agreed',
  clusters: ['c0'],
  inputs: inputsWith(),
  levers: ['fiber'],
  withDevices: false,
  case: 'median',
  budget: 5,
};

function operations(): { operation: Operation; places: RequestPlace[] }[] {
  const { paths } = office.app.swagger() as { paths: Record<string, Record<string, Schema>> };
  return placesOf(paths, { collection, body: BODY() });
}

const ROLES: readonly Role[] = ['coordinator', 'district'];

describe('a value that no database can hold', () => {
  it('is all that is wrong with a request: without it the same request is understood', async () => {
    const misunderstood: string[] = [];
    for (const { operation, places } of operations()) {
      if (places.length === 0) continue;
      const found = await Promise.all(ROLES.map((role) => statusOf(operation, role)));
      if (found.some((status) => status === 400 || status >= 500))
        misunderstood.push(`${operation.method} ${operation.path}: ${found}`);
    }
    expect(misunderstood).toEqual([]);
  });

  it('is refused wherever it stands: in each part of an address, of a query and of a body', async () => {
    const taken: string[] = [];
    let tried = 0;
    for (const { operation, places } of operations()) {
      const roles: Role[] = [];
      for (const role of ROLES) if (places.length > 0 && (await statusOf(operation, role)) !== 403) roles.push(role);
      for (const place of places)
        for (const value of badValues(place)) {
          const found = await Promise.all(roles.map((role) => statusOf(operation, role, place, value)));
          tried += found.length;
          // A blank may be a name of nothing that there is, or one that nothing may have.
          const refusals = value.trim() === '' ? (place.in === 'path' ? [400, 404] : [400, 422]) : [400];
          if (found.some((status) => !refusals.includes(status)))
            taken.push(
              `${operation.method} ${operation.path} ${place.in} ${place.name} ${JSON.stringify(value)}: ${found}`,
            );
        }
    }
    expect(taken).toEqual([]);
    expect(tried).toBeGreaterThan(400);
  });
});
