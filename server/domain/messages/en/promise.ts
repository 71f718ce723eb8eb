/** What a release promises, and what it does not, in the same words wherever it is told. Measured; see domain/protect/README.md. */
export const promise = {
  promise:
    'From everything published, and exact totals, no group of one to nine students who gave an answer, or did not, can be proven, whatever filings are public, not even by a district that knows its own students. Estimates are computed from public filings and totals; they say where connections are missing, not whose.',
  notPromised: [
    'That a small number cannot be guessed. Whoever puts all levels of the map together guesses a hidden count of the smallest areas right two times in three, a zero mostly; one of one to nine students one time in four, against one in twelve without this map.',
    'Anything against somebody who knows most families of an area by name.',
    'To hide how many students have no home on the map where enrollment is known elsewhere: it is enrollment less the map’s total.',
    'To hide that an eleventh answer changed with ten others: a release may show which answers moved.',
  ],
};

export type PromiseMessages = typeof promise;
