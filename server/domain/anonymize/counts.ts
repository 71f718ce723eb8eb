/** The fate of an export's rows. */
export interface AnonymizeCounts {
  /** Nonblank rows, without title lines and footers. */
  rows: number;
  students: number;
  noFixedResidence: number;
  /** Students who answered at least one question. */
  withAnswers: number;
  /** Rows left out at the person's request. */
  leftOut: number;
  /** Rows left out because of a problem. */
  badRows: number;
  /** Rows that repeat a student with the same details. */
  repeated: number;
  /** Further rows of students who answered more than once; the latest counts. */
  resubmitted: number;
  /** Students whose latest answers would change if dates had the day before the month. */
  openDates: number;
  /** Lines that are not rows, such as totals at the end. */
  strayLines: number;
  /** Blank lines above and between the rows. */
  blankLines: number;
  /** Rows with a student's mailing address, where another row gives the home. */
  mailing: number;
  /** Homes found by their address, by quality. */
  located: Record<string, number>;
}

export function noCounts(): AnonymizeCounts {
  return {
    rows: 0,
    students: 0,
    noFixedResidence: 0,
    withAnswers: 0,
    leftOut: 0,
    badRows: 0,
    repeated: 0,
    resubmitted: 0,
    openDates: 0,
    strayLines: 0,
    blankLines: 0,
    mailing: 0,
    located: {},
  };
}
