import { describe, expect, it } from 'vitest';
import { underWay } from '../../../server/domain/collection.ts';

describe('the collection that is meant where nobody chose one', () => {
  const [planned, later, open, closed, older] = (['planned', 'planned', 'open', 'closed', 'closed'] as const).map(
    (state, id) => ({ id, state }),
  ) as [Named, Named, Named, Named, Named];
  type Named = { readonly id: number; readonly state: 'planned' | 'open' | 'closed' };

  it.each([
    ['the open one, though another is planned', [later, planned, open, closed], open],
    ['the last that was, where none is open', [planned, closed, older], closed],
    ['the next that will be, where none was', [later, planned], planned],
    ['none, where there is none', [], undefined],
  ])('is %s', (_which, newestFirst, expected) => {
    expect(underWay(newestFirst)).toBe(expected);
  });
});
