/** How districts respond, by day and step, and whom to call first. */
import { describe, expect, it } from 'vitest';
import {
  type Callable,
  callOrder,
  responseByDay,
  type StepTaken,
  stageOf,
} from '../../../server/domain/outreach/response.ts';

const step = (leaId: string, name: StepTaken['step'], at: string): StepTaken => ({
  leaId,
  step: name,
  at: new Date(at),
});
const NOW = new Date('2026-10-20T12:00:00Z');

describe('response by day', () => {
  it('counts a district at each step it had come to by the end of the day, and less once it takes its file back', () => {
    const days = responseByDay(
      [
        step('b', 'taken_back', '2026-10-04T01:00:00Z'),
        step('a', 'opened', '2026-10-01T23:59:59Z'),
        step('b', 'accepted', '2026-10-02T00:00:00Z'),
        step('a', 'prepared', '2026-10-03T10:00:00Z'),
        step('a', 'sent', '2026-10-03T11:00:00Z'),
      ],
      { from: '2026-10-01', to: '2026-10-04' },
    );
    expect(days.map(({ on, opened, prepared, sent, accepted }) => [on, opened, prepared, sent, accepted])).toEqual([
      ['2026-10-01', 1, 0, 0, 0],
      ['2026-10-02', 2, 1, 1, 1],
      ['2026-10-03', 2, 2, 2, 1],
      ['2026-10-04', 2, 2, 2, 0],
    ]);
  });

  it('counts what was before its first day, and keeps to the last 400 days', () => {
    const days = responseByDay([step('a', 'opened', '2020-01-01T00:00:00Z')], { from: '2020-01-01', to: '2026-10-04' });
    expect(days).toHaveLength(400);
    expect(days[0]?.opened).toBe(1);
    expect(days.at(-1)?.on).toBe('2026-10-04');
  });
});

describe('the call list', () => {
  const district = (name: string, changed: Partial<Callable> = {}): Callable => ({
    name,
    stage: 'nothing',
    enrolled: 100,
    lastSign: null,
    lastReached: null,
    ...changed,
  });

  it('begins with who has only to accept, then the largest, then who is silent for the longest; unknown sizes come last', () => {
    const order = callOrder(
      [
        district('unknown', { enrolled: null }),
        district('small'),
        district('seen lately', { enrolled: 900, lastSign: new Date('2026-10-19T00:00:00Z'), stage: 'opened' }),
        district('silent', { enrolled: 900, lastSign: new Date('2026-10-01T00:00:00Z'), stage: 'opened' }),
        district('one step left', { enrolled: 5, stage: 'sent' }),
        district('done', { enrolled: 9000, stage: 'accepted' }),
        district('large', { enrolled: 2000 }),
      ],
      NOW,
    );
    expect(order.map(({ name }) => name)).toEqual([
      'one step left',
      'large',
      'silent',
      'seen lately',
      'small',
      'unknown',
    ]);
  });

  it('puts whoever was reached in the last three days at the end', () => {
    const reached = (at: string) => district(at, { enrolled: 5000, lastReached: new Date(at) });
    const order = callOrder([reached('2026-10-18T00:00:00Z'), reached('2026-10-17T00:00:00Z'), district('small')], NOW);
    expect(order.map(({ name }) => name)).toEqual(['2026-10-17T00:00:00Z', 'small', '2026-10-18T00:00:00Z']);
  });
});

it('a district stands at opening where anybody of it was here and nothing is prepared', () => {
  expect(stageOf('not_started', false)).toBe('nothing');
  expect(stageOf('not_started', true)).toBe('opened');
  expect(stageOf('received', true)).toBe('sent');
  expect(stageOf('accepted_with_notes', false)).toBe('accepted');
});
