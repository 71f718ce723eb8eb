/**
 * Who may ask what, as one table. What the table does not name is refused: the last test walks every route of the
 * application and fails when one is missing here.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../server/app.ts';
import { PERSON_ROLES, TOKEN_ROLES } from '../server/domain/actor.ts';
import { NO_TERMS } from '../server/domain/round/terms.ts';
import { createToken } from '../server/features/accounts/index.ts';
import { FOR_MANY_FILES } from './support/collect.ts';
import { smallStateDatabase } from './support/database.ts';
import { signedInAs } from './support/people.ts';
import { aProposal } from './support/round.ts';

const ROLES = ['nobody', ...TOKEN_ROLES, ...PERSON_ROLES.map((role) => `person:${role}` as const)] as const;
type Role = (typeof ROLES)[number];
/** `in`: answered, if only with "there is no such thing". */
type Outcome = 'in' | 401 | 403;
type Row = Record<Role, Outcome>;

/** The same for all. */
function all(outcome: Outcome): Row {
  return Object.fromEntries(ROLES.map((role) => [role, outcome])) as Row;
}
/** In for these, by a link or signed in; the others are refused as others, and whoever is nobody as nobody. */
function only(...roles: readonly Role[]): Row {
  return Object.fromEntries(
    ROLES.map((role) => [role, role === 'nobody' ? 401 : roles.includes(role) ? 'in' : 403]),
  ) as Row;
}

function ofPeople(outcome: Outcome): Partial<Row> {
  return Object.fromEntries(PERSON_ROLES.map((role) => [`person:${role}`, outcome]));
}

const EVERYBODY = all('in');
const NOBODY = all(401);
const HOLDERS: Row = { ...EVERYBODY, nobody: 401 };
/** Only a page of ours may: a program with a token is refused, a person's page is let in. */
const PAGE_TOKEN: Row = { ...all(403), ...ofPeople(401) };
const FROM_OUR_PAGE: Row = { ...all(403), ...ofPeople('in') };
const ONLY = {
  agency: only('agency', 'person:sea', 'person:puc'),
  provider: only('provider', 'person:provider'),
  district: only('district', 'person:district'),
  coordinator: only('coordinator', 'person:coordinator'),
  admin: only('person:admin'),
} as const;

interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly payload?: object;
}

const READ: Ask = { method: 'GET' };

const COLLECTING = only('district', 'coordinator', 'person:district', 'person:coordinator');
/** Whoever files corrections, and whoever decides them. */
const CORRECTING = only('agency', 'provider', 'person:sea', 'person:puc', 'person:provider');
const NO_PROPOSAL = aProposal([]);
const NO_RULES = { budget: 0, mustHave: [], excluded: [] };
const WINDOW = { name: 'of the table', opensOn: '2026-01-01', closesOn: '2026-02-01', questions: ['device'] };
const INVITATION = { label: 'of the table', organization: 'of the table', role: 'viewer' };
const NO_ID = '00000000-0000-4000-8000-000000000000';
const UPLOAD = `/api/v1/collect/uploads/${NO_ID}`;
const SCENARIO = {
  of: 'unserved',
  source: 'agreed',
  clusters: [],
  inputs: {},
  levers: ['fiber'],
  withDevices: false,
  case: 'median',
  budget: null,
};
const SHARED_STORY = {
  release: 1,
  audience: 'public',
  place: { kind: 'county', id: '54015' },
  title: 'of the table',
  steps: 'title,thanks',
  endsOn: null,
};
const NOTE = {
  kind: 'docket',
  filing: { source: 'puc', publisher: 'nobody', title: 'none', asOf: '2026-01-01' },
  provider: null,
  words: '25-1',
};
/** Staff of the agency and the commission, and providers. */
const ROUND_PARTIES = CORRECTING;
const ROUND_SETTINGS = {
  title: 'of the table',
  terms: NO_TERMS,
  scoring: [],
  budget: null,
  showsReference: true,
  allowsRepair: true,
  marginSeconds: 0,
  protestSeconds: 0,
  questionsCloseAt: null,
  closesAt: null,
};
const AMENDMENT = {
  reason: 'x',
  terms: NO_TERMS,
  scoring: [],
  questionsCloseAt: null,
  closesAt: '2030-01-01T00:00:00Z',
};
const APPLICATION = {
  facts: {
    legalName: '',
    frn: '',
    uei: '',
    address: '',
    website: '',
    yearsInService: null,
    subscribers: null,
    technologies: [],
    experience: '',
    finances: '',
  },
  contacts: [],
};
const MESSAGE = {
  message: 'thanks',
  texts: { en: { subject: 'x', text: 'x' }, es: { subject: 'x', text: 'x' } },
  leaIds: ['5400240'],
};
const CHALLENGE = { name: 'of the table', opensOn: '2026-01-01', closesOn: '2026-02-01' };

