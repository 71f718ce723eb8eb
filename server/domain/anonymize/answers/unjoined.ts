/** What does not match between two files, without any value of a row. */
import type { RowMessages } from '../../messages/en/rows.ts';

/** Why a line matches none of the other file. */
export type UnjoinedKind = keyof RowMessages['unjoined'];

export interface Unjoined {
  readonly file: 'answers' | 'export';
  /** Physical line, from 1. */
  readonly line: number;
  readonly kind: UnjoinedKind;
}
