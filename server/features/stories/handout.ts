/** The steps of a story on paper. Notes are the speaker's, and stay off it. */
import type { StoryStepId } from '../../domain/story/steps.ts';
import { type BriefWords, sheetOf } from '../briefs/index.ts';
import type { Print } from '../print/index.ts';
import { type GatheredStory, storyOf } from './make.ts';

/** @param shown in the order they are told; a step that the place does not have is passed over */
export function handoutOf(gathered: GatheredStory, shown: readonly StoryStepId[], words: BriefWords): Print {
  const { title, above, marks, steps, sources, link, qr, language } = storyOf(gathered, words);
  const { brief, sheet } = sheetOf(gathered.place, words);
  const told = shown
    .filter((id) => id !== 'title' && id !== 'thanks')
    .flatMap((id) => steps.find((step) => step.id === id) ?? [])
    .map(({ note: _note, map: _map, halves, ...step }) => ({
      ...step,
      halves: halves.map(({ svg: _svg, ...half }) => half),
    }));
  const data = {
    title,
    above,
    marks,
    steps: told,
    map: brief.map,
    sources: { title: words.messages.story.sources, lines: sources },
    link: { ...link, qrAlt: qr.alt },
  };
  return {
    template: 'handout',
    sheets: [
      { data, map: sheet.map, beside: gathered.beside && sheetOf(gathered.beside, words).sheet.map, qr: sheet.qr },
    ],
    title: words.messages.story.handout({ place: title }),
    language,
    as: { format: 'pdf' },
  };
}
