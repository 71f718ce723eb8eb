import { describe, expect, it } from 'vitest';
import { problems as en } from '../../../server/domain/messages/en/prepare/problems.ts';
import { problems as es } from '../../../server/domain/messages/es/prepare/problems.ts';

describe('what is done to a single row', () => {
  it('is not said of “all” of them', () => {
    const [one, many] = [
      { suggestions: 1, rows: 1 },
      { suggestions: 1240, rows: 1240 },
    ].map((facts) => [en.acceptAll(facts), en.leaveOutAll(facts), en.allAccepted(facts), en.allLeftOut(facts)]);
    expect(one).toEqual(['Accept 1 suggestion', 'Leave out 1 row', '1 suggestion accepted.', '1 row left out.']);
    expect(many).toEqual([
      'Accept all 1,240 suggestions',
      'Leave out all 1,240 rows',
      'All 1,240 suggestions accepted.',
      'All 1,240 rows left out.',
    ]);
    expect([es.acceptAll, es.allAccepted].map((say) => say({ suggestions: 1 })).join(' ')).not.toContain('tod');
    expect([es.leaveOutAll, es.allLeftOut].map((say) => say({ rows: 1 })).join(' ')).not.toContain('tod');
  });
});
