import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  contradict,
  DEVICE_STATUSES,
  deviceStatus,
  HOME_STATUSES,
  homeStatus,
  QUESTIONS,
  SURVEY_CODES,
} from '../../../server/domain/survey.ts';

const NOTHING: Answers = {
  internet_access: null,
  barrier: null,
  internet_type: null,
  performance: null,
  device: null,
  device_access: null,
  device_provider: null,
};
const answers = (some: Partial<Answers>): Answers => ({ ...NOTHING, ...some });
const anyAnswers = fc.record(
  Object.fromEntries(QUESTIONS.map((question) => [question, fc.constantFrom(null, ...SURVEY_CODES[question])])),
) as fc.Arbitrary<Answers>;

describe('the connection of a home', () => {
  it.each([
    ['connected', { internet_access: true, internet_type: 'Residential Broadband', performance: 'Yes' }],
    ['connected', { internet_access: true, internet_type: 'Community Provided Wi-Fi', performance: 'Yes' }],
    ['inadequate', { internet_access: true, internet_type: 'Residential Broadband', performance: 'Sometimes' }],
    ['inadequate', { internet_access: true, internet_type: 'Cellular Network', performance: 'Yes' }],
    ['inadequate', { internet_access: true }],
    ['unavailable', { internet_access: false, barrier: 'Not Available' }],
    ['unaffordable', { internet_access: false, barrier: 'Not Affordable' }],
    ['undesired', { internet_access: false, barrier: 'Not Desired' }],
    ['other', { internet_access: false, barrier: 'Other' }],
    ['other', { internet_access: false }],
    ['unanswered', {}],
    ['unanswered', { internet_type: 'Unknown' }],
  ] as const)('is %s for %o', (status, some) => {
    expect(homeStatus(answers(some))).toBe(status);
  });

  it('goes by access where a type contradicts it', () => {
    const said = answers({
      internet_access: false,
      barrier: 'Not Affordable',
      internet_type: 'Residential Broadband',
      performance: 'Yes',
    });
    expect(homeStatus(said)).toBe('unaffordable');
    expect(contradict(said)).toBe(true);
  });

  it('follows from the barrier or the type where access was left blank', () => {
    expect(homeStatus(answers({ barrier: 'Not Available' }))).toBe('unavailable');
    expect(homeStatus(answers({ internet_type: 'Dial-up' }))).toBe('inadequate');
    expect(homeStatus(answers({ internet_type: 'Dial-up', barrier: 'Other' }))).toBe('unanswered');
  });

  it('is never connected without an answer that says so, whatever else is answered', () => {
    fc.assert(
      fc.property(anyAnswers, (said) => {
        const status = homeStatus(said);
        expect(HOME_STATUSES).toContain(status);
        if (status === 'connected') {
          expect(said.internet_access).not.toBe(false);
          expect(said.performance).toBe('Yes');
        }
      }),
    );
  });
});

describe('what a student learns on', () => {
  it.each([
    ['own', { device: 'Laptop Computer', device_access: 'Not Shared' }],
    ['shared', { device: 'Tablet', device_access: 'Shared' }],
    ['shared', { device_access: 'Shared' }],
    ['unsuitable', { device: 'Smartphone', device_access: 'Not Shared' }],
    ['none', { device: 'None' }],
    ['none', { device: 'None', device_access: 'Shared' }],
    ['unanswered', {}],
    ['unanswered', { device: 'Chromebook' }],
    ['unanswered', { device: 'Chromebook', device_access: 'Unknown' }],
    ['unanswered', { device_access: 'Not Shared' }],
  ] as const)('is %s for %o', (status, some) => {
    expect(deviceStatus(answers(some))).toBe(status);
  });

  it('is always one status', () => {
    fc.assert(fc.property(anyAnswers, (said) => void expect(DEVICE_STATUSES).toContain(deviceStatus(said))));
  });
});
