/** What became of the rows of an export. */
export interface AnonymizeCounts {
  /** Rows that hold anything, title lines and footers aside. */
  rows: number;
  students: number;
  noFixedResidence: number;
  /** Students who answered at least one question. */
  withAnswers: number;
  /** Rows left out because the person said so. */
  leftOut: number;
  /** Rows left out because of a problem. */
  badRows: number;
  /** Rows that repeat a student with the same details. */
  repeated: number;
  /** Further rows of students who answered more than once, of which the latest counts. */
  resubmitted: number;
  /** Students whose latest answers would be others, were the day of their dates written before the month. */
  openDates: number;
  /** Lines that are no rows, such as totals at the end. */
  strayLines: number;
  /** Lines above and between the rows that hold nothing. */
  blankLines: number;
  /** Rows of a mailing address of a student whose home another row gives. */
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
