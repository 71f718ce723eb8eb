import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { ProtobufWriter } from '../../../server/features/tiles/protobuf.ts';

describe('the protobuf writer', () => {
  it('writes every whole number so that another library reads it back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER })), (numbers) => {
        const writer = new ProtobufWriter(4);
        for (const number of numbers) writer.varint(number);
        const reader = new PbfReader(writer.finish());
        expect(numbers.map(() => reader.readVarint())).toEqual(numbers);
      }),
    );
  });

  it('writes signed steps in zigzag form', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (steps) => {
        const writer = new ProtobufWriter(4);
        for (const step of steps) writer.zigzag(step);
        const reader = new PbfReader(writer.finish());
        expect(steps.map(() => reader.readSVarint())).toEqual(steps);
      }),
    );
  });

  it('writes fields of text and nested messages with their lengths', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(),
        (text, field, number) => {
          const inner = new ProtobufWriter(1);
          inner.textField(field, text);
          inner.varintField(field + 1, number);
          const outer = new ProtobufWriter(1);
          outer.writerField(3, inner);
          const reader = new PbfReader(outer.finish());
          expect(reader.readVarint()).toBe((3 << 3) | 2);
          expect(reader.readVarint()).toBe(inner.length);
          expect(reader.readVarint()).toBe((field << 3) | 2);
          expect(reader.readString()).toBe(text);
          expect(reader.readVarint()).toBe((field + 1) << 3);
          expect(reader.readVarint()).toBe(number);
        },
      ),
    );
  });
});
