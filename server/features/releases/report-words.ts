import { filings } from '../../domain/messages/en/filings.ts';
import { agreedInWords } from '../../domain/reason.ts';
import type { PrivacyReport } from './contract-report.ts';

const LEVELS: readonly [level: string, words: string][] = [
  ['patch', 'patches'],
  ['county', 'counties'],
  ['school_district', 'districts'],
  ['state', 'the state'],
];
const FAMILIES: readonly [family: string, words: string][] = [
  ['lever', 'what would help'],
  ['estimated_lever', 'the same, estimated'],
  ['home', 'connection at home'],
  ['device', 'devices'],
];

/** The privacy report of one audience, as text for a terminal. */
export function reportInWords(report: PrivacyReport): string {
  const { floors, method, hidden, kept, errors, approximated } = report;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const places = approximated.map(
    ({ kind, share }) => `${kind.replace('_', ' ')} ${share < 0.01 ? 'under 1' : (100 * share).toFixed(0)} %`,
  );
  return [
    `Privacy report of release ${report.release.id} "${report.release.name}", for ${WHOM[report.audience]}`,
    `  Filings       service rests on ${agreedInWords(filings, report.agreedBy, report.audience)}`,
    `  Floors        ${floors.students} students and ${floors.households} households in each patch; no count under ${floors.students}, nor one that leaves fewer`,
    `  Noise         up to ${method.noise.deviation} more or fewer, by itself ${Math.sqrt(method.noise.variance).toFixed(1)} as a rule, the same for the same question${method.rounding > 1 ? `; then to the nearest ${method.rounding}` : ''}`,
    `  Hidden        ${hidden.counts} counts of ${hidden.rows} rows (${percent(hidden.share)}), most of them zero; of those that meet the floor ${percent(hidden.aboveFloor.share)}`,
    `  Kept          ${kept.patches} patches are counted as in the release before, fewer than ${method.keptUnder} of their students having changed`,
    `  No residence  ${report.noFixedResidence.shown ?? 'hidden: none, or too few'}`,
    ...(places.length > 0
      ? [`  Approximated  students who count to another place than around their home: ${places.join(', ')}`]
      : []),
    '  Off by        on average, and 95 of 100 by no more than:',
    ...FAMILIES.map(([family, words]) => {
      const figures = LEVELS.flatMap(([level, name]) => {
        const figure = errors.find((other) => other.family === family && other.level === level);
        if (figure?.meanAbsolute == null) return [];
        return [`${name} ${figure.meanAbsolute.toFixed(1)} (${figure.p95Absolute})`];
      });
      return `    ${words.padEnd(19)} ${figures.join(', ') || 'too few counts to say'}`;
    }),
  ].join('\n');
}

const WHOM: Record<PrivacyReport['audience'], string> = {
  public: 'the public',
  agency: 'state agencies',
  provider: 'providers',
  district: 'districts',
};
