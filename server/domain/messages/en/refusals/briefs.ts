/** Why a brief is not made, or what is asked for is not taken. */
export const briefRefusals = {
  'brief.not-counted': 'Nothing is counted of this place, so that it has no brief.',
  'brief.none-of-kind': ({ kind }: { kind: string }) => `This release counts no place of the kind ${kind}.`,
  'brief.short': 'This short address leads to no brief.',
  'brief.due': ({ day }: { day: string }) => `${day} is no day. A day is written as 2027-02-28.`,
  'story.steps': 'These are no steps of a story. Each is named once, and they are separated by commas.',
  'story.ends-on': ({ day }: { day: string }) => `${day} is no day to come. A day is written as 2027-02-28.`,
  'story.link': 'This link opens no story: it may be over, or somebody ended it.',
};
