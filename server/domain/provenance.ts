/** The source of a number, in words: publisher, as-of and revision date, as the FCC's terms of use ask. */
import { isTechnologyCode, TECHNOLOGY_NAMES } from './technology.ts';

export interface Provenance {
  /** "FCC", or the name of the commission. */
  readonly publisher: string;
  /** "Broadband Data Collection"; for a commission the filing provider's name. */
  readonly title: string;
  /** ISO dates, YYYY-MM-DD. */
  readonly asOf: string;
  readonly revision: string;
  /** For the FCC, each technology's file, which may be older than the filing's revision. Empty if unknown. */
  readonly technologies: readonly TechnologyRevision[];
}

export interface TechnologyRevision {
  /** BDC code. */
  readonly technology: number;
  readonly revision: string;
}

/**
 * "FCC Broadband Data Collection, as of December 31, 2025, revised May 13, 2026"; where technologies were revised on different
 * days, the newest first, "... as of December 31, 2025: cable revised July 14, 2026; copper and fiber revised May 12, 2026".
 *
 * @param dateOf how an ISO date is written
 */
export function provenanceInWords(filing: Provenance, dateOf: (isoDate: string) => string = dateInWords): string {
  const { publisher, title, asOf } = filing;
  const source = `${publisher} ${title}, as of ${dateOf(asOf)}`;
  const parts = revisionsOf(filing).map(
    ({ revision, technologies }) => `${listed(technologies.map(nameOf))} revised ${dateOf(revision)}`,
  );
  return parts.length > 1 ? `${source}: ${parts.join('; ')}` : `${source}, revised ${dateOf(filing.revision)}`;
}

/** Technologies by the date of their file, newest first; one entry if all share a date, none if unknown. */
export function revisionsOf({ technologies }: Provenance): { revision: string; technologies: number[] }[] {
  const revisions = [...new Set(technologies.map(({ revision }) => revision))].sort().reverse();
  return revisions.map((revision) => {
    const files = technologies.filter((file) => file.revision === revision);
    return { revision, technologies: files.map(({ technology }) => technology) };
  });
}

function nameOf(technology: number): string {
  return isTechnologyCode(technology) ? TECHNOLOGY_NAMES[technology] : `technology ${technology}`;
}

/** "cable", "cable and copper", "cable, copper and fiber" */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "December 31, 2025" of "2025-12-31". @throws RangeError when the text is no ISO date */
function dateInWords(isoDate: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!name) throw new RangeError('not a date: expected YYYY-MM-DD');
  return `${name} ${Number(day)}, ${year}`;
}
