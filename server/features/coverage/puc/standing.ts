/**
 * Whether an area is in service, by the filing's own words: its status, its date, the name of its layer or
 * file. Planned, unfinished, funded or retired areas are not service.
 */
import { dayOf } from '../../../domain/day.ts';

export type Standing = 'service' | 'planned' | 'retired';
/** `unknown`: the word may mean either, and the filer has to say. */
export type StandingOrNot = Standing | 'unknown';

/** How a column expresses service. */
export type StandingColumn =
  /** In words: "Planned", "Existing". */
  | 'words'
  /** As yes or no: IN_SERVICE, PLANNED, RETIRED. */
  | { readonly yes: StandingOrNot; readonly no: Standing | undefined }
  /** As the date from which, or until which, there is service. */
  | 'from'
  | 'until';

/** @returns undefined for a column whose name does not concern service */
export function standingColumn(column: string): StandingColumn | undefined {
  const name = words(column).join(' ');
  const isDate = /\b(date|dt|year|yr|quarter|qtr|eta|isd)\b/.test(name);
  if (isDate && ENDS.test(name)) return 'until';
  if (/\b(service start|start of service)\b/.test(name)) return 'from';
  if (OF_THE_RECORD.test(name)) return undefined;
  if (isDate ? BEGINS.test(name) : EXPECTS.test(name)) return 'from';
  if (isDate) return undefined;
  const yesNo = YES_NO.find(([names]) => names.test(name));
  if (yesNo)
    return {
      yes: yesNo[1],
      no: { service: 'planned', planned: 'service', retired: 'service', unknown: undefined }[yesNo[1]] as
        | Standing
        | undefined,
    };
  return WORD_COLUMN.test(name) ? 'words' : undefined;
}

/** Splits camel case and underscores, and ignores case: "Build_Status", "buildStatus", "BUILDSTATUS". */
function words(name: string): string[] {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return parts
    .replace(/(?<=[a-z])(status|date)\b/g, ' $1')
    .replace(/\binservice\b/g, 'in service')
    .split(' ');
}

const BEGINS =
  /\b(in ?service|in svc|service|svc|isd|complet\w*|built|build|construct\w*|avail\w*|launch\w*|activ\w*|go live|live|turn ?up|operation\w*|deploy\w*|ready|finish\w*|exp|expected|est|estimated|planned|target|anticipated|projected|eta)\b/;
/** Names of dates that lack the word "date". */
const EXPECTS =
  /\b(est|estimated|exp|expected|target|anticipated) (compl\w*|in ?service|service|build|launch)\b|^completion$|^isd$|^go ?live$/;
const ENDS = /\b(retire\w*|decomm\w*|sunset|end of service|disconnect\w*|discontinu\w*|abandon\w*)\b/;
/** Names about the record, the form or the customer instead of the service. */
const OF_THE_RECORD =
  /\b(start|began|begin|updat\w*|edit\w*|creat\w*|modif\w*|survey\w*|fil(e|ed|ing)|submi\w*|cert\w*|as of|permit\w*|load\w*|last|qa|qc|review|record|row|geocod\w*|match|data|challenge|sync|upload|valid\w*|approv\w*|verif\w*|tax|legal|customer|subscriber|account|change|status date)\b/;
const WORD_COLUMN =
  /\b(status|stat|statu|estatus|phase|stage|life ?cycle\w*|existence|built? ?out|deployment|construction|constructi)\b|^(build|serv|service|svc|proj|project|const|constr|network|net|oper|deploy) sta$|^(current|existing|exist|cur|curr) (or )?(future|planned|proposed|plan|prop|fut)$|^(planned|proposed|plan|prop|future|fut) (or )?(current|existing|exist|cur|curr)$/;
const YES_NO: readonly (readonly [RegExp, StandingOrNot])[] = [
  [
    /^(is )?(in ?service|in svc|active|existing|operational|live|lit|built|deployed|completed?|(currently |is )?served|(service )?available|serviceable|in operation|constructed|energized)( yn| flag| ind)?$/,
    'service',
  ],
  [
    /^(is )?(planned|proposed|future|under ?cons\w*|pending|unbuilt|not built|to be built|upcoming)( yn| flag| ind| build| area)?$/,
    'planned',
  ],
  [
    /^(is )?(retired|decommissioned|abandoned|inactive|out ?of ?service|disconnected|discontinued)( yn| flag| ind)?$/,
    'retired',
  ],
  // Funded areas may still be unbuilt, or built since.
  [/^(is )?(funded|(bead|rdof|caf|cpf|reconnect)( (award(ed)?|funded|area))?|award(ed)?)( yn| flag| ind)?$/, 'unknown'],
];

/**
 * @param value as filed
 * @param asOf YYYY-MM-DD: what begins later counts as planned
 * @returns undefined where the value says nothing
 */
export function standingOf(value: unknown, column: StandingColumn, asOf: string): StandingOrNot | undefined {
  const text = String(value ?? '').trim();
  if (text === '' || /^(<?null>?|n\/?a|none|unknown|-+|\.)$/i.test(text)) return undefined;
  if (column === 'from' || column === 'until') {
    const date = earliestDay(text);
    if (date === undefined) return standingInWords(text) === 'planned' ? 'planned' : undefined;
    if (column === 'from') return date > asOf ? 'planned' : undefined;
    return date <= asOf ? 'retired' : undefined;
  }
  if (column === 'words') return standingInWords(text);
  if (/^(1|1\.0+|y|yes|t|true|x)$/i.test(text)) return column.yes;
  if (/^(0|0\.0+|n|no|f|false)$/i.test(text)) return column.no;
  return standingInWords(text);
}

