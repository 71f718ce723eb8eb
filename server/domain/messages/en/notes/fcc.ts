/** Notes on FCC files: what they lack, and what was passed over. */
export const fccNotes = {
  'fcc.no-satellite': 'No satellite file is among them: shares are of the locations reported, not of all locations.',
  'fcc.later-lacks': ({ asOf, missing }: { asOf: string; missing: readonly string[] }) =>
    `The vintage as of ${asOf}, loaded before, has no ${missing.join(', no ')}. If the FCC published a file, import it.`,
  'fcc.no-revision': ({ name }: { name: string }) =>
    `${name} says no revision: it counts as the oldest, of its as-of date. --revision says when it was issued.`,
  'fcc.same-rows': ({ names, technology }: { names: readonly string[]; technology: string }) =>
    `${names.join(', ')}: the same rows of ${technology} as are loaded, packed otherwise.`,
  'fcc.several-technologies': 'several technologies',
  'fcc.passed-over': ({ name, why }: { name: string; why: string }) => `${name}: passed over, ${why}.`,
  'fcc.why/not-availability': 'its name is not of a fixed availability file',
  'fcc.why/not-a-table': 'it is no .csv, .csv.gz or .zip, or its download has not finished',
  'fcc.why/archive': 'an archive is read for .csv files only',
  'fcc.why/twin': ({ name }: { name: string }) => `it is ${name} to the byte`,
};
