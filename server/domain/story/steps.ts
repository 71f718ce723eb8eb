/** The steps of a story of eight minutes, in the order in which they are told unless somebody orders them otherwise. */
export const STORY_STEPS = ['title', 'state', 'where', 'why', 'district', 'ask', 'thanks'] as const;
export type StoryStepId = (typeof STORY_STEPS)[number];

/** Seconds that a step is planned to take: eight minutes together. */
export const PLANNED_SECONDS: Readonly<Record<StoryStepId, number>> = {
  title: 30,
  state: 75,
  where: 90,
  why: 90,
  district: 105,
  ask: 60,
  thanks: 30,
};

/** As an address names them, in order: "title,state,thanks". Undefined where a name is unknown or stands twice, or none is left. */
export function stepsNamed(text: string): StoryStepId[] | undefined {
  const names = text.split(',');
  const known = STORY_STEPS.filter((step) => names.includes(step));
  if (known.length === 0 || known.length !== names.length) return undefined;
  return names as StoryStepId[];
}
