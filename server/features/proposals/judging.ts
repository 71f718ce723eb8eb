/** Points that evaluators give by the criteria of a round, which have not changed since its deadline. */
import { scoreOf } from '../../domain/round/score.ts';
import type { Criterion } from '../../domain/round/terms.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { hindered, lockRound } from '../rounds/index.ts';
import type { AlternativeScore, ScoresBody } from './contract-judging.ts';
import { sealOf } from './keys.ts';
import type { OpenedProposal } from './opened.ts';

/** @throws Refusal 409 before the round is unsealed, and once its award is published */
export async function refuseUnlessChoosing(
  tx: Tx,
  { id, standing }: { readonly id: number; readonly standing: string },
): Promise<void> {
  if (standing === 'unsealed' || standing === 'evaluation') return;
  throw (await sealOf(tx, id))?.unsealedAt ? hindered('standing') : refusal('proposals.not-unsealed', 409);
}

type Given = AlternativeScore['criteria'][number]['given'][number];

interface Row extends Omit<Given, 'at' | 'isOwn'> {
  readonly proposal: number;
  readonly alternative: number;
  readonly criterion: number;
  readonly at: Date;
  readonly isOwn: boolean;
}

/** Of each opened alternative, also of those without points. */
export async function scoresOf(
  tx: Tx,
  doer: Doer,
  {
    round,
    criteria,
    opened,
  }: {
    readonly round: number;
    readonly criteria: readonly Criterion[];
    readonly opened: readonly Pick<OpenedProposal, 'id' | 'proposal'>[];
  },
): Promise<AlternativeScore[]> {
  if (opened.length === 0) return [];
  const rows = await tx.rows<Row>(
    `select s.proposal_id as proposal, s.alternative, s.criterion, s.points, s.reason, s.scored_at as at, s.who,
       case when $2::integer is null then s.token_id = $3 else s.person_id = $2 end is true as "isOwn"
     from proposals.scores s
     join proposals.proposals p on p.id = s.proposal_id
     where p.round_id = $1
     order by s.scored_at, s.who`,
    [round, doer.personId ?? null, doer.tokenId ?? null],
  );
  return opened.flatMap(({ id, proposal }) =>
    proposal.alternatives.map((_, at) => {
      const own = rows.filter((row) => row.proposal === id && row.alternative === at + 1);
      const { means, total } = scoreOf(criteria, own);
      return {
        proposal: id,
        alternative: at + 1,
        total,
        criteria: criteria.map(({ name, weight }, place) => ({
          name,
          weight,
          mean: means[place] ?? null,
          given: own
            .filter(({ criterion }) => criterion === place + 1)
            .map(({ who, points, reason, at: when, isOwn }) => ({
              who,
              points,
              reason,
              at: when.toISOString(),
              isOwn,
            })),
        })),
      };
    }),
  );
}

/** In place of what the evaluator gave before. @throws Refusal 404, 409 unless staff are choosing, 422 for a criterion that the round has not */
export async function giveScores(
  tx: Tx,
  doer: Doer,
  {
    round,
    opened,
    alternative,
    scores,
  }: ScoresBody & { readonly round: number; readonly opened: OpenedProposal | undefined },
): Promise<void> {
  const locked = await lockRound(tx, round);
  await refuseUnlessChoosing(tx, locked);
  if (!opened?.proposal.alternatives[alternative - 1]) throw refusal('proposals.unknown', 404);
  const named = scores.map(({ criterion }) => criterion);
  if (new Set(named).size < named.length || named.some((criterion) => criterion > locked.scoring.length))
    throw refusal('proposals.criterion-unknown', 422, { count: locked.scoring.length });
  for (const { criterion, points, reason } of scores)
    await tx.run(
      `insert into proposals.scores (proposal_id, alternative, criterion, points, reason, who, person_id, token_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (proposal_id, alternative, criterion, person_id, token_id) do update
       set points = excluded.points, reason = excluded.reason, who = excluded.who, scored_at = clock_timestamp()`,
      [
        opened.id,
        alternative,
        criterion,
        points,
        reason.trim(),
        doer.who.slice(0, 200),
        doer.personId ?? null,
        doer.personId ? null : (doer.tokenId ?? null),
      ],
    );
  await recordAct(tx, doer, {
    did: 'proposals.score',
    thing: `proposal ${opened.id} of round ${round}, alternative ${alternative}`,
  });
}