/** Route pattern, an address of it, and the outcome for each role. */
type AccessRow = readonly [route: string, address: string, outcome: Row, how?: Ask];

const ACCESS: readonly AccessRow[] = [
  ['/healthz', '/healthz', EVERYBODY],
  ['/readyz', '/readyz', EVERYBODY],
  ['/openapi.json', '/openapi.json', EVERYBODY],
  ['/enter/:token', '/enter/nobody-was-given-this', NOBODY],
  ['/enter/:token', '/enter/nobody-was-given-this', PAGE_TOKEN, { method: 'POST' }],
  ['/sessions', '/sessions', HOLDERS],
  ['/sessions/:id/end', '/sessions/999/end', HOLDERS, { method: 'POST' }],
  ['/sessions/roles/:id', '/sessions/roles/999', HOLDERS, { method: 'POST' }],
  ['/sign-in', '/sign-in', EVERYBODY],
  ['/sign-in/:issuer', '/sign-in/none', EVERYBODY],
  ['/sign-in/:issuer/callback', '/sign-in/none/callback?code=a&state=b', EVERYBODY],
  ['/sign-in/demo/:id', '/sign-in/demo/1', EVERYBODY, { method: 'POST' }],
  ['/sign-in/passkey', '/sign-in/passkey', EVERYBODY],
  ['/sign-in/passkey', '/sign-in/passkey', FROM_OUR_PAGE, { method: 'POST', payload: { credential: '{}' } }],
  ['/sign-in/passkey/options', '/sign-in/passkey/options', FROM_OUR_PAGE, { method: 'POST', payload: {} }],
  ['/signed-out', '/signed-out', EVERYBODY],
  ['/signed-out/:issuer', '/signed-out/none', EVERYBODY],
  ['/invite/:token', '/invite/nobody-was-given-this', EVERYBODY],
  ['/invite/:token', '/invite/nobody-was-given-this', FROM_OUR_PAGE, { method: 'POST' }],
  ['/people', '/people', ONLY.admin],
  ['/people/invitations', '/people/invitations', ONLY.admin, { method: 'POST', payload: INVITATION }],
  ['/people/invitations/:id/end', '/people/invitations/999/end', ONLY.admin, { method: 'POST' }],
  ['/people/roles/:id/end', '/people/roles/999/end', ONLY.admin, { method: 'POST' }],
  ['/people/sessions/:id/end', '/people/sessions/999/end', ONLY.admin, { method: 'POST' }],
  ['/people/log', '/people/log', ONLY.admin],
  ['/people/log.csv', '/people/log.csv', ONLY.admin],
  ['/api/v1/me', '/api/v1/me', EVERYBODY],
  ['/api/v1/ground', '/api/v1/ground?state=54', EVERYBODY],
  ['/ground/:state/:version/:z/:x/:y.mvt', '/ground/54/0123456789abcdef/0/0/0.mvt', EVERYBODY],
  ['/api/v1/places', '/api/v1/places?q=clay', EVERYBODY],
  ['/api/v1/survey-kit', '/api/v1/survey-kit', EVERYBODY],
  ['/api/v1/survey-kit/:file', '/api/v1/survey-kit/survey-es.html?questions=internet_access', EVERYBODY],
  ...finer('/api/v1/release', '/api/v1/release?'),
  ...finer('/api/v1/releases', '/api/v1/releases?'),
  ...finer('/api/v1/privacy', '/api/v1/privacy?'),
  ...finer('/api/v1/patches', '/api/v1/patches?limit=2&'),
  ...finer('/api/v1/clusters', '/api/v1/clusters?limit=2&'),
  ...finer('/api/v1/clusters/:id', '/api/v1/clusters/c0?'),
  ...finer('/api/v1/devices', '/api/v1/devices?'),
  ...finer('/api/v1/funded', '/api/v1/funded?'),
  ...finer('/api/v1/funded/hexes', '/api/v1/funded/hexes?level=5&'),
  ['/api/v1/workbench', '/api/v1/workbench', ONLY.agency],
  ['/api/v1/workbench/provider', '/api/v1/workbench/provider?provider=130001', ONLY.agency],
  ['/api/v1/workbench/hexes', '/api/v1/workbench/hexes?provider=130001', ONLY.agency],
  ['/api/v1/workbench/locations', '/api/v1/workbench/locations?provider=130001', ONLY.agency],
  ['/api/v1/workbench/areas', '/api/v1/workbench/areas?provider=130001', ONLY.agency],
  ['/api/v1/workbench/evidence', '/api/v1/workbench/evidence?provider=130001', ONLY.agency],
  ['/api/v1/workbench/notes', '/api/v1/workbench/notes', ONLY.agency, { method: 'POST', payload: NOTE }],
  ['/api/v1/workbench/notes/:id', '/api/v1/workbench/notes/999', ONLY.agency, { method: 'DELETE' }],
  ['/api/v1/workbench/windows', '/api/v1/workbench/windows', ONLY.agency, { method: 'POST', payload: CHALLENGE }],
  ['/api/v1/workbench/windows/:id', '/api/v1/workbench/windows/999', ONLY.agency, { method: 'DELETE' }],
  ['/api/v1/rounds', '/api/v1/rounds', EVERYBODY],
  ['/api/v1/rounds', '/api/v1/rounds', ONLY.agency, { method: 'POST', payload: { title: 'x', measure: 'unserved' } }],
  ['/api/v1/rounds/mine', '/api/v1/rounds/mine', ROUND_PARTIES],
  ['/api/v1/rounds/:id', '/api/v1/rounds/999', ROUND_PARTIES],
  ['/api/v1/rounds/:id', '/api/v1/rounds/999', ONLY.agency, { method: 'PUT', payload: ROUND_SETTINGS }],
  ['/api/v1/rounds/:id/moves/:move', '/api/v1/rounds/999/moves/open', ONLY.agency, { method: 'POST', payload: {} }],
  [
    '/api/v1/rounds/:id/amendments',
    '/api/v1/rounds/999/amendments',
    ONLY.agency,
    { method: 'POST', payload: AMENDMENT },
  ],
  ['/api/v1/rounds/:id/candidates', '/api/v1/rounds/999/candidates', ONLY.agency],
  [
    '/api/v1/rounds/:id/lots',
    '/api/v1/rounds/999/lots',
    ONLY.agency,
    { method: 'POST', payload: { place: { kind: 'county', id: '54015' } } },
  ],
  ['/api/v1/rounds/:id/lots/:lot', '/api/v1/rounds/999/lots/9', ONLY.agency, { method: 'PATCH', payload: {} }],
  ['/api/v1/rounds/:id/lots/:lot', '/api/v1/rounds/999/lots/9', ONLY.agency, { method: 'DELETE' }],
  [
    '/api/v1/rounds/:id/lots/:lot/split',
    '/api/v1/rounds/999/lots/9/split',
    ONLY.agency,
    { method: 'POST', payload: { patches: [1], name: 'x' } },
  ],
  [
    '/api/v1/rounds/:id/merged-lots',
    '/api/v1/rounds/999/merged-lots',
    ONLY.agency,
    { method: 'POST', payload: { lots: [1, 2], name: 'x' } },
  ],
  ['/api/v1/rounds/:id/lots/:lot/patches', '/api/v1/rounds/999/lots/9/patches', ONLY.agency],
  ['/api/v1/rounds/:id/lots.geojson', '/api/v1/rounds/999/lots.geojson', ROUND_PARTIES],
  [
    '/api/v1/rounds/:id/interests',
    '/api/v1/rounds/999/interests',
    ONLY.provider,
    { method: 'PUT', payload: { lots: [] } },
  ],
  [
    '/api/v1/rounds/:id/questions',
    '/api/v1/rounds/999/questions',
    ONLY.provider,
    { method: 'POST', payload: { question: 'x' } },
  ],
  [
    '/api/v1/rounds/:id/questions/:question/answer',
    '/api/v1/rounds/999/questions/9/answer',
    ONLY.agency,
    { method: 'PUT', payload: { answer: 'x' } },
  ],
  ['/api/v1/qualification', '/api/v1/qualification', ONLY.provider],
  ['/api/v1/qualification', '/api/v1/qualification', ONLY.provider, { method: 'PUT', payload: APPLICATION }],
  [
    '/api/v1/qualification/application',
    '/api/v1/qualification/application',
    ONLY.provider,
    { method: 'POST', payload: APPLICATION },
  ],
  ['/api/v1/qualification/documents', '/api/v1/qualification/documents?name=a.pdf', ONLY.provider, { method: 'POST' }],
  ['/api/v1/qualification/documents/:id', '/api/v1/qualification/documents/999', ONLY.provider, { method: 'DELETE' }],
  ['/api/v1/qualifications/documents/:id', '/api/v1/qualifications/documents/999', ROUND_PARTIES],
  ['/api/v1/qualifications', '/api/v1/qualifications', ONLY.agency],
  [
    '/api/v1/qualifications/:provider/decision',
    '/api/v1/qualifications/999/decision',
    ONLY.agency,
    { method: 'POST', payload: { outcome: 'qualify' } },
  ],
  ...finer('/api/v1/cells/:h3', '/api/v1/cells/882aac4411fffff?'),
  ['/api/v1/verdicts/:leaId.js', '/api/v1/verdicts/5400240.js', EVERYBODY],
  ...finer('/api/v1/places/:kind/:id', '/api/v1/places/county/54015?'),
  ['/api/v1/rounds/:id/package.zip', '/api/v1/rounds/999/package.zip', CORRECTING],
  ['/api/v1/rounds/:id/lots/:lot/package.zip', '/api/v1/rounds/999/lots/999/package.zip', CORRECTING],
  ['/api/v1/commitments', '/api/v1/commitments', CORRECTING],
  ['/api/v1/commitments', '/api/v1/commitments', ONLY.provider, { method: 'POST', payload: { lot: 999 } }],
  ['/api/v1/commitments/:id', '/api/v1/commitments/999', CORRECTING],
  [
    '/api/v1/commitments/:id/evidence',
    '/api/v1/commitments/999/evidence?kind=photograph&file=a.jpg',
    ONLY.provider,
    { method: 'POST' },
  ],
  ['/api/v1/commitments/:id/evidence/:evidence', '/api/v1/commitments/999/evidence/999', CORRECTING],
  [
    '/api/v1/commitments/:id/reports',
    '/api/v1/commitments/999/reports',
    ONLY.provider,
    { method: 'POST', payload: { words: 'x' } },
  ],
  [
    '/api/v1/commitments/:id/decision',
    '/api/v1/commitments/999/decision',
    ONLY.agency,
    { method: 'POST', payload: { ruling: 'accepted' } },
  ],
  [
    '/api/v1/commitments/:id/default',
    '/api/v1/commitments/999/default',
    ONLY.agency,
    { method: 'POST', payload: { reason: 'x' } },
  ],
  ...finer('/api/v1/committed', '/api/v1/committed?'),
  ['/api/v1/mail', '/api/v1/mail', ONLY.agency],
  ['/api/v1/mail/:id/message.eml', '/api/v1/mail/999/message.eml', ONLY.agency],
  ['/api/v1/mail/:id/sent', '/api/v1/mail/999/sent', ONLY.agency, { method: 'POST' }],
  ...['', '/places', '/place', '/cells', '/releases'].flatMap((part) =>
    finer(`/api/v1/changes${part}`, `/api/v1/changes${part}?`),
  ),
  ...finer('/api/v1/briefs/:kind/:id', '/api/v1/briefs/county/54015?'),
  ...finer('/api/v1/briefs/:kind/:id/map.svg', '/api/v1/briefs/county/54015/map.svg?'),
  ...finer('/api/v1/briefs/:kind/:id/:file', '/api/v1/briefs/county/54015/page.pdf?'),
  ...finer('/api/v1/briefs/:kind/all.zip', '/api/v1/briefs/congressional_district/all.zip?'),
  ...finer('/api/v1/briefs/:kind/all.pdf', '/api/v1/briefs/congressional_district/all.pdf?'),
  ['/api/v1/briefs/:kind/:id/picture.png', '/api/v1/briefs/county/54015/picture.png', EVERYBODY],
  [
    '/api/v1/briefs/:kind/:id/ask',
    '/api/v1/briefs/county/54999/ask',
    ONLY.agency,
    { method: 'PUT', payload: { dollars: null, program: null, due: null, isPublic: false } },
  ],
  ...finer('/api/v1/stories/:kind/:id', '/api/v1/stories/county/54015?'),
  ...finer('/api/v1/stories/:kind/:id/handout.pdf', '/api/v1/stories/county/54015/handout.pdf?'),
  ['/api/v1/shared-stories', '/api/v1/shared-stories', ONLY.agency],
  ['/api/v1/shared-stories', '/api/v1/shared-stories', ONLY.agency, { method: 'POST', payload: SHARED_STORY }],
  ['/api/v1/shared-stories/:code', '/api/v1/shared-stories/nobody-made1', EVERYBODY],
  ['/api/v1/shared-stories/:code', '/api/v1/shared-stories/nobody-made1', ONLY.agency, { method: 'DELETE' }],
  ['/s/:code', '/s/nobody-made1', EVERYBODY],
  ['/api/v1/roadmap', '/api/v1/roadmap', EVERYBODY],
  ['/api/v1/cost/inputs', '/api/v1/cost/inputs', ONLY.agency],
  ['/api/v1/cost/estimates', '/api/v1/cost/estimates', ONLY.agency, { method: 'POST', payload: SCENARIO }],
  ['/api/v1/cost/scenarios', '/api/v1/cost/scenarios', ONLY.agency],
  [
    '/api/v1/cost/scenarios',
    '/api/v1/cost/scenarios',
    ONLY.agency,
    { method: 'POST', payload: { name: 'of the table', scenario: SCENARIO } },
  ],
  ['/api/v1/cost/scenarios/:id', `/api/v1/cost/scenarios/${NO_ID}`, ONLY.agency],
  ['/api/v1/cost/scenarios/:id', `/api/v1/cost/scenarios/${NO_ID}`, ONLY.agency, { method: 'DELETE' }],
  ...finer('/api/v1/places/:kind/:id/profile', '/api/v1/places/county/54015/profile?'),
  ...finer('/api/v1/places/index', '/api/v1/places/index?kind=county&'),
  ['/api/v1/room', '/api/v1/room', ONLY.provider],
  ['/api/v1/room/footprint.geojson', '/api/v1/room/footprint.geojson', ONLY.provider],
  ['/api/v1/room/clusters', '/api/v1/room/clusters?miles=1', ONLY.provider],
  ['/api/v1/room/clusters/:id/locations.csv', '/api/v1/room/clusters/none/locations.csv', ONLY.provider],
  ['/api/v1/room/plans', '/api/v1/room/plans?name=A&file=a.zip', ONLY.provider, { method: 'POST' }],
  ['/api/v1/room/plans/:id', '/api/v1/room/plans/999', ONLY.provider, { method: 'DELETE' }],
  ['/api/v1/room/plans/:id/areas.geojson', '/api/v1/room/plans/999/areas.geojson', ONLY.provider],
  ['/api/v1/room/alerts', '/api/v1/room/alerts', ONLY.provider],
  [
    '/api/v1/room/alerts',
    '/api/v1/room/alerts',
    ONLY.provider,
    { method: 'POST', payload: { email: 'none', miles: 10, language: 'en' } },
  ],
  ['/api/v1/room/alerts/:id', '/api/v1/room/alerts/999', ONLY.provider, { method: 'DELETE' }],
  ['/api/v1/rounds/:id/proposal', '/api/v1/rounds/999/proposal', ONLY.provider],
  ['/api/v1/rounds/:id/receipts', '/api/v1/rounds/999/receipts', EVERYBODY],
  ['/api/v1/rounds/:id/evaluation', '/api/v1/rounds/999/evaluation', ONLY.agency],
  ...ofRound('proposal/draft', ONLY.provider, NO_PROPOSAL, 'PUT'),
  ...ofRound('proposal/submit', ONLY.provider, { amendment: 0, proposal: NO_PROPOSAL }),
  ...ofRound('proposal/confirm', ONLY.provider, { amendment: 0 }),
  ...ofRound('proposal/withdraw', ONLY.provider),
  [
    '/api/v1/rounds/:id/proposal/attachments',
    '/api/v1/rounds/999/proposal/attachments?kind=pdf&name=a.pdf',
    ONLY.provider,
    { method: 'POST' },
  ],
  ...ofRound('openers', ONLY.agency, { passphrase: 'twelve letters' }),
  ...ofRound('unseal', ONLY.agency, {}),
  ...ofRound('choices/trial', ONLY.agency, { rules: NO_RULES, byHand: [] }),
  ...ofRound('choices', ONLY.agency, { rules: NO_RULES, chosen: [], reason: 'of the table' }),
  ...ofRound('intend', ONLY.agency),
  ...ofRound('reconsider', ONLY.agency, { reason: 'of the table' }),
  ...ofRound('award', ONLY.agency),
  ...ofRound('repair', ONLY.agency),
  [
    '/api/v1/rounds/:id/proposals/:proposal/redacted.json',
    '/api/v1/rounds/999/proposals/999/redacted.json',
    ONLY.agency,
  ],
  [
    '/api/v1/rounds/:id/proposals/:proposal/files/:attachment',
    `/api/v1/rounds/999/proposals/999/files/${NO_ID}`,
    CORRECTING,
  ],
  [
    '/api/v1/rounds/:id/proposals/:proposal/clarifications',
    '/api/v1/rounds/999/proposals/999/clarifications',
    ONLY.agency,
    { method: 'POST', payload: { question: 'of the table', answerBy: '2099-01-01T00:00:00Z' } },
  ],
  [
    '/api/v1/rounds/:id/proposal/clarifications/:clarification/answer',
    '/api/v1/rounds/999/proposal/clarifications/999/answer',
    ONLY.provider,
    { method: 'POST', payload: { answer: 'of the table' } },
  ],
  [
    '/api/v1/rounds/:id/proposals/:proposal/scores',
    '/api/v1/rounds/999/proposals/999/scores',
    ONLY.agency,
    { method: 'PUT', payload: { alternative: 1, scores: [{ criterion: 1, points: 5, reason: 'of the table' }] } },
  ],
  ['/api/v1/corrections', '/api/v1/corrections', CORRECTING],
  ['/api/v1/corrections', '/api/v1/corrections?filing=999&file=a.zip&says=x', ONLY.provider, { method: 'POST' }],
  [
    '/api/v1/corrections/:id/decision',
    '/api/v1/corrections/999/decision',
    ONLY.agency,
    { method: 'POST', payload: { decision: 'refused', reason: 'of the table' } },
  ],
  ['/api/v1/corrections/:id/areas.geojson', '/api/v1/corrections/999/areas.geojson', CORRECTING],
  ...collecting('/me', '/me', COLLECTING),
  ...collecting('/collections', '/collections', COLLECTING),
  ...collecting('/collections', '/collections', ONLY.coordinator, { method: 'POST', payload: WINDOW }),
  ...collecting('/collections/:id', '/collections/1', COLLECTING),
  ...collecting('/collections/:id', '/collections/9', ONLY.coordinator, { method: 'PATCH', payload: WINDOW }),
  ...collecting('/collections/:id/reminders.csv', '/collections/1/reminders.csv', ONLY.coordinator),
  ...collecting('/collections/:id/agreement.docx', '/collections/1/agreement.docx', ONLY.coordinator),
  ...collecting('/collections/:id/review', '/collections/1/review', ONLY.district),
  ...collecting('/collections/:id/review', '/collections/999/review', ONLY.district, {
    method: 'PUT',
    payload: { review: {}, remarks: '' },
  }),
  ...collecting('/collections/:id/reviews', '/collections/1/reviews', ONLY.coordinator),
  ...collecting('/collections/:id/changes', '/collections/999/changes', ONLY.coordinator, {
    method: 'PUT',
    payload: { changes: [] },
  }),
  ...collecting('/collections/:id/plan', '/collections/1/plan', ONLY.coordinator),
  ...collecting('/collections/:id/plan', '/collections/999/plan', ONLY.coordinator, {
    method: 'PUT',
    payload: { plan: [] },
  }),
  ...collecting('/collections/:id/plan.csv', '/collections/1/plan.csv', ONLY.coordinator),
  ...collecting('/collections/:id/plan.pdf', '/collections/1/plan.pdf', ONLY.coordinator),
  ...collecting('/collections/:id/plan.ics', '/collections/1/plan.ics', ONLY.coordinator),
  ...collecting('/collections/:id/messages', '/collections/1/messages', ONLY.coordinator),
  ...collecting('/collections/:id/messages', '/collections/999/messages', ONLY.coordinator, {
    method: 'POST',
    payload: MESSAGE,
  }),
  ...collecting('/collections/:id/messages/files', '/collections/999/messages/files', ONLY.coordinator, {
    method: 'POST',
    payload: MESSAGE,
  }),
  ...collecting('/collections/:id/contacts', '/collections/999/contacts', ONLY.coordinator, {
    method: 'PUT',
    payload: { districtContacts: [{ leaId: '5400240', name: 'x', email: '', telephone: '', language: 'en' }] },
  }),
  ...collecting('/collections/:id/calls', '/collections/999/calls', ONLY.coordinator, {
    method: 'POST',
    payload: { leaId: '5400240', reached: true },
  }),
  ...collecting('/collections/:id/contact-log', '/collections/1/contact-log', ONLY.coordinator),
  ...collecting('/collections/:id/contact-log.csv', '/collections/1/contact-log.csv', ONLY.coordinator),
  ...collecting('/collections/:id/response', '/collections/1/response', ONLY.coordinator),
  ...collecting('/collections/:id/calls.csv', '/collections/1/calls.csv', ONLY.coordinator),
  ...collecting('/collections/:id/enrollment', '/collections/9/enrollment', ONLY.coordinator, {
    method: 'PUT',
    payload: { districts: [{ leaId: '5400240', enrolled: 5 }] },
  }),
  ...collecting('/collections/:id/links', '/collections/9/links', ONLY.coordinator, {
    method: 'POST',
    payload: { leaIds: ['5400240'] },
  }),
  ...collecting('/links/:tokenId', '/links/999', ONLY.coordinator, { method: 'DELETE' }),
  ...collecting('/collections/:id/prepared', '/collections/9/prepared', ONLY.district, {
    method: 'POST',
    payload: { students: 5 },
  }),
  ...collecting('/collections/:id/uploads', '/collections/9/uploads', ONLY.district, {
    method: 'POST',
    payload: { bytes: 5, sha256: 'a'.repeat(64) },
  }),
  ...collecting('/collections/:id/accepted', '/collections/9/accepted', ONLY.district, { method: 'DELETE' }),
  ['/api/v1/collect/uploads/:id', UPLOAD, ONLY.district],
  ['/api/v1/collect/uploads/:id', `${UPLOAD}?offset=0`, ONLY.district, { method: 'PUT', payload: {} }],
  ['/api/v1/collect/uploads/:id', UPLOAD, ONLY.district, { method: 'DELETE' }],
  ['/api/v1/collect/uploads/:id/check', `${UPLOAD}/check`, ONLY.district, { method: 'POST' }],
  ['/api/v1/collect/uploads/:id/accept', `${UPLOAD}/accept`, ONLY.district, { method: 'POST' }],
  ['/api/v1/collect/uploads/:id/report.csv', `${UPLOAD}/report.csv`, ONLY.district],
  ['/api/v1/collect/uploads/:id/certificate', `${UPLOAD}/certificate`, COLLECTING],
  ...collecting('/certificates/verify', '/certificates/verify', COLLECTING, { method: 'POST', payload: {} }),
  ['/api/v1/collect/disclosures', '/api/v1/collect/disclosures', ONLY.coordinator],
  ['/api/v1/collect/disclosures.csv', '/api/v1/collect/disclosures.csv', ONLY.coordinator],
  ['/tiles/:layer.json', '/tiles/hexes.json', EVERYBODY],
  ...finer('/tiles/:release/:layer/:z/:x/:y.mvt', '/tiles/1/hexes/6/17/24.mvt?'),
  ...finer('/tiles/:release/:layer/:z/:x/:y.arrow', '/tiles/1/coverage/6/17/24.arrow?'),
];

