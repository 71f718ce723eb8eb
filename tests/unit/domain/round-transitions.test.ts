/** Every move of rounds, qualifications, proposals and commitments, from every standing, by every party, with every guard. */
import { describe, expect, it } from 'vitest';
import {
  COMMITMENT_STANDINGS,
  PROPOSAL_STANDINGS,
  QUALIFICATION_STANDINGS,
  ROUND_STANDINGS,
} from '../../../server/domain/round/standings.ts';
import {
  GUARDS,
  type Guard,
  type Move,
  type Party,
  standingAfter,
  TRANSITIONS,
  whyNot,
} from '../../../server/domain/round/transitions.ts';

const PARTIES: readonly Party[] = ['staff', 'two-staff', 'provider', 'clock'];
const STANDINGS = {
  round: ROUND_STANDINGS,
  qualification: QUALIFICATION_STANDINGS,
  proposal: PROPOSAL_STANDINGS,
  commitment: COMMITMENT_STANDINGS,
} as const satisfies Record<keyof typeof TRANSITIONS, readonly string[]>;
const THINGS = Object.keys(TRANSITIONS) as (keyof typeof TRANSITIONS)[];
const MOVES = THINGS.flatMap((thing) =>
  Object.entries(TRANSITIONS[thing]).map(([name, move]) => ({ thing, name, move: move as Move<string> })),
);
const ALL = Object.fromEntries(GUARDS.map((guard) => [guard, true])) as Record<Guard, boolean>;

describe('the table of transitions', () => {
  it('refuses every party but the one it names, whatever else holds', () => {
    for (const { thing, move } of MOVES)
      for (const by of PARTIES)
        for (const from of STANDINGS[thing]) {
          const why = whyNot(move, { by, from, holds: ALL });
          if (by !== move.who) expect(why).toBe('party');
          else expect(why).toBe(move.from.includes(from) ? undefined : 'standing');
        }
  });

  it('refuses each move when any one of its guards does not hold, and names that guard', () => {
    let refused = 0;
    for (const { move } of MOVES)
      for (const guard of move.guards) {
        const asked = { by: move.who, from: move.from[0] ?? '', holds: { ...ALL, [guard]: false } };
        expect(whyNot(move, asked)).toBe(guard);
        refused++;
      }
    expect(refused).toBeGreaterThan(30);
  });

  it('goes only from and to standings that there are, and reaches each but the first', () => {
    for (const thing of THINGS) {
      const known: readonly string[] = STANDINGS[thing];
      const moves = Object.values(TRANSITIONS[thing]) as Move<string>[];
      for (const { from, to } of moves) {
        expect(known).toEqual(expect.arrayContaining([...from]));
        if (to !== 'same') expect(known).toContain(to);
      }
      const reached = new Set(moves.map(({ to }) => to));
      expect(known.slice(1).filter((standing) => !reached.has(standing))).toEqual([]);
    }
  });

  it('lets nothing follow an award, an end without one or a cancellation but a repair round', () => {
    for (const [name, move] of Object.entries(TRANSITIONS.round))
      if ((move.from as readonly string[]).some((from) => ['awarded', 'unsuccessful', 'cancelled'].includes(from)))
        expect(name).toBe('repair');
  });

  it('leaves a thing where it stands when a move says so', () => {
    expect(standingAfter(TRANSITIONS.round.amend as Move<string>, 'open')).toBe('open');
    expect(standingAfter(TRANSITIONS.round.close as Move<string>, 'open')).toBe('closed');
  });
});
