/** A story of a place, from what the briefs of the place and of its state gather. */
import type { Viewer } from '../../domain/actor.ts';
import {
  type BriefMaker,
  type BriefWords,
  drawGround,
  drawLegend,
  type GatheredBrief,
  gatherOne,
  sheetOf,
} from '../briefs/index.ts';
import type { PlaceKind } from '../places/index.ts';
import type { Story } from './contract.ts';
import { stepsOf, type Told } from './steps.ts';

export interface StoryAsked {
  readonly release: string;
  readonly state?: string | undefined;
  readonly kind: PlaceKind;
  readonly id: string;
}

export interface GatheredStory {
  readonly place: GatheredBrief;
  /** The same as the place where that is a state. */
  readonly state: GatheredBrief;
}

export async function gatherStory(
  briefs: BriefMaker,
  viewer: Viewer,
  asked: StoryAsked,
  signal: AbortSignal,
): Promise<GatheredStory> {
  const place = await gatherOne(briefs, viewer, asked, signal);
  if (asked.kind === 'state') return { place, state: place };
  const { id, state_fips: fips } = place.facts.release;
  return { place, state: await gatherOne(briefs, viewer, { release: String(id), kind: 'state', id: fips }, signal) };
}

export function storyOf(gathered: GatheredStory, words: BriefWords): Story {
  const place = told(gathered.place, words);
  const state = gathered.state === gathered.place ? place : told(gathered.state, words);
  const isState = state === place;
  const { brief } = place;
  const { story, brief: ofBrief } = words.messages;
  return {
    language: brief.language,
    release: brief.release,
    audience: brief.audience,
    kind: brief.kind,
    id: brief.id,
    title: brief.title,
    above: brief.above,
    marks: brief.marks,
    drawings: [
      { id: state.drawn.id, svg: drawGround(state.map, isState ? undefined : place.map.outline) },
      ...(isState ? [] : [{ id: place.drawn.id, svg: drawGround(place.map) }]),
    ],
    legend: { alt: story.legendAlt, svg: drawLegend(place.map, ofBrief.map) },
    qr: { alt: brief.link.qrAlt, svg: place.sheet.qr },
    link: { words: story.more, address: brief.link.address },
    steps: stepsOf({ place, state, words }),
    sources: brief.sources.lines,
  };
}

function told(gathered: GatheredBrief, words: BriefWords): Told {
  const { kind, id } = gathered.facts.place;
  return {
    ...gathered,
    ...sheetOf(gathered, words),
    drawn: { id: `${kind}-${id}`, bbox: gathered.map.bbox },
  };
}
