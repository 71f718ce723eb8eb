import { type Static, Type } from 'typebox';
import { LANGUAGES } from '../../domain/messages/language.ts';
import { PLACE_ID } from '../../domain/place-ref.ts';
import { STORY_STEPS } from '../../domain/story/steps.ts';
import { Day, filledText, RowId } from '../../platform/fields.ts';
import { AudienceQuery } from '../accounts/index.ts';
import { PlaceKind } from '../places/index.ts';

const Svg = Type.String({ description: 'SVG.' });

/** Where a drawing lies while a camera looks at a step's ground. */
const Camera = Type.Object({
  drawing: Type.String(),
  zoom: Type.Number({ description: 'Of the drawing, around its upper left corner.' }),
  x: Type.Number({ description: 'Shift to the right, in percent of the map’s width.' }),
  y: Type.Number({ description: 'Shift down, in percent of the map’s height.' }),
  isShown: Type.Boolean(),
});
export type Camera = Static<typeof Camera>;

export const LAYERS = ['hexes', 'clusters', 'schools'] as const;

/** One of two places that stand side by side. */
const Half = Type.Object({
  title: Type.String(),
  figure: Type.Object({ lead: Type.String(), value: Type.String(), what: Type.String() }),
  head: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
  alt: Type.String(),
  svg: Svg,
});
export type Half = Static<typeof Half>;

export const StoryStep = Type.Object({
  id: Type.Enum(STORY_STEPS),
  above: Type.String(),
  title: Type.String(),
  figure: Type.Union([Type.Object({ lead: Type.String(), value: Type.String(), what: Type.String() }), Type.Null()]),
  sentences: Type.Array(Type.String()),
  head: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String()), { description: 'Cells in the order of the head, where there is one.' }),
  halves: Type.Array(Half, { description: 'Two places side by side, in the step that shows them; else none.' }),
  source: Type.String(),
  note: Type.String({ description: 'What the speaker may say; nobody else sees it.' }),
  seconds: Type.Integer(),
  isEmpty: Type.Boolean({ description: 'There is nothing to say yet, so that it is left out unless asked for.' }),
  map: Type.Object({
    alt: Type.String(),
    layers: Type.Array(Type.Enum(LAYERS)),
    cameras: Type.Array(Camera),
  }),
});
export type StoryStep = Static<typeof StoryStep>;

/** A story of a place in words of one language, with everything that is drawn: it is told without asking again. */
export const Story = Type.Object({
  language: Type.Enum(LANGUAGES),
  release: Type.Integer(),
  audience: AudienceQuery,
  state: Type.String({ description: 'FIPS code.' }),
  kind: Type.String(),
  id: Type.String(),
  title: Type.String(),
  above: Type.String(),
  marks: Type.Array(Type.String(), { description: 'That it is made up, or a draft.' }),
  drawings: Type.Array(Type.Object({ id: Type.String(), svg: Svg })),
  legend: Type.Object({ alt: Type.String(), svg: Svg }),
  qr: Type.Object({ alt: Type.String(), svg: Svg }),
  link: Type.Object({ words: Type.String(), address: Type.String() }),
  steps: Type.Array(StoryStep),
  sources: Type.Array(Type.String()),
});
export type Story = Static<typeof Story>;

export const StepsNamed = Type.String({
  maxLength: 160,
  pattern: '^[a-z]+(:[a-z_]{3,30}:\\w[\\w.-]{0,23})?(,[a-z]+(:[a-z_]{3,30}:\\w[\\w.-]{0,23})?)*$',
  description:
    'Steps in the order they are told, separated by commas; `beside:county:54019` shows that place beside the first.',
});

export const ShareBody = Type.Object({
  release: RowId,
  audience: AudienceQuery,
  place: Type.Object({ kind: PlaceKind, id: Type.String({ pattern: PLACE_ID.source }) }),
  title: filledText({ maxLength: 120 }),
  steps: StepsNamed,
  endsOn: Type.Union([Day, Type.Null()], { description: 'Last day on which the link opens; null: no end.' }),
});
export type ShareBody = Static<typeof ShareBody>;

/** What a link opens: the story's place, release and view, and its steps in order. */
export const OpenedStory = Type.Object({
  release: Type.Integer(),
  audience: AudienceQuery,
  kind: Type.String(),
  id: Type.String(),
  title: Type.String(),
  steps: Type.String(),
  endsOn: Type.Union([Type.String(), Type.Null()]),
});
export type OpenedStory = Static<typeof OpenedStory>;

export const SharedStory = Type.Object({
  ...OpenedStory.properties,
  code: Type.String(),
  address: Type.String(),
  sharedAt: Type.String(),
  sharedBy: Type.String(),
});
export type SharedStory = Static<typeof SharedStory>;
export const SharedList = Type.Object({ stories: Type.Array(SharedStory) });
export type SharedList = Static<typeof SharedList>;
