import { type AskedAudience, rowsOf } from '../../domain/actor.ts';
import { PLACE_COUNT_KEYS } from '../../domain/statistic.ts';
import type { Tx } from '../../platform/db.ts';
import { releaseNamed, viewInWords } from '../releases/index.ts';
import type { OrderSheet } from './contract.ts';

/** What families answered of devices, by school district, as the reader's view publishes it. */
export async function orderSheet(
  tx: Tx,
  asked: { release: string; state?: string; audience: AskedAudience },
): Promise<OrderSheet> {
  const release = await releaseNamed(tx, asked.release, asked.state);
  const districts = await tx.rows<OrderSheet['districts'][number]>(
    `-- one row: a district, or those that are only published together
     select
       array_agg(t.id order by t.id) as "leaIds",
       string_agg(p.name, ' + ' order by t.id) as name,
       min(t.students) as students,
       min(t.counts[$3]) as none,
       min(t.counts[$4]) as shared,
       min(t.counts[$5]) as unsuitable,
       min(t.counts[$6]) as unanswered
     from published.place_totals t
     join places.places p using (kind, id)
     where t.release_id = $1
       and t.audience = $2
       and t.kind = 'school_district'
     group by case when t.together_with = '{}' then array[t.id] else (select array_agg(x order by x) from unnest(t.together_with || t.id) as x) end
     order by 2`,
    [release.id, rowsOf(asked.audience), ...POSITIONS],
  );
  return {
    release: { id: release.id, name: release.name },
    synthetic: release.synthetic,
    audience: asked.audience,
    view: await viewInWords(tx, release, asked.audience),
    floor: release.floor_students,
    districts,
  };
}

/** SQL arrays begin at 1. */
const POSITIONS = ['none', 'shared', 'unsuitable', 'unanswered'].map(
  (status) => PLACE_COUNT_KEYS.indexOf(`device.${status}`) + 1,
);
