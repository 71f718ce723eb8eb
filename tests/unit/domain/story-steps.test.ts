import { describe, expect, it } from 'vitest';
import { besideName, besideNamed, stepsNamed } from '../../../server/domain/story/steps.ts';

describe('the steps of a story as an address names them', () => {
  it('are in their order, with the place that stands beside', () => {
    const named = `title,${besideName({ kind: 'county', id: '54019' })},thanks`;
    expect(named).toBe('title,beside:county:54019,thanks');
    expect(stepsNamed(named)).toEqual(['title', 'beside', 'thanks']);
    expect(besideNamed(named)).toEqual({ kind: 'county', id: '54019' });
    expect(besideNamed('title,thanks')).toBeUndefined();
  });

  it.each([
    'title,beside',
    'title,beside:county',
    'beside:county:54019,beside:county:54021',
    'beside,beside:county:54019',
    'state:county:54019',
    'title,title',
    'nonsense',
    '',
  ])('are none where a name is unknown, stands twice or lacks its place: %s', (text) => {
    expect(stepsNamed(text)).toBeUndefined();
  });
});
