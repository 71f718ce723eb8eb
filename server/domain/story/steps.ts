import { type PlaceRef, placeRefOf } from '../place-ref.ts';

/** The steps of a story of eight minutes, in the order in which they are told unless somebody orders them otherwise. */
export const STORY_STEPS = ['title', 'state', 'where', 'why', 'district', 'beside', 'ask', 'thanks'] as const;
export type StoryStepId = (typeof STORY_STEPS)[number];

/** Seconds that a step is planned to take: eight minutes together, without a second place beside the first. */
export const PLANNED_SECONDS: Readonly<Record<StoryStepId, number>> = {
  title: 30,
  state: 75,
  where: 90,
  why: 90,
  district: 105,
  beside: 60,
  ask: 60,
  thanks: 30,
};

const BESIDE = 'beside:';

/** A place as a step of an address names it: `beside:county:54019`. */
export function besideName({ kind, id }: PlaceRef): string {
  return `${BESIDE}${kind}:${id}`;
}

/** The second place that the steps of an address name; undefined where they name none. */
export function besideNamed(text: string): PlaceRef | undefined {
  const name = text.split(',').find((one) => one.startsWith(BESIDE));
  return name === undefined ? undefined : placeRefOf(name.slice(BESIDE.length));
}

/**
 * As an address names them, in order: "title,state,beside:county:54019,thanks". Undefined where a name is unknown or stands twice, where
 * it is not said which place stands beside, or where none is left.
 */
export function stepsNamed(text: string): StoryStepId[] | undefined {
  const names = text.split(',').map((name) => (name.startsWith(BESIDE) && besideNamed(name) ? 'beside' : name));
  if (names.includes('beside') && !besideNamed(text)) return undefined;
  const known = STORY_STEPS.filter((step) => names.includes(step));
  if (known.length === 0 || known.length !== names.length) return undefined;
  return names as StoryStepId[];
}
