/** What of two files does not fit together. No value of a row is in it. */
import type { RowMessages } from '../../messages/en/rows.ts';

/** Why a line is joined to none of the other file. */
export type UnjoinedKind = keyof RowMessages['unjoined'];

export interface Unjoined {
  readonly file: 'answers' | 'export';
  /** Physical line, from 1. */
  readonly line: number;
  readonly kind: UnjoinedKind;
}
