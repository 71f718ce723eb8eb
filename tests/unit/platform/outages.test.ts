import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseGone } from '../../../server/platform/db-failures.ts';
import { throughOutages } from '../../../server/platform/outages.ts';
import { told } from '../../support/told.ts';

const never = new Promise<void>(() => undefined);
const gone = () => Promise.reject(databaseGone(new Error('connect ECONNREFUSED'), 'command'));
const quiet = () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Twice away, then there. */
function afterTwo() {
  let times = 0;
  return { times: () => times, act: () => (++times <= 2 ? gone() : Promise.resolve()) };
}

it('work begins again until its database is back, and says that it waits', async () => {
  const heard: string[] = [];
  const { act, times } = afterTwo();
  const done = throughOutages(act, { asked: never, tell: (line) => heard.push(told(line)) });
  await vi.advanceTimersByTimeAsync(10_000);
  await done;
  expect(times()).toBe(3);
  expect(heard).toEqual(Array(2).fill('The database is away. Trying again ...'));
});

it('work ends with what the database said once it stayed away for a minute', async () => {
  const done = expect(throughOutages(gone, { asked: never, tell: quiet })).rejects.toThrow(/ECONNREFUSED/);
  await vi.advanceTimersByTimeAsync(90_000);
  await done;
});

it('work that went well for long has a minute again', async () => {
  let times = 0;
  const act = async () => {
    times++;
    if (times === 3) return;
    await new Promise((resolve) => setTimeout(resolve, 90_000));
    await gone();
  };
  const done = throughOutages(act, { asked: never, tell: quiet });
  await vi.advanceTimersByTimeAsync(300_000);
  await done;
  expect(times).toBe(3);
});

it('work that is asked to stop waits no longer', async () => {
  const done = throughOutages(gone, { asked: Promise.resolve(), tell: quiet });
  await vi.advanceTimersByTimeAsync(100);
  await done;
});

it('work that fails by itself ends at once', async () => {
  await expect(
    throughOutages(() => Promise.reject(new Error('a fault')), { asked: never, tell: quiet }),
  ).rejects.toThrow('a fault');
});
