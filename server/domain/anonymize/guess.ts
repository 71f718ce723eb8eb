/** Guesses which column is what, by its name as the common student information systems write it, then by its values. */
import { questionOfColumn } from '../survey/column.ts';
import { FIELDS, type Field, type Mapping } from './fields.ts';

export interface Guess {
  readonly mapping: Mapping;
  /** What each guess rests on. */
  readonly by: Partial<Record<Field, 'name' | 'values'>>;
}

/**
 * @param header names of the columns
 * @param samples some rows; their values are looked at here and never kept
 */
export function guessMapping(header: readonly string[], samples: readonly (readonly string[])[]): Guess {
  const mapping: Mapping = {};
  const by: Guess['by'] = {};
  const scores = header.map((text, column) => ({ column, ...namedField(text) }));
  for (const field of FIELDS) {
    const best = scores
      .filter((score) => score.field === field)
      .sort((a, b) => a.rank - b.rank || a.column - b.column)[0];
    if (!best) continue;
    mapping[field] = best.column;
    by[field] = 'name';
  }
  if (mapping.point === undefined && (mapping.latitude === undefined || mapping.longitude === undefined)) {
    const taken = new Set(Object.values(mapping));
    for (const column of header.keys()) {
      const shape = taken.has(column) ? undefined : coordinateShape(samples.map((row) => row[column] ?? ''));
      if (shape === undefined || mapping[shape] !== undefined) continue;
      mapping[shape] = column;
      by[shape] = 'values';
    }
  }
  if (mapping.point !== undefined && mapping.latitude !== undefined && mapping.longitude !== undefined) {
    delete mapping.point;
    delete by.point;
  }
  return { mapping, by };
}

/** How many columns of a line are named like something we know: a header has several, a row of data none. */
export function namedColumns(line: readonly string[]): number {
  return line.filter((text) => namedField(text).field !== undefined).length;
}

interface Named {
  readonly field?: Field;
  /** 0 is the surest. */
  readonly rank: number;
}

function namedField(text: string): Named {
  const question = questionOfColumn(text);
  if (question) return { field: question, rank: 0 };
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (words === '') return { rank: 9 };
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly RegExp[]][]) {
    const rank = names.findIndex((pattern) => pattern.test(words));
    if (rank >= 0) return { field, rank };
  }
  return { rank: 9 };
}

/** Of a family's other addresses, and of other people than the student: never the home we look for. */
const NOT_HOME = '(?!.*\\b(mail|mailing|school|work|employer|emergency|teacher|staff|counselor|bus|parent email)\\b)';
const named = (pattern: string) => new RegExp(`^${NOT_HOME}${pattern}$`);
const WHOSE =
  '(?:(?:student|stu|home|physical|residence|residential|primary|household|res|perm|permanent|hh|phys|legal) )*';

/** By field, the surest names first. Order matters where two fields could claim a name. */
const NAMES: Partial<Record<Field, readonly RegExp[]>> = {
  address_type: [
    named(`${WHOSE}(?:address|addr|residence) ?type(?: descriptor| code| desc)?`),
    named('(?:nighttime|night time|primary nighttime) residence(?: code| type)?'),
    named('(?:homeless|mckinney vento|mkv)(?: primary| nighttime)*(?: residence| status| code| type| descriptor)*'),
  ],
  latitude: [
    named(`${WHOSE}(?:geo ?code ?|geo |address |addr |gps )?(?:latitude|lat)`),
    named('y(?: ?coord(?:inate)?)?'),
  ],
  longitude: [
    named(`${WHOSE}(?:geo ?code ?|geo |address |addr |gps )?(?:longitude|lng|lon|long)`),
    named('x(?: ?coord(?:inate)?)?'),
  ],
  point: [
    named(
      '(?:lat ?(?:lng|lon|long)|latitude longitude|geo ?(?:code|point|location)|coordinates?|point|gps|location point|geom(?:etry)?|wkt)',
    ),
  ],
  student_id: [
    named(
      '(?:student|stu|pupil)(?: state| local| district| unique| permanent)* ?(?:id|number|no|num|nbr|unique id|usi)',
    ),
    named('(?:state|local|district|sis|permanent|perm)(?: student| stu)* ?(?:id|number|no|num)'),
    named('(?:ssid|sasid|lasid|suid|stn|usi|studentuniqueid|dcid|person id|personid|pupil id|student)'),
    named('id'),
  ],
  household_id: [named('(?:(?:household|family|hh|guardian|home) )+(?:group )?(?:id|number|no|num|key|code)')],
  unit: [
    named(`${WHOSE}(?:address |addr |street )?(?:apt|apartment|unit|suite|lot)(?: ?(?:no|number|num|nbr|suite|room))*`),
    named(`${WHOSE}(?:address|addr|street)(?: line)? ?2`),
  ],
  address: [
    named(`${WHOSE}(?:street )?(?:address|addr)(?: line)?(?: ?1)?`),
    named(`${WHOSE}(?:street|street number name|full address|address street|street address|address full|situs)`),
  ],
  city: [named(`${WHOSE}(?:address |addr )?(?:city|town|municipality)(?: name)?`)],
  state: [
    named(
      `${WHOSE}(?:address |addr )?(?:state|st|state abbreviation|state code|state usps|state abbr|state abbreviation descriptor)`,
    ),
  ],
  zip: [named(`${WHOSE}(?:address |addr )?(?:zip|zip ?code|zip ?5|postal ?code|postcode|postal)`)],
  grade_level: [
    named('(?:student |current |entry |cur )*(?:grade|gr|grade ?level|grd|grade code|grade lvl)(?: descriptor| id)?'),
  ],
  district: [named('(?:nces )?(?:lea ?id|lea nces id|district nces id|nces district id|nces lea id|leaid|nces id)')],
};

/** Whether a column's values look like latitudes or longitudes of the United States, or both in one. */
function coordinateShape(values: readonly string[]): 'latitude' | 'longitude' | 'point' | undefined {
  const present = values.map((value) => value.trim()).filter((value) => value !== '');
  if (present.length < 3) return undefined;
  const share = (test: (value: string) => boolean) => present.filter(test).length / present.length;
  if (share((value) => /^\s*-?\d{1,3}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}\s*$|^POINT\s*\(/i.test(value)) > 0.8)
    return 'point';
  const isDecimal = (value: string) => /^-?\d{1,3}\.\d{3,}$/.test(value);
  if (share((value) => isDecimal(value) && Number(value) > 13 && Number(value) < 72) > 0.8) return 'latitude';
  if (share((value) => isDecimal(value) && Number(value) < -64 && Number(value) > -180) > 0.8) return 'longitude';
  return undefined;
}
