/** How districts respond to what they are sent: counts of districts, of files and of steps, and nothing of a student. */
import { type Static, Type } from 'typebox';
import { STAGES } from '../../domain/outreach/response.ts';

const dayOrNull = Type.Union([Type.String(), Type.Null()]);

export const ResponseAnswer = Type.Object({
  collection: Type.String(),
  total: Type.Integer({ description: 'Districts that are asked.' }),
  days: Type.Array(
    Type.Object({
      on: Type.String(),
      opened: Type.Integer({ description: 'Districts that had come at least so far by the end of the day, UTC.' }),
      prepared: Type.Integer(),
      sent: Type.Integer(),
      accepted: Type.Integer({ description: 'Less those that took their file back.' }),
      messages: Type.Array(Type.Object({ message: Type.String(), districts: Type.Integer() }), {
        description: 'Messages and calls of the day, and to how many districts.',
      }),
    }),
  ),
  stages: Type.Array(Type.Object({ stage: Type.Enum(STAGES), districts: Type.Integer() }), {
    description: 'How many districts stand at each step now.',
  }),
  districts: Type.Array(
    Type.Object({
      leaId: Type.String(),
      name: Type.String(),
      stage: Type.Enum(STAGES),
      openedOn: dayOrNull,
      preparedOn: dayOrNull,
      sentOn: dayOrNull,
      acceptedOn: dayOrNull,
      files: Type.Integer({ description: 'Whole files that it has sent, or that were taken in for it.' }),
      messages: Type.Array(Type.Object({ on: Type.String(), message: Type.String() }), {
        description: 'What it was sent, and calls; the oldest first.',
      }),
    }),
  ),
  calls: Type.Array(
    Type.Object({
      leaId: Type.String(),
      name: Type.String(),
      contact: Type.String({ description: 'Blank: nobody is written down.' }),
      telephone: Type.String({ description: 'Blank: none is known.' }),
      reasons: Type.Array(Type.String(), { description: 'In words.' }),
    }),
    { description: 'Districts that are not done, whom to call first at the top.' },
  ),
});
export type ResponseAnswer = Static<typeof ResponseAnswer>;
