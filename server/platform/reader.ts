/** Reads for long work, which computes between them. */
import type { Actor } from '../domain/actor.ts';
import type { Db, Tx } from './db.ts';

export type Reader = Pick<Tx, 'rows' | 'one' | 'maybe'>;

/**
 * Every query in a transaction of its own: the embedded database serves one transaction at a time, and whoever held one while
 * computing would hold up all readers. What is read together may therefore change between two queries; whoever writes
 * what follows from it checks in that transaction that nothing did.
 */
export function readerOn(db: Db, actor: Actor): Reader {
  return {
    rows: <Row extends object>(...query: Parameters<Tx['rows']>) => db.as(actor, (tx) => tx.rows<Row>(...query)),
    one: <Row extends object>(...query: Parameters<Tx['one']>) => db.as(actor, (tx) => tx.one<Row>(...query)),
    maybe: <Row extends object>(...query: Parameters<Tx['maybe']>) => db.as(actor, (tx) => tx.maybe<Row>(...query)),
  };
}