function ofRound(what: string, outcome: Row, payload?: object, method: 'POST' | 'PUT' = 'POST'): AccessRow[] {
  return [
    [`/api/v1/rounds/:id/${what}`, `/api/v1/rounds/999/${what}`, outcome, { method, ...(payload && { payload }) }],
  ];
}

function collecting(route: string, address: string, outcome: Row, how: Ask = READ): AccessRow[] {
  return [[`/api/v1/collect${route}`, `/api/v1/collect${address}`, outcome, how]];
}

/** A route that serves everybody the public view, and each finer view to its own role only. */
function finer(route: string, address: string): [string, string, Row][] {
  return [
    [route, address, EVERYBODY],
    [route, `${address}audience=agency`, ONLY.agency],
    [route, `${address}audience=provider`, ONLY.provider],
    [route, `${address}audience=district`, ONLY.district],
  ];
}

const database = smallStateDatabase();
let app: FastifyInstance;
/** What each shows: a bearer token, or a session's cookie from one of our pages. */
const shown: Partial<Record<Role, Record<string, string>>> = {};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

beforeAll(async () => {
  const { deps } = database;
  const scope = { stateFips: '54', label: 'test', days: 1 };
  const make = async (holder: Parameters<typeof createToken>[1]) => bearer((await createToken(deps, holder)).token);
  shown.agency = await make({ ...scope, role: 'agency' });
  shown.provider = await make({ ...scope, role: 'provider', providerId: 130_001 });
  shown.district = await make({ role: 'district', leaId: '5400240', label: 'test', days: 1 });
  shown.coordinator = await make({ ...scope, role: 'coordinator' });
  for (const role of PERSON_ROLES) {
    const own = {
      ...(role === 'district' ? { leaId: '5400240' } : role === 'provider' ? { providerId: 130_001 } : {}),
    };
    shown[`person:${role}`] = (await signedInAs(deps, { role, ...own })).headers;
  }
  app = await buildApp({ ...deps, rates: FOR_MANY_FILES });
  await app.ready();
}, 300_000);

