import { agreedInWords } from '../../domain/reason.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import type { PrivacyReport } from './contract-report.ts';

const LEVELS = ['patch', 'county', 'school_district', 'state'];
const FAMILIES = ['lever', 'estimated_lever', 'home', 'device'];

/** The privacy report of one audience, as text for a terminal. */
export function reportInWords(report: PrivacyReport, { filings, terminal }: ServerMessages): string {
  const { release, audience, floors, method, hidden, kept, approximated, noFixedResidence } = report;
  const words = terminal.report;
  const { counts, rows, share, aboveFloor } = hidden;
  const { deviation, variance } = method.noise;
  const pieces = approximated.map((place) => words.approximatedAt(place));
  return [
    words.title({ number: release.id, release: release.name, audience }),
    words.filings({ said: agreedInWords(filings, report.agreedBy, audience) }),
    words.floors(floors),
    words.noise({ deviation, usual: Math.sqrt(variance), multiple: method.rounding }),
    words.hidden({ counts, rows, share, shareOfLarge: aboveFloor.share }),
    words.kept({ patches: kept.patches, students: method.keptUnder }),
    noFixedResidence.shown === null
      ? words.noResidenceHidden
      : words.noResidence({ noFixedResidence: noFixedResidence.shown }),
    ...(pieces.length > 0 ? [words.approximated({ pieces })] : []),
    words.offBy,
    ...FAMILIES.map((family) => words.offByOf({ family, pieces: errorsOf(report, family, words) })),
  ].join('\n');
}

function errorsOf({ errors }: PrivacyReport, family: string, words: ServerMessages['terminal']['report']): string[] {
  return LEVELS.flatMap((level) => {
    const figure = errors.find((other) => other.family === family && other.level === level);
    if (figure?.meanAbsolute == null || figure.p95Absolute == null) return [];
    return [words.offByAt({ level, mean: figure.meanAbsolute, most: figure.p95Absolute })];
  });
}
