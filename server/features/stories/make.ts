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
  /** A second place, to stand beside. */
  readonly beside?: { readonly kind: PlaceKind; readonly id: string } | undefined;
}

export interface GatheredStory {
  readonly place: GatheredBrief;
  /** The same as the place where that is a state. */
  readonly state: GatheredBrief;
  readonly beside: GatheredBrief | undefined;
}

export async function gatherStory(
  briefs: BriefMaker,
  viewer: Viewer,
  asked: StoryAsked,
  signal: AbortSignal,
): Promise<GatheredStory> {
  const place = await gatherOne(briefs, viewer, asked, signal);
  const { id, state_fips: fips } = place.facts.release;
  const inRelease = (other: { readonly kind: PlaceKind; readonly id: string }) =>
    gatherOne(briefs, viewer, { release: String(id), ...other }, signal);
  const state = asked.kind === 'state' ? place : await inRelease({ kind: 'state', id: fips });
  return { place, state, beside: asked.beside && (await inRelease(asked.beside)) };
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
    state: place.facts.release.state_fips,
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
    steps: stepsOf({ place, state, beside: gathered.beside && told(gathered.beside, words), words }),
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