/** The earliest day a text may mean, YYYY-MM-DD: of a date, a month, a quarter, a season, a year, milliseconds since 1970. */
function earliestDay(text: string): string | undefined {
  const day = (year: string, month: string | number = 1, date: string | number = 1) =>
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (/^\d{12,13}$/.test(text)) return dayOf(new Date(Number(text)));
  const iso = /^((?:19|20)\d\d)[-/.]?(\d\d)(?:[-/.]?(\d\d))?(?!\d)/.exec(text);
  if (iso?.[1]) return day(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)?\d\d)(?!\d)/.exec(text);
  if (american) return day(`${(american[3] ?? '').length === 2 ? '20' : ''}${american[3]}`, american[1], american[2]);
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const quarter = /q(?:tr)? ?([1-4])|\b([1-4])q/i.exec(text);
  if (quarter) return day(year, Number(quarter[1] ?? quarter[2]) * 3 - 2);
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(text));
  if (month !== -1) return day(year, month + 1);
  const season = SEASONS.find(([name]) => name.test(text))?.[1];
  return day(year, season);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS: readonly (readonly [RegExp, number])[] = [
  [/spring/i, 3],
  [/summer/i, 6],
  [/fall|autumn/i, 9],
  [/second half|h2|2h|end of/i, 7],
];

const PLANNED =
  /\b(plan(s|ned|ning)?|propos(ed|al)|prop|planificad[oa]s?|propuest[oa]s?|planead[oa]s?|en construccion|futur[oa]s?|u c|future|construct(ion|ing)|under const\w*|being built|building|in progress|wip|design(ed|ing)?|engineering|permit(s|ting|ted)?|pending|upcoming|coming|scheduled|forecast|anticipated|expected|expansion|funded|funding|award(s|ed|ee)?|obligated|bead|rdof|committed|commitment|unbuilt|to be (built|constructed)|incomplete|will be|potential|candidate|conceptual|target(ed)?|budgeted|grant|not (yet )?(built|active|available|completed?|started|constructed|operational|live|served|deployed))\b/;
const RETIRED =
  /\b(retired?|decom\w*|abandon(ed)?|out of service|oos|inactive|disconnected|removed?|cancell?ed|withdrawn|dead|defunct|discontinued|former(ly)?|obsolete|historic(al)?|closed|sunset|not in service|not serviceable|fuera de servicio|no longer|destroyed|demolished|non ?operational|suspended|unavailable|unserved)\b/;
const SERVICE =
  /\b(in ?service|en servicio|activ[oa]s?|existentes?|serviceable|active|existing|current(ly)?|operational|live|lit|built|completed?|constructed|deployed|available|served|on ?net|operating|in operation|in use|energized|online|on line|ready|turned up|launched|installed|passed|marketable|enabled|now|done|finished)\b/;
/** Once planned, now done. */
const DONE = /\b(construction|build|project|phase \w+|engineering) (is )?(completed?|built|done|finished)\b/g;

/** The standing that a status expresses. */
export function standingInWords(raw: string): StandingOrNot {
  const text = raw
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const open = text.replace(DONE, 'completed');
  if (/\bpartial(ly)?\b/.test(open)) return 'unknown';
  const negated = RETIRED.test(open) ? 'retired' : undefined;
  if (PLANNED.test(open))
    return SERVICE.test(open.replace(new RegExp(PLANNED, 'g'), ' ')) || negated ? 'unknown' : 'planned';
  if (negated) return SERVICE.test(open.replace(new RegExp(RETIRED, 'g'), ' ')) ? 'unknown' : negated;
  return SERVICE.test(open) ? 'service' : 'unknown';
}

/** A value that can only be the standing of an area, in any column. */
export function isStandingAlone(raw: unknown): raw is string {
  return (
    typeof raw === 'string' &&
    ALONE.test(
      raw
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
  );
}

const ALONE =
  /^(planned|proposed|planificad[oa]|propuest[oa]|en construccion|future|under construction|in construction|not (yet )?(built|in service|active|constructed)|unbuilt|to be built|pre construction|in design|coming soon|funded|bead (award|awarded|funded|planned)|out of service|retired|decommissioned|abandoned)( (build|buildout|area|service area|service|expansion|fiber|coverage|deployment|project|construction|network|footprint)s?)*( (phase |zone )?\d{1,3})?( (in |by |for )?(q\d )?(19|20)\d\d)?$/;

/** The word in the name of a layer, file or technology that marks it as not in service; undefined when there is none. */
export function plannedName(name: string): string | undefined {
  const text = words(name)
    .join(' ')
    .replace(/(?<=[a-z])(?=\d)/g, ' ');
  return /\b(planned|planning|proposed|future|under construction|construction|unbuilt|not built|funded|award(s|ed)?|upcoming|retired|decommissioned|abandoned|inactive|out of service|forecast)\b/.exec(
    text,
  )?.[0];
}
