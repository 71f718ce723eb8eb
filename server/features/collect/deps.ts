import type { Config } from '../../config.ts';
import type { Db } from '../../platform/db.ts';

/** What the collection routes depend on. */
export interface CollectDeps {
  readonly db: Db;
  readonly config: Config;
}