afterAll(() => app?.close());

let asked = 0;
async function ask(address: string, role: Role, { method, payload }: Ask = READ): Promise<number> {
  const response = await app.inject({
    method,
    url: address,
    // Each request comes from an address of its own: nobody is told to wait.
    remoteAddress: `127.${1 + (asked >> 16)}.${(asked >> 8) & 255}.${asked++ & 255}`,
    headers: { host: 'localhost', ...shown[role] },
    ...(payload ? { payload } : {}),
  });
  return response.statusCode;
}

describe('the API', () => {
  it.each(ACCESS.map(([route, address, outcome, how = READ]) => ({ route, address, outcome, how })))(
    'lets in only the roles of the access table: $how.method $route, $address',
    async ({ address, outcome, how }) => {
      const found: Partial<Row> = {};
      for (const role of ROLES) {
        const status = await ask(address, role, how);
        expect(status).toBeLessThan(500);
        found[role] = status === 401 || status === 403 ? status : 'in';
      }
      expect(found).toEqual(outcome);
    },
  );

  it('refuses a token that nobody was given', async () => {
    const response = await app.inject({ url: '/api/v1/release', headers: { authorization: 'Bearer made-up' } });
    expect(response.statusCode).toBe(401);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('has no route outside the access table', () => {
    const known = new Set(ACCESS.map(([route]) => route));
    const routes = Object.keys((app.swagger() as { paths: Record<string, unknown> }).paths).map((path) =>
      path.replace(/\{(\w+)\}/g, ':$1'),
    );
    const forgetsOnly = ['/leave', '/sign-out'];
    expect(routes.filter((route) => !known.has(route) && !forgetsOnly.includes(route))).toEqual([]);
  });

  it('gives the public no number that the agency alone may read', async () => {
    const publicCells = await cellsOf('public');
    const agencyCells = await cellsOf('agency');
    expect(publicCells.every((resolution) => resolution <= 7)).toBe(true);
    expect(agencyCells.some((resolution) => resolution === 8)).toBe(true);
  });

  it('shows a district its own patches and nobody else its own', async () => {
    const response = await app.inject({
      url: '/api/v1/patches?audience=district&limit=1000',
      headers: shown.district ?? {},
    });
    const { patches } = response.json<{ patches: { leaIds: string[] }[] }>();
    expect(patches.length).toBeGreaterThan(0);
    expect(new Set(patches.flatMap(({ leaIds }) => leaIds))).toEqual(new Set(['5400240']));
  });
});

describe('pages of other sites', () => {
  const READS = ACCESS.flatMap(([route, address, , how = READ]): [string, string][] =>
    how.method === 'GET' ? [[route, address]] : [],
  );
  const isForEverybody = (route: string, address: string) =>
    /^\/(openapi\.json|(ground|tiles)\/|api\/v1\/(?!me|collect|cost|room|roadmap|corrections|shared-stories|workbench|mail|commitments|rounds|qualification))/.test(
      route,
    ) && !address.includes('audience=');

  it.each(READS)('may read %s only where it is everybody’s: %s', async (route, url) => {
    const anybody = await app.inject({ url, headers: { origin: 'https://map.example.org' } });
    expect(anybody.headers['access-control-allow-origin']).toBe(isForEverybody(route, url) ? '*' : undefined);
    for (const role of ROLES) {
      if (!shown[role] || route.startsWith('/tiles/')) continue;
      const { headers } = await app.inject({ url, headers: shown[role] });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(anybody.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each(READS)('may ask %s with headers of their own, but no token: %s', async (route, url) => {
    const { headers, statusCode } = await app.inject({
      method: 'OPTIONS',
      url,
      headers: { origin: 'https://map.example.org', 'access-control-request-method': 'GET' },
    });
    if (!isForEverybody(route, url)) return expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(statusCode).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD');
    expect(headers['access-control-allow-headers']).toContain('if-none-match');
    expect(headers['access-control-allow-headers']).not.toMatch(/authorization|cookie/);
  });

  it.each([
    ['/api/v1/patches?limit=none', 400],
    ['/api/v1/cells/882aac4411ffff0', 400],
    ['/api/v1/clusters?format=csv&limit=1', 200],
    ['/api/v1/patches?format=geojson&limit=1', 200],
    ['/api/v1/nothing', 404],
    ['/tiles/1/hexes/99/0/0.mvt', 404],
    ['/tiles/current/hexes/6/17/24.mvt', 302],
  ])('can read the outcome of %s', async (url, status) => {
    const { headers, statusCode } = await app.inject({ url });
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([status, '*']);
    expect(headers['access-control-expose-headers']).toContain('x-next-cursor');
  });

  it.each(['/tiles/1/hexes/6/17/24.mvt', '/api/v1/survey-kit/dictionary.csv'])(
    'get 304 for a copy that is still right: %s',
    async (url) => {
      const { etag } = (await app.inject({ url })).headers;
      const again = await app.inject({ url, headers: { 'if-none-match': String(etag) } });
      expect([again.statusCode, again.headers['access-control-allow-origin']]).toEqual([304, '*']);
    },
  );
});

async function cellsOf(audience: 'public' | 'agency'): Promise<number[]> {
  const response = await app.inject({
    url: `/api/v1/patches?audience=${audience}&limit=1000`,
    headers: audience === 'agency' ? (shown.agency ?? {}) : {},
  });
  return response.json<{ patches: { resolution: number }[] }>().patches.map(({ resolution }) => resolution);
}
