/** What a release promises, and what it does not, in the same words wherever it is told. Measured; see domain/protect/README.md. */
export const promise = {
  promise:
    'From everything published, and exact totals, no group of one to nine students who gave an answer, or did not, can be proven, whatever filings are public, not even by a district that knows its own students. Estimates are computed from public filings and totals; they say where connections are missing, not whose.',
  notPromised: [
    'That a small number cannot be guessed. Whoever puts all levels of the map together guesses two in three of the hidden counts of the smallest areas right, and most of those are zeros. Of the hidden counts from one to nine, one guess in four is right; without this map, one in twelve would be.',
    'Anything against somebody who knows most families of an area by name.',
    'To hide how many students have no home on the map where enrollment is known elsewhere: it is enrollment less the map’s total.',
    'To hide changes where more than ten answers of an area changed between two releases: the later one may then show which answers moved.',
  ],
};

export type PromiseMessages = typeof promise;
