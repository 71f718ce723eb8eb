import { expect, it } from 'vitest';
import { COMBO_SIZE, cellVerdicts } from '../../../server/domain/verdict-cells.ts';

const everywhere = (at25: number, at100: number) =>
  Array.from({ length: COMBO_SIZE }, (_, i) => (i % 2 === 0 ? at25 : at100));

it('gives cells with the same verdicts the same combination, however many locations they have', () => {
  const { combos, comboOf } = cellVerdicts(3, {
    fcc: { of: [10, 40, 10], served: [...everywhere(10, 10), ...everywhere(40, 40), ...everywhere(0, 0)] },
    puc: undefined,
  });
  expect([...comboOf]).toEqual([0, 0, 1]);
  expect(combos[0]).toEqual(
    Array.from({ length: COMBO_SIZE }, () => ({ fcc: 'served', puc: 'unknown', agreed: 'served' })),
  );
  expect(combos[1]?.[1]).toEqual({ fcc: 'unserved', puc: 'unknown', agreed: 'unserved' });
});

it('calls a cell no state filing reaches unserved, not unknown, once there is a filing', () => {
  const { combos } = cellVerdicts(1, { fcc: undefined, puc: { of: [7], served: everywhere(0, 0) } });
  expect(combos[0]?.[0]).toEqual({ fcc: 'unknown', puc: 'unserved', agreed: 'unserved' });
});

it('keeps the tiers apart', () => {
  const { combos } = cellVerdicts(1, { fcc: { of: [20], served: everywhere(20, 0) }, puc: undefined });
  expect(combos[0]?.slice(0, 2)).toEqual([
    { fcc: 'served', puc: 'unknown', agreed: 'served' },
    { fcc: 'underserved', puc: 'unknown', agreed: 'underserved' },
  ]);
});

it('leaves a cell the FCC reports nothing of unknown where both filed, whatever the state filing says', () => {
  const { combos, comboOf } = cellVerdicts(2, {
    fcc: { of: [20, 0], served: [...everywhere(20, 20), ...everywhere(0, 0)] },
    puc: { of: [7, 7], served: [...everywhere(7, 7), ...everywhere(7, 7)] },
  });
  expect(combos[comboOf[0] ?? -1]?.[0]).toEqual({ fcc: 'served', puc: 'served', agreed: 'served' });
  expect(combos[comboOf[1] ?? -1]?.[0]).toEqual({ fcc: 'unknown', puc: 'served', agreed: 'unknown' });
});

it('knows nothing of a state for which nobody filed', () => {
  const { combos } = cellVerdicts(1, { fcc: undefined, puc: undefined });
  expect(new Set(combos[0]?.flatMap((says) => Object.values(says)))).toEqual(new Set(['unknown']));
});
