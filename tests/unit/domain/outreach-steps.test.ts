/** Days of a plan: at work, and before a collection closes where they are of use before it alone. */
import { describe, expect, it } from 'vitest';
import { type OutreachStep, outreachSteps } from '../../../server/domain/outreach/steps.ts';

const dayIn = (opensOn: string, closesOn: string, step: OutreachStep) =>
  outreachSteps({ opensOn, closesOn }).find((one) => one.step === step)?.on;

describe('a planned step', () => {
  it('falls on no weekend and on no holiday, whatever the window', () => {
    for (let at = 0; at < 800; at++) {
      const opensOn = new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
      const closesOn = new Date(Date.UTC(2026, 0, 1 + at + 20 + (at % 50))).toISOString().slice(0, 10);
      const steps = outreachSteps({ opensOn, closesOn });
      expect(steps.filter(({ on }) => [0, 6].includes(new Date(on).getUTCDay()))).toEqual([]);
      expect(steps.filter(({ on }) => /-(12-24|12-25|12-31|01-01)$/.test(on))).toEqual([]);
      expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).sort());
      const within = steps.filter(({ step }) => ['open', 'remind', 'last_call', 'telephone'].includes(step));
      expect(within.filter(({ on }) => on < opensOn || on > closesOn)).toEqual([]);
    }
  });

  it('moves from a weekend to the Monday after', () => {
    // Mar 6, 2027 is a Saturday, as are the days of whole weeks before it.
    expect(dayIn('2027-03-06', '2027-04-30', 'open')).toBe('2027-03-08');
    expect(dayIn('2027-03-06', '2027-04-30', 'invite')).toBe('2027-02-08');
  });

  it('moves to the Friday before, where Monday is after the last day', () => {
    // Closes on Sunday, Apr 4, 2027, a day after its middle.
    expect(dayIn('2027-04-02', '2027-04-04', 'remind')).toBe('2027-04-02');
  });

  it('moves off the days of Christmas and of the New Year', () => {
    // A week before it closes on Dec 31 is Dec 24, and Dec 25 to 27 are no working days either.
    expect(dayIn('2026-11-02', '2026-12-31', 'last_call')).toBe('2026-12-28');
    expect(dayIn('2027-01-15', '2027-02-26', 'how')).toBe('2027-01-04');
  });

  it('keeps its day in a window without any at work', () => {
    expect(dayIn('2027-04-03', '2027-04-04', 'open')).toBe('2027-04-03');
  });
});
