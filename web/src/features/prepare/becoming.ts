/** The fate of each column of an export, in file order, for the person who must answer for it. */
import { type Mapping, type Use, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import type { Column } from './protocol.ts';

export interface Becoming {
  readonly column: Column;
  /** Undefined: not read. */
  readonly use: Use | undefined;
}

export function becomingOf(columns: readonly Column[], mapping: Mapping): readonly Becoming[] {
  const uses = new Map(usesOf(mapping).map(({ column, use }) => [column, use]));
  return columns.map((column, at) => ({ column, use: uses.get(at) }));
}

/** With a capital first letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
