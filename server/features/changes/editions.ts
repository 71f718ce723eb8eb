/** The name of a filing in an address or a command: `2025-12-31`, or with its revision `2025-12-31@2026-05-19`. */
import { isDay } from '../../domain/day.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { filingOf, type Pair } from './pairs.ts';

interface Named {
  readonly asOf: string;
  readonly revision?: string;
}

/** @throws Refusal 400 when it is no name */
function namedBy(text: string): Named {
  const [asOf = '', revision, ...more] = text.split('@');
  if (!isDay(asOf) || more.length > 0 || (revision !== undefined && !isDay(revision)))
    throw refusal('changes.edition', 400, { text: text.slice(0, 40) });
  return { asOf, ...(revision === undefined ? {} : { revision }) };
}

/**
 * The two filings that are named, which need not follow each other.
 *
 * @throws Refusal 400 when one is no name or they stand in the wrong order, 404 when one is not loaded
 */
export async function pairNamed(tx: Tx, stateFips: string, from: string, to: string): Promise<Pair> {
  const [before, after] = [await filingNamed(tx, stateFips, from), await filingNamed(tx, stateFips, to)];
  const of = before.asOf === after.asOf ? 'revision' : 'as_of';
  const isInOrder = of === 'revision' ? before.revision < after.revision : before.asOf < after.asOf;
  if (!isInOrder) throw refusal('changes.order', 400, { from, to });
  return { stateFips, of, from: before, to: after };
}

async function filingNamed(tx: Tx, stateFips: string, text: string): Promise<Pair['from']> {
  const { asOf, revision = null } = namedBy(text);
  const found = await filingOf(tx, stateFips, { asOf, revision: revision ?? undefined });
  if (!found) throw refusal('changes.no-filing', 404, { asOf, revision });
  return found;
}
