import { describe, expect, it } from 'vitest';
import { phrases as english } from '../../../server/domain/messages/en/phrases.ts';
import { phrases as spanish } from '../../../server/domain/messages/es/phrases.ts';
import { onPage, phrase, say } from '../../../server/domain/messages/phrase.ts';
import { keptNotes } from '../../../server/features/room/file-given.ts';

/** Every note that names an option when a command tells it. */
const NOTES = [
  phrase('puc.left-out/against', {
    areaCount: 3,
    leftOut: [
      phrase('puc.left-out/of', { against: phrase('puc.against/technology', { value: 'Planned' }), areaCount: 3 }),
    ],
  }),
  phrase('puc.left-out/layer', { layer: 'Future', word: 'Future' }),
  phrase('puc.assumed/fixed-wireless', { value: 'Wireless', areaCount: 2 }),
  phrase('puc.upside-down', { count: 2, areaCount: 3 }),
];

describe('a note on a coverage file', () => {
  it('names an option to a command, and none to a page, in either language', () => {
    for (const phrases of [english, spanish]) {
      for (const note of NOTES) expect(say(phrases, note)).toMatch(/ --[a-z]/);
      for (const note of NOTES) expect(say(phrases, onPage(english, note))).not.toMatch(/--[a-z]/);
    }
  });

  it('is stored in English and as code and facts, those that are phrases themselves too', () => {
    const { words, said } = keptNotes(NOTES.slice(0, 1).map((note) => onPage(english, note)));
    expect(words).toEqual([
      'Left out 3 areas not in service, by what the filing says: technology "Planned" (3 areas).',
    ]);
    expect(JSON.parse(said).map((note: (typeof NOTES)[number]) => say(spanish, note))).toEqual([
      'Se omitieron 3 áreas sin servicio, según lo que dice el archivo: tecnología "Planned" (3 áreas).',
    ]);
  });
});
