import { describe, expect, it } from 'vitest';
import { readTicked } from '../../../server/domain/survey/ticked.ts';
import type { Question } from '../../../server/domain/survey.ts';

describe('several answers ticked in one cell', () => {
  it.each<[Question, string, object]>([
    ['internet_type', 'Cellular Network, Residential Broadband', { internet_type: 'Residential Broadband' }],
    ['internet_type', 'Dial-up;Hot Spot;Satellite;', { internet_type: 'Satellite' }],
    ['internet_type', 'None, Cellular', { internet_type: 'Cellular Network' }],
    ['internet_type', 'Cable/Starlink', { internet_type: 'Residential Broadband' }],
    [
      'internet_type',
      'A cell phone’s data plan, Home internet (cable, fiber, DSL or fixed wireless)',
      { internet_type: 'Residential Broadband' },
    ],
    ['internet_type', 'Satélite, No sé', { internet_type: 'Satellite' }],
    ['device', 'Smartphone\nTablet', { device: 'Tablet' }],
    ['device', 'iPad and phone', { device: 'Tablet' }],
    ['device', 'Desktop/Laptop, Cell Phone', { device: 'Laptop Computer' }],
    ['barrier', 'Not Affordable, Not Available', { barrier: 'Not Available' }],
    ['barrier', 'Other | Not Affordable', { barrier: 'Other' }],
    ['internet_access', 'Yes, No', {}],
    [
      'internet_access',
      'No - Not Affordable; No - Not Available',
      { internet_access: false, barrier: 'Not Available' },
    ],
    ['performance', 'Yes, Sometimes', {}],
    ['device_access', 'Shared, Not Shared', {}],
    ['device_provider', 'School, Personal', {}],
  ])('to %s, "%s", are the one that serves best, or none where they contradict', (question, text, answers) => {
    expect(readTicked(question, text)).toEqual({ answers, areSeveral: true });
  });

  it('are one answer where they say the same', () => {
    expect(readTicked('device', 'iPad, Tablet')).toEqual({ answers: { device: 'Tablet' }, areSeveral: false });
    expect(readTicked('internet_access', 'Yes,')).toEqual({ answers: { internet_access: true }, areSeveral: false });
  });

  it.each<[Question, string]>([
    ['internet_access', 'Yes, but slow'],
    ['internet_access', 'Yes'],
    ['internet_type', 'Cable, and whatever the neighbor has'],
    ['performance', 'yes, some issues'],
    ['device', 'Tablet, Blackboard'],
  ])('to %s are not read from "%s", a part of which is no answer', (question, text) => {
    expect(readTicked(question, text)).toBeUndefined();
  });
});
