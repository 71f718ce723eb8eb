/** What a cluster's name says, without words. */

export type Direction = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

/** Which part of a county. */
export type Side = Direction | 'center';

export interface NameParts {
  /** Undefined: no county is known there. */
  readonly within: { readonly side: Side; readonly county: string } | undefined;
  readonly town: string | undefined;
  /** How far the town is, where being near it is not enough to tell two clusters apart. */
  readonly away: { readonly miles: number; readonly direction: Direction } | undefined;
  /** Where nothing else tells them apart. */
  readonly number: number | undefined;
}
