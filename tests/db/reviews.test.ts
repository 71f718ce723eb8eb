/** Five questions to a district once its file is accepted, read together by its coordinator, and shown to those of the next collection. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../server/features/accounts/index.ts';
import type { OwnReview, Reviews } from '../../server/features/reviews/contract.ts';
import { fileOf, type Office, OTHER, OWN, openOffice, SIXTY_OF_OTHER, students } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let office: Office;
let fall = 0;

const SAID = { took: 'a_day', hardest: 'rows', guide: 'mostly', uneasy: 'no', again: 'yes' } as const;
const put = (role: 'district' | 'other', words = '', review: object = SAID) =>
  office.ask(role, 'PUT', `/collections/${fall}/review`, { review, remarks: words });
const own = async (role: 'district' | 'other', collection = fall) =>
  (await office.ask(role, 'GET', `/collections/${collection}/review`)).json as OwnReview;
const together = async () => (await office.ask('coordinator', 'GET', `/collections/${fall}/reviews`)).json as Reviews;

beforeAll(async () => {
  office = await openOffice(database.deps);
  fall = await office.open('fall');
});
afterAll(() => office?.app.close());

describe('whom districts call', () => {
  it('is written by the coordinator, read by each district, and stays when a change leaves it out', async () => {
    const fields = { name: 'called', opensOn: '2030-01-01', closesOn: '2030-02-01', questions: ['device'] };
    const contact = 'The broadband desk, weekdays from 8 to 4';
    const made = await office.ask('coordinator', 'POST', '/collections', { ...fields, contact });
    const seen = async () => (await office.ask('district', 'GET', `/collections/${made.json.id}`)).json.contact;
    expect(await seen()).toBe(contact);
    await office.ask('coordinator', 'PATCH', `/collections/${made.json.id}`, { ...fields, name: 'called again' });
    expect(await seen()).toBe(contact);
    await office.ask('coordinator', 'PATCH', `/collections/${made.json.id}`, { ...fields, contact: '' });
    expect(await seen()).toBe('');
    expect((await office.ask('district', 'PATCH', `/collections/${made.json.id}`, fields)).status).toBe(403);
  });
});

describe('the review of a collection', () => {
  it('is asked of nobody before a file is accepted', async () => {
    expect(await own('district')).toEqual({ mayAnswer: false, review: null, changed: null });
    const refused = await put('district');
    expect([refused.status, refused.json.code]).toEqual([409, 'review.nothing-accepted']);
    expect((await together()).districts).toBe(0);
  });

  it('is answered by each district for itself, again in place of before, and read together without whose words they are', async () => {
    await office.accept('district', fall, fileOf(students(60)));
    await office.accept('other', fall, SIXTY_OF_OTHER);
    expect((await put('district', 'The rows took long.')).status).toBe(204);
    expect((await put('other', 'The guide could show the columns.', { ...SAID, hardest: 'columns' })).status).toBe(204);
    expect((await put('district', 'The rows took very long.', { took: 'longer', hardest: 'rows' })).status).toBe(204);
    expect(await own('district')).toMatchObject({
      mayAnswer: true,
      review: { review: { took: 'longer', hardest: 'rows' }, remarks: 'The rows took very long.' },
    });
    const read = await together();
    expect(read).toMatchObject({
      districts: 2,
      accepted: 2,
      counts: { took: { longer: 1, a_day: 1 }, hardest: { rows: 1, columns: 1 }, again: { yes: 1 } },
    });
    expect(read.words.toSorted()).toEqual(['The guide could show the columns.', 'The rows took very long.']);
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`${OWN}|${OTHER}|District`));
  });

  it('refuses words that look like data of a student, names the kind, repeats nothing and keeps nothing', async () => {
    for (const [words, kind] of [
      ['Our student Casey Invented, born 3/14/2012, is missing', 'names of people'],
      ['Write to casey@home.example', 'e-mail addresses'],
      ['She lives at 104 Spring Creek Rd', 'street addresses'],
    ] as const) {
      const refused = await put('district', words);
      expect([refused.status, refused.json.code]).toEqual([422, 'review.identifying']);
      expect(refused.body).toContain(kind);
      for (const said of ['Casey', '2012', 'home.example', 'Spring']) expect(refused.body).not.toContain(said);
    }
    expect((await own('district')).review?.remarks).toBe('The rows took very long.');
  });

  it('is taken up in sentences, which districts of the next collection read and of no earlier one', async () => {
    const changes = [
      { about: 'guide', what: 'The guide shows every column with an example.' },
      { about: 'words', what: 'The window is two weeks longer.' },
    ];
    const send = (list: object[]) =>
      office.ask('coordinator', 'PUT', `/collections/${fall}/changes`, { changes: list });
    expect((await send([{ about: 'words', what: 'We called Casey at 304-555-0143.' }])).json.code).toBe(
      'review.identifying',
    );
    expect((await send(changes)).status).toBe(204);
    expect((await send(changes.slice().reverse())).status).toBe(204);
    const spring = await office.open('spring');
    expect((await own('district', spring)).changed).toEqual({ collection: 'fall', changes: changes.slice().reverse() });
    expect((await own('district')).changed).toBeNull();
    expect((await together()).changes).toEqual(changes.slice().reverse());
  });

  it('writes into the log who did it, and no word of what was said', async () => {
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ did: string; thing: string }>(
        "select distinct did, thing from audit.entries where did like 'reviews.%' order by did",
      ),
    );
    expect(acts).toEqual([
      { did: 'reviews.answered', thing: `collection ${fall}` },
      { did: 'reviews.taken-up', thing: `collection ${fall}` },
    ]);
  });

  it('is for nobody of another state, and neither role writes what is the other’s', async () => {
    const { token } = await createToken(database.deps, { role: 'coordinator', stateFips: '51', label: 'x', days: 1 });
    const headers = { authorization: `Bearer ${token}` };
    const base = `/api/v1/collect/collections/${fall}`;
    const ask = (method: 'GET' | 'PUT', url: string, payload?: object) =>
      office.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    expect((await ask('GET', `${base}/reviews`)).statusCode).toBe(404);
    expect((await ask('PUT', `${base}/changes`, { changes: [] })).statusCode).toBe(404);
    expect((await together()).changes).toHaveLength(2);
    const { db } = database.deps;
    const tries = [
      db.as({ role: 'collector', leaId: OWN }, (tx) =>
        tx.run('delete from reviews.changes where collection_id = $1', [fall]),
      ),
      db.as({ role: 'collector', leaId: OWN }, (tx) =>
        tx.run("update reviews.answers set words = 'x' where lea_id = $1", [OTHER]),
      ),
      db.as({ role: 'coordinator', stateFips: '54' }, (tx) => tx.run("update reviews.answers set words = 'x'")),
      db.as({ role: 'coordinator', stateFips: '51' }, (tx) => tx.run('delete from reviews.changes')),
    ];
    expect(await Promise.all(tries)).toEqual([0, 0, 0, 0]);
    const seen = await db.as({ role: 'collector', leaId: OWN }, (tx) =>
      tx.rows<{ lea_id: string }>('select lea_id from reviews.answers'),
    );
    expect(seen).toEqual([{ lea_id: OWN }]);
  });
});
