/** The audience of a published number. Audiences nest: each patch of `public` is a union of patches of the others. */
export const AUDIENCES = ['agency', 'provider', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The finest H3 resolution an audience sees. */
export const FINEST_RESOLUTION: Record<Audience, 7 | 8> = { agency: 8, provider: 8, public: 7 };

/** The coarsest resolution of patches and of the map. */
export const COARSEST_RESOLUTION = 5;

/** Filings that an audience's verdicts may rest on: confidential ones never reach the others, not even by subtraction. */
export const CONFIDENTIALITIES = ['public', 'agency', 'restricted'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];
export const READABLE_FILINGS: Record<Audience, readonly Confidentiality[]> = {
  agency: ['public', 'agency'],
  provider: ['public'],
  public: ['public'],
};
