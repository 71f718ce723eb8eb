/** Links to stories: kept under the role `teller`, and opened by whoever has the code. */
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/db.ts';
import type { OpenedStory, ShareBody, SharedStory } from './contract.ts';

interface LinkRow {
  readonly release: number;
  readonly audience: OpenedStory['audience'];
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly steps: string;
  readonly endsOn: string | null;
}

/** Bytes of a code, twelve letters as base64url: nobody finds one by trying. */
const CODE_BYTES = 9;

/** @returns its code */
export async function shareStory(tx: Tx, body: ShareBody, by: string): Promise<string> {
  const code = randomBytes(CODE_BYTES).toString('base64url');
  const { release, audience, place, title, steps, endsOn } = body;
  await tx.run(
    `insert into briefs.shared_stories (code, release_id, audience, kind, place_id, title, steps, ends_on, shared_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [code, release, audience, place.kind, place.id, title.trim(), steps, endsOn, by],
  );
  return code;
}

/** The newest first, those that are over among them. */
export async function sharedStories(tx: Tx, origin: string): Promise<SharedStory[]> {
  const rows = await tx.rows<LinkRow & { code: string; shared_at: Date; sharedBy: string }>(
    `-- one row: a link to a story
     select
       code,
       release_id as release,
       audience,
       kind,
       place_id as id,
       title,
       steps,
       ends_on::text as "endsOn",
       shared_at,
       shared_by as "sharedBy"
     from briefs.shared_stories
     order by shared_at desc, code
     limit 200`,
  );
  return rows.map(({ shared_at: at, ...row }) => ({
    ...row,
    address: `${origin}/s/${row.code}`,
    sharedAt: at.toISOString(),
  }));
}

export function openedStory(tx: Tx, code: string): Promise<OpenedStory | undefined> {
  return tx.maybe<OpenedStory>(
    `select release_id as release, audience, kind, place_id as id, title, steps, ends_on::text as "endsOn"
     from briefs.story_opens($1)`,
    [code],
  );
}

/** @returns the title it had; undefined when there was none */
export async function endShared(tx: Tx, code: string): Promise<string | undefined> {
  const ended = await tx.maybe<{ title: string }>('delete from briefs.shared_stories where code = $1 returning title', [
    code,
  ]);
  return ended?.title;
}
