import { describe, expect, it } from 'vitest';
import { readKey } from '../../../server/domain/anonymize/index.ts';
import { PrepareEngine } from '../../../web/src/features/prepare/engine.ts';
import { forgetTraces, type KeptTrace, keepTrace, keptTrace } from '../../../web/src/features/prepare/kept-trace.ts';
import type { Checked } from '../../../web/src/features/prepare/protocol.ts';
import { sourceOf } from '../../../web/src/features/prepare/source.ts';
import type { Trace } from '../../../web/src/features/prepare/trace.ts';
import type { Ticket } from '../../../web/src/lib/work.ts';
import { HEADER, KEY_TEXT, studentLine } from '../../support/prepare.ts';

const key = readKey(KEY_TEXT);
const ticket = (): Ticket => ({ signal: new AbortController().signal, progress: () => {} });

async function opened(lines: readonly string[]) {
  const engine = new PrepareEngine();
  const { mapping } = await engine.open(await sourceOf(new Blob([lines.join('\n')]), ticket().signal), ticket());
  return { engine, check: () => engine.check({ key, mapping, residences: {} }, ticket()) };
}

const MESSY = [
  ...Array.from({ length: 3 }, (_, i) => studentLine(i)),
  studentLine(10, { device: 'moms phone' }),
  studentLine(11, { device: 'moms phone' }),
  studentLine(12, { lat: '0', lng: '0' }),
  studentLine(13, { lat: '', lng: '' }),
  studentLine(14, { access: 'Yes - but unreliable' }),
  studentLine(15, { lat: '-80.4', lng: '37.8' }),
];

/** A value chosen, a place written, a row left out, all suggestions accepted. */
async function mended(): Promise<Checked & { trace: Trace }> {
  const { engine, check } = await opened([HEADER, ...MESSY]);
  const { groups } = await check();
  const at = (kind: string, field?: string) => {
    const group = groups.find((one) => one.kind === kind && (field === undefined || one.field === field));
    return { id: group?.id ?? '', column: group?.columns[0]?.column ?? -1, columns: group?.columns ?? [] };
  };
  const device = at('answer', 'device');
  const write = (column: number, value: string) => ({ how: 'write', values: [{ column, value }] }) as const;
  engine.mend({ group: device.id, line: 5, mend: write(device.column, 'Smartphone') });
  engine.mend({ group: at('point_zero').id, line: 7, mend: { how: 'leave out' } });
  const none = at('no_place');
  const values = none.columns
    .slice(0, 2)
    .map(({ column }, i) => ({ column, value: i === 0 ? '37.801234' : '-80.401234' }));
  engine.mend({ group: none.id, line: 8, mend: { how: 'write', values } });
  engine.mend({ group: at('answer', 'internet_access').id, mend: { how: 'accept' } });
  engine.mend({ group: at('point_swapped').id, mend: { how: 'accept' } });
  return { ...(await check()), trace: engine.trace() };
}

async function restoredInto(lines: readonly string[], trace: Trace): Promise<Checked> {
  const { engine, check } = await opened(lines);
  engine.restore(trace);
  return check();
}

