import fc from 'fast-check';
import { cellToChildren, cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import {
  cellAsWritten,
  cellFromText,
  cellToText,
  descendantRange,
  parentOf,
  resolutionOf,
} from '../../../server/domain/cell.ts';
import { cellReader } from '../../../server/features/intake/row-values.ts';

const anyPoint = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('a cell', () => {
  it('has the parents that H3 gives it', () => {
    fc.assert(
      fc.property(anyPoint, fc.integer({ min: 0, max: 9 }), ({ lat, lng }, resolution) => {
        const text = latLngToCell(lat, lng, 9);
        expect(cellToText(parentOf(cellFromText(text), resolution))).toBe(cellToParent(text, resolution));
      }),
    );
  });

  it('holds each of its children in its range, and no child of a neighbor', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (here, there) => {
        const cell = latLngToCell(here.lat, here.lng, 7);
        const [first, last] = descendantRange(cellFromText(cell), 9);
        for (const child of cellToChildren(cell, 9)) {
          expect(cellFromText(child) >= first && cellFromText(child) <= last).toBe(true);
        }
        const other = latLngToCell(there.lat, there.lng, 9);
        expect(cellFromText(other) >= first && cellFromText(other) <= last).toBe(cellToParent(other, 7) === cell);
      }),
    );
  });

  it('tells its resolution', () => {
    expect(resolutionOf(cellFromText('882bab5303fffff'))).toBe(8);
  });

  it.each([
    '882BAB5303FFFFF',
    '882bab5303fffff',
    '0x882bab5303fffff',
    '0X882BAB5303FFFFF',
    '0882bab5303fffff',
    ' 882Bab5303fffff\t',
  ])('is the same however other programs write it: %j', (text) => {
    expect(cellAsWritten(text)).toBe('882bab5303fffff');
    expect(cellAsWritten(text.replace('88', '89').replace(/3fffff/i, '3c7ffff'))).toBeUndefined();
    const home = text.replace('88', '89').replace(/fffff/i, '3FFFF');
    expect(cellReader()(home)).toBe(cellReader()('892bab53033ffff'));
    expect(cellReader()(home)).toBe(cellReader()(text));
    expect(cellReader()(text)).toBe(0x2bab5303);
  });

  it.each([
    '',
    '882bab5303ffff',
    '882bab5303fffffff',
    '882bab5303ffffg',
    '0x',
    '613196570331971583',
    '882bab5303fffff;1',
  ])('is not read out of %j', (text) => {
    expect(cellAsWritten(text)).toBeUndefined();
  });

  it('refuses text that is no index', () => {
    expect(() => cellFromText('42 Elm Street')).toThrow(RangeError);
  });
});
