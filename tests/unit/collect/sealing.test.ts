import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../server/features/collect/links.ts';
import { chunkKey, newSalt } from '../../../server/features/collect/sealing.ts';
import { seal, unseal } from '../../../server/platform/seal.ts';

describe('a sealed piece of a file', () => {
  const secret = randomBytes(32);
  const salt = newSalt();
  const bytes = Buffer.from('lea_id,student_key\n');
  const sealed = seal(chunkKey(secret, salt), 'upload 0', bytes);

  it('opens with its key at its place', () => {
    expect(unseal(chunkKey(secret, salt), 'upload 0', sealed)).toEqual(bytes);
    expect(seal(chunkKey(secret, salt), 'upload 0', bytes)).not.toEqual(sealed);
  });

  it('opens with no other secret or salt, at no other place, and not when it was changed', () => {
    expect(() => unseal(chunkKey(randomBytes(32), salt), 'upload 0', sealed)).toThrow();
    expect(() => unseal(chunkKey(secret, newSalt()), 'upload 0', sealed)).toThrow();
    expect(() => unseal(chunkKey(secret, salt), 'upload 1', sealed)).toThrow();
    const changed = Buffer.from(sealed);
    changed[15] = (changed[15] ?? 0) ^ 1;
    expect(() => unseal(chunkKey(secret, salt), 'upload 0', changed)).toThrow();
  });
});

describe('a link', () => {
  const now = new Date('2026-11-25T18:00:00Z');

  it('is good for two weeks after the window, a month where there is none, and never for less than a day', () => {
    expect(daysOf({ closesOn: '2026-11-30' }, now)).toBe(19);
    expect(daysOf({ closesOn: null }, now)).toBe(30);
    expect(daysOf({ closesOn: '2020-01-01' }, now)).toBe(1);
    expect(daysOf({ closesOn: '2036-01-01' }, now)).toBe(366);
  });
});