describe('what was done about a file', () => {
  it('is done again to the very same file, to the byte', async () => {
    const before = await mended();
    expect(before.groups).toEqual([]);
    const after = await restoredInto([HEADER, ...MESSY], before.trace);
    expect(await after.file.text()).toBe(await before.file.text());
    expect(after.restored).toEqual({ values: 4, leftOut: 1, lost: 0 });
  });

  it('finds its rows again in another order and on other lines, and says what it did not find', async () => {
    const { trace, file } = await mended();
    const moved = await restoredInto(['Export of Monday', HEADER, ...MESSY.toReversed()], trace);
    expect(await moved.file.text()).toBe(await file.text());
    const fewer = await restoredInto([HEADER, ...MESSY.slice(0, 5)], trace);
    expect(fewer.restored).toEqual({ values: 1, leftOut: 0, lost: 3 });
    const grown = await restoredInto([HEADER, ...MESSY, studentLine(16, { lat: '0', lng: '0' })], trace);
    expect(grown.counts).toMatchObject({ badRows: 1, leftOut: 1 });
  });

  it('is nothing any more when all changes are undone', async () => {
    const { engine, check } = await opened([HEADER, ...MESSY]);
    const { groups } = await check();
    for (const { id } of groups) engine.mend({ group: id, mend: { how: 'accept' } });
    await check();
    engine.forget();
    expect(engine.trace()).toEqual({ rules: {}, rows: {}, accepted: [] });
  });

  it('holds no value and no digest that could be found by trying without the key', async () => {
    const { trace } = await mended();
    const other = readKey(KEY_TEXT);
    const text = JSON.stringify({ ...trace, rows: Object.keys(trace.rows) });
    expect(text).not.toMatch(/moms|Invented|9000000|unreliable|Spring/);
    expect(Object.keys(trace.rules.device ?? {})[0]).toMatch(/^[0-9a-f]{24}$/);
    const engine = new PrepareEngine();
    const { mapping } = await engine.open(
      await sourceOf(new Blob([[HEADER, ...MESSY].join('\n')]), ticket().signal),
      ticket(),
    );
    engine.restore(trace);
    const secret = other.secret.map((byte) => byte ^ 1);
    const { restored } = await engine.check({ key: { ...other, secret }, mapping, residences: {} }, ticket());
    expect(restored).toMatchObject({ leftOut: 0, lost: 4 });
  });
});

describe('what a browser keeps of work on a file', () => {
  const header = HEADER.split(',');
  const of = { secret: key.secret, header };
  const shelf = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => void kept.set(name, text),
    };
  };
  const kept = async (): Promise<KeptTrace> => {
    const { trace } = await mended();
    return { day: '2026-11-28', step: 'problems', hasAnswers: false, leftOut: 1, trace };
  };

  it('comes back with the same key and header, and with no other', async () => {
    const store = shelf();
    const done = await kept();
    expect(await keepTrace(of, done, store)).toBe(true);
    expect(await keptTrace(of, store)).toEqual(done);
    expect(await keptTrace({ secret: key.secret, header: [...header, 'More'] }, store)).toBeUndefined();
    expect(await keptTrace({ secret: key.secret.map((byte) => byte ^ 1), header }, store)).toBeUndefined();
  });

  it('is sealed: not a place that was written, not a day, not a column, and never twice the same', async () => {
    const [one, two] = [shelf(), shelf()];
    const done = await kept();
    await keepTrace(of, done, one);
    await keepTrace(of, done, two);
    const text = [...one.kept.values()].join();
    const clear = Buffer.from(JSON.parse(text)[0].sealed, 'base64').toString('latin1');
    expect(`${text}${clear}`).not.toMatch(/37\.801234|Smartphone|2026|device|rules/);
    expect([...two.kept.values()].join()).not.toBe(text);
  });

  it('is forgotten by a button, when it is damaged, and the oldest when there are more than three', async () => {
    const store = shelf();
    const done = await kept();
    await keepTrace(of, done, store);
    forgetTraces(store);
    expect(await keptTrace(of, store)).toBeUndefined();
    for (const name of ['a', 'b', 'c', 'd']) await keepTrace({ secret: key.secret, header: [name] }, done, store);
    expect(await keptTrace({ secret: key.secret, header: ['a'] }, store)).toBeUndefined();
    expect(await keptTrace({ secret: key.secret, header: ['b'] }, store)).toEqual(done);
    const [[place = '', text = '']] = [...store.kept] as [[string, string]];
    store.setItem(place, text.replaceAll('"sealed":"', '"sealed":"AAAA'));
    expect(await keptTrace({ secret: key.secret, header: ['b'] }, store)).toBeUndefined();
  });

  it('is empty where the browser keeps nothing, with a message', async () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(await keepTrace(of, await kept(), full)).toBe(false);
  });
});
