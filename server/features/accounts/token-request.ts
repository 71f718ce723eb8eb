import type { TokenHolder } from '../../domain/actor.ts';

export type TokenRequest = TokenHolder & {
  /** Recipient, for the list. */
  readonly label: string;
  /** Days until it expires. @default 30 */
  readonly days?: number;
  /** The collection of a district's link, if a coordinator makes it: the link takes the place of the one before. */
  readonly collectionId?: number;
};
