import type { Config } from '../../config.ts';
import type { Db } from '../../platform/db.ts';

/** What routes of collections are given. */
export interface CollectDeps {
  readonly db: Db;
  readonly config: Config;
}
