/** The steps of a story in words. They are those of the briefs; only what stands between them is said here. */
import { clusterNameIn } from '../../domain/cluster/name-in.ts';
import { PLANNED_SECONDS } from '../../domain/story/steps.ts';
import {
  type BriefWords,
  drawGround,
  type Frame,
  frameAround,
  type GatheredBrief,
  type MadeBrief,
} from '../briefs/index.ts';
import { camerasAt, closeUp, type Drawn } from './cameras.ts';
import type { Half, LAYERS, StoryStep } from './contract.ts';

/** A brief with its facts and its map. */
export interface Told extends MadeBrief, GatheredBrief {
  readonly drawn: Drawn;
}

export interface Telling {
  readonly place: Told;
  /** The same as the place where that is a state. */
  readonly state: Told;
  /** A second place, where one is asked for. */
  readonly beside: Told | undefined;
  readonly words: BriefWords;
}

type Said = Pick<StoryStep, 'id' | 'title' | 'map'> &
  Partial<Pick<StoryStep, 'above' | 'figure' | 'sentences' | 'head' | 'rows' | 'halves' | 'isEmpty'>>;

const CLUSTERS_TOLD = 3;
/** Build, upgrade and connect, with which a brief's table begins. */
const NEEDS_TOLD = 3;

export function stepsOf(telling: Telling): StoryStep[] {
  const { place, state, words } = telling;
  const { name, released_at: at } = place.facts.release;
  const release = words.messages.brief.sources.release({ release: name, releasedAt: at.toISOString() });
  const source = [release, ...place.brief.marks].join(' · ');
  const said = [
    titleStep(telling),
    numberStep(telling, 'state', state),
    whereStep(telling),
    whyStep(telling),
    ...(place === state ? [] : [numberStep(telling, 'district', place)]),
    ...besideStep(telling),
    askStep(telling),
    thanksStep(telling),
  ];
  return said.map((step) => ({
    above: '',
    figure: null,
    sentences: [],
    head: [],
    rows: [],
    halves: [],
    source,
    isEmpty: false,
    ...step,
    note: words.messages.story.notes[step.id],
    seconds: PLANNED_SECONDS[step.id],
  }));
}

function titleStep(telling: Telling): Said {
  const { above, title } = telling.place.brief;
  return { id: 'title', above, title, map: outlineMap(telling) };
}

function numberStep(telling: Telling, id: 'state' | 'district', { brief, drawn }: Told): Said {
  const { lead, value, what, change } = brief.figure;
  return {
    id,
    above: brief.above,
    title: brief.title,
    figure: { lead, value, what },
    sentences: [brief.sentence, change],
    map: {
      alt: brief.map.alt,
      layers: id === 'state' ? ['hexes'] : ['hexes', 'clusters', 'schools'],
      cameras: camerasOf(telling, frameAround(drawn.bbox), drawn),
    },
  };
}

function whereStep(telling: Telling): Said {
  const { brief, drawn, facts } = telling.place;
  const { story } = telling.words.messages;
  const rows = brief.clusters.rows.slice(0, CLUSTERS_TOLD);
  const total = facts.clusters.length;
  return {
    id: 'where',
    above: brief.title,
    title: story.where,
    head: rows.length === 0 ? [] : brief.clusters.head,
    rows,
    sentences: [rows.length === 0 ? brief.clusters.note : story.further({ listed: rows.length, total })],
    map: {
      alt: brief.map.alt,
      layers: ['hexes', 'clusters'],
      cameras: camerasOf(telling, frameAround(drawn.bbox), drawn),
    },
  };
}

function whyStep(telling: Telling): Said {
  const { brief, drawn, facts } = telling.place;
  const [first] = facts.clusters;
  const rows = brief.why.rows.slice(0, NEEDS_TOLD);
  const { story, clusterNames } = telling.words.messages;
  return {
    id: 'why',
    above: brief.title,
    title: brief.why.title,
    head: rows.length === 0 ? [] : brief.why.head,
    rows,
    sentences: [rows.length === 0 ? brief.why.note : story.proven],
    map: {
      alt: first
        ? story.closer({ cluster: clusterNameIn(clusterNames, first.name), place: brief.title })
        : brief.map.alt,
      layers: [...LAYERS_OF_CLUSTER],
      cameras: camerasOf(telling, first ? closeUp(drawn, first.center) : frameAround(drawn.bbox), drawn),
    },
  };
}

const LAYERS_OF_CLUSTER = ['hexes', 'clusters', 'schools'] as const satisfies readonly (typeof LAYERS)[number][];

function besideStep(telling: Telling): Said[] {
  const { place, beside, words } = telling;
  if (!beside) return [];
  const title = words.messages.story.beside({ place: place.brief.title, other: beside.brief.title });
  return [{ id: 'beside', title, halves: [halfOf(place), halfOf(beside)], map: outlineMap(telling) }];
}

function halfOf({ brief: { title, figure, why, map }, map: drawn }: Told): Half {
  const { lead, value, what } = figure;
  const rows = why.rows.slice(0, NEEDS_TOLD);
  return {
    title,
    figure: { lead, value, what },
    head: rows.length === 0 ? [] : why.head,
    rows,
    alt: map.alt,
    svg: drawGround(drawn),
  };
}

function askStep(telling: Telling): Said {
  const { place, state, words } = telling;
  const asking = [place, state].find(({ brief }) => brief.ask.rows.length > 0);
  const { brief, drawn } = asking ?? place;
  return {
    id: 'ask',
    above: brief.title,
    title: brief.ask.title,
    rows: brief.ask.rows,
    sentences: asking ? [] : [words.messages.story.noAsk],
    isEmpty: !asking,
    map: {
      alt: words.messages.story.plainMap({ place: brief.title }),
      layers: ['clusters'],
      cameras: camerasOf(telling, frameAround(drawn.bbox), drawn),
    },
  };
}

function thanksStep(telling: Telling): Said {
  return { id: 'thanks', title: telling.words.messages.story.thanks, map: outlineMap(telling) };
}

/** The state with the place outlined, and no number. */
function outlineMap(telling: Telling): StoryStep['map'] {
  const { place, state, words } = telling;
  const { story } = words.messages;
  const alt =
    place === state
      ? story.plainMap({ place: state.brief.title })
      : story.stateMap({ place: place.brief.title, stateName: state.brief.title });
  return { alt, layers: [], cameras: camerasOf(telling, frameAround(state.drawn.bbox), state.drawn) };
}

function camerasOf({ place, state }: Telling, camera: Frame, shown: Drawn) {
  const drawings = place === state ? [state.drawn] : [state.drawn, place.drawn];
  return camerasAt(camera, drawings, shown.id);
}
