import { describe, expect, it } from 'vitest';
import { createKey } from '../../../server/domain/anonymize/key-file.ts';
import { phrase } from '../../../server/domain/messages/phrase.ts';
import type { Checked, Exchanges, Opened } from '../../../web/src/features/prepare/protocol.ts';
import { PrepareRun } from '../../../web/src/features/prepare/run.ts';
import type { Step } from '../../../web/src/lib/route.ts';
import { Failed, Stopped } from '../../../web/src/lib/work.ts';

const OPENED: Opened = {
  columns: ['Student', 'Lat', 'Lon', 'Grade'].map((name) => ({ name, samples: [] })),
  mapping: { student_id: 0, latitude: 1, longitude: 2 },
  header: { line: 1, isChosen: false, instead: undefined },
  notes: [],
} as unknown as Opened; // what else a guess holds is not looked at here
const CHECKED = { counts: { badRows: 0 }, groups: [] } as unknown as Checked;

/** A run with a worker that answers when the test says so. */
function begin() {
  const asked: { kind: string; ask: unknown; answer: (value: unknown) => void; fail: (error: Error) => void }[] = [];
  const steps: Step[] = [];
  let locks = 0;
  const run = new PrepareRun('5400030', {
    worker: {
      ask: <K extends keyof Exchanges>(kind: K, ask: Exchanges[K]['ask']) =>
        new Promise<Exchanges[K]['answer']>((resolve, reject) => {
          asked.push({ kind, ask, answer: (value) => resolve(value as Exchanges[K]['answer']), fail: reject });
        }),
    },
    tellAddress: (step) => steps.push(step),
    lock: () => {
      locks += 1;
    },
    secret: () => new Uint8Array(32).fill(7),
    now: () => new Date('2026-11-29T12:00:00Z'),
  });
  const next = async (kind: string) => {
    await expect.poll(() => asked[0]?.kind).toBe(kind);
    return asked.shift() as (typeof asked)[number];
  };
  return { run, next, steps, locks: () => locks, asked };
}

async function withFile() {
  const bench = begin();
  const { run, next } = bench;
  run.makeKey();
  run.keySaved();
  const opening = run.open(new File(['a,b'], 'export.csv'));
  (await next('open')).answer(OPENED);
  await opening;
  await expect.poll(() => run.state().isLooking).toBe(false);
  return bench;
}

describe('a file being prepared', () => {
  it('locks the network before the first byte of a file or a key is read', async () => {
    const { run, next, locks } = begin();
    void run.open(new File(['a'], 'export.csv'));
    expect(locks()).toBe(1);
    (await next('open')).answer(OPENED);
    void run.chooseKey(new Blob(['no key']));
    expect(locks()).toBe(2);
  });

  it('is checked by the columns as they are when the check begins, not as they were when suggestions were accepted', async () => {
    const { run, next } = await withFile();
    const accepting = run.acceptAll(['grades']);
    const mend = await next('mend');
    run.setColumn('grade_level', 3);
    mend.answer({ pending: 1, accepted: 1 });
    const check = await next('check');
    expect((check.ask as Exchanges['check']['ask']).mapping).toEqual({ ...OPENED.mapping, grade_level: 3 });
    check.answer(CHECKED);
    (await next('trace')).answer({ rules: {}, rows: {}, accepted: [] });
    await accepting;
  });

  it('is checked with what was just said of an address type', async () => {
    const { run, next } = await withFile();
    void run.sayResidence('digest', 'home');
    expect((await next('check')).ask).toMatchObject({ residences: { digest: 'home' } });
  });

  it('opens a step only when the one before it is done, and writes the step to the address', async () => {
    const { run, next, steps } = await withFile();
    run.goTo('save');
    expect(run.state().step).toBe('columns');
    const checking = run.check('problems');
    (await next('check')).answer(CHECKED);
    (await next('trace')).answer({ rules: {}, rows: {}, accepted: [] });
    await checking;
    expect(run.state().step).toBe('problems');
    expect(steps).toEqual(['save', 'problems']);
  });

  it('says nothing of work that the person stopped, and why other work failed', async () => {
    const { run, next } = await withFile();
    const stopped = run.check();
    (await next('check')).fail(new Stopped());
    await stopped;
    expect([run.state().failure, run.state().work]).toEqual([undefined, undefined]);
    const failed = run.check();
    (await next('check')).fail(new Failed(phrase('prepare.moved')));
    await failed;
    expect(run.state().failure).toEqual({ about: 'check', said: phrase('prepare.moved') });
  });

  it('is void as soon as another key is chosen', async () => {
    const { run, next } = await withFile();
    const checking = run.check();
    (await next('check')).answer(CHECKED);
    (await next('trace')).answer({ rules: {}, rows: {}, accepted: [] });
    await checking;
    const { key } = run.state();
    if (!key) throw new Error('There is no key.');
    expect(key.key).toEqual(createKey('5400030', new Uint8Array(32).fill(7), '2026-11-29'));
    run.forgetKey();
    expect([run.state().checked, run.state().done.hasKey]).toEqual([undefined, false]);
  });
});
