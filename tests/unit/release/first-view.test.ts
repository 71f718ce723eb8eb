import { describe, expect, it } from 'vitest';
import { nearStudents } from '../../../server/features/releases/first-view.ts';

describe('what the map shows of a state at first', () => {
  it('is the state where students live all over it', () => {
    const state: [number, number, number, number] = [-82.6, 37.2, -77.7, 40.6];
    const hexes = [
      [37.5, -82],
      [40.3, -80.5],
      [39.2, -78.2],
    ] as const;
    expect(nearStudents(state, hexes)).toEqual(state);
  });

  it('leaves far islands without students out, as Swains and Rose of American Samoa', () => {
    const [west, south, east, north] = nearStudents(
      [-171.1, -14.6, -168.1, -11],
      [
        [-14.3, -170.7],
        [-14.2, -169.5],
      ],
    );
    expect([west, south, east, north]).toEqual([-171.1, -14.6, -168.5, -13.2]);
  });

  it('does not go round the earth for Alaska', () => {
    const alaska: [number, number, number, number] = [-180, 51.2, 180, 71.4];
    expect(
      nearStudents(alaska, [
        [61, -150],
        [55, -131.5],
        [51.9, -176.6],
      ]),
    ).toEqual([-177.6, 51.2, -130.5, 62]);
    expect(
      nearStudents(alaska, [
        [61, -150],
        [55, -131.5],
        [52.7, 174],
      ])[2],
    ).toBe(-130.5);
  });

  it('is what is known of the state while nobody lives in it', () => {
    expect(nearStudents([1, 2, 3, 4], [])).toEqual([1, 2, 3, 4]);
  });
});
