/**
 * Column names in exports: PowerSchool, Infinite Campus, Skyward, Aeries, Synergy, Veracross, Ed-Fi, CEDS, GIS tools, and
 * Spanish. Compared without case, accents, spaces and signs, and without words for their owner.
 */
import { fields as en } from '../../messages/en/fields.ts';
import { fields as es } from '../../messages/es/fields.ts';
import { ADDRESS_FIELDS, FIELDS, type OwnField, PLACE_FIELDS, type Use } from '../fields.ts';
import { PART_NAMES } from '../place/street-parts.ts';
import { homelessColumn } from '../residence/homeless-names.ts';
import { LONGEST_NAME, type NameParts, partsOf, plainWords } from './header-text.ts';
import { phraseNames } from './phrases.ts';
import { isNamedForElse } from './place-names.ts';
import { questionNamed } from './question-names.ts';

export interface NamedField {
  readonly field: Use;
  /** 0 is the surest. */
  readonly rank: number;
}

/**
 * The field that a name means: as a whole, or by its parts if it is bilingual or explained. Coordinates and addresses of
 * anything but the home are no field.
 */
export function fieldOfName(name: string): NamedField | undefined {
  if (name.length > LONGEST_NAME || OTHER_TEXT.test(name)) return undefined;
  const own = OUR_LABELS.get(letters(name));
  if (own) return { field: own, rank: 0 };
  if (homelessColumn(name)) return { field: 'homeless', rank: 0 };
  const named = namedBy(name) ?? namedByParts(partsOf(name));
  return named && OF_A_PLACE.has(named.field) && isNamedForElse(name) ? undefined : named;
}

/** Marks the free-text answer of a form. */
const OTHER_TEXT = /\b(?:other|otr[oa])\b[^?]*\b(?:specify|text|especifi\w*)\b|[-–_]\s*text\s*$/i;

const OF_A_PLACE: ReadonlySet<Use> = new Set<Use>([...PLACE_FIELDS, ...ADDRESS_FIELDS]);

function namedBy(text: string): NamedField | undefined {
  const question = questionNamed(text);
  if (question) return question;
  const bare = bareName(text);
  if (bare === '') return undefined;
  for (const [field, { names, whose }] of NOT_HOME.test(bare) ? [] : KNOWN) {
    const rank = rankOf(bare, names, whose);
    if (rank !== undefined) return { field, rank };
  }
  return phraseNames(plainWords(text));
}

/** Penalty of a part of a name against a whole one. */
const BY_PART = 4;

function namedByParts({ whole, outside, pieces, asides }: NameParts): NamedField | undefined {
  const cleaned = namedBy(whole) ?? namedBy(outside);
  if (cleaned) return cleaned;
  const parts = [...pieces, ...asides].map((text) => ({ text, named: namedBy(text) }));
  const [first, ...others] = parts.filter(({ named }) => named !== undefined);
  if (!first?.named) return undefined;
  const { field, rank } = first.named;
  const isQuestion = !OWN_NAMES.has(field);
  if (!isQuestion && others.some(({ named }) => named?.field !== field)) return undefined;
  const rest = parts.filter(({ text, named }) => named === undefined && !isExplanation(text)).map(({ text }) => text);
  if (!isQuestion && OF_OTHERS.test(plainWords(rest.join(' ')))) return undefined;
  const agree = others.some(({ named }) => named?.field === field);
  const isSure = agree || plainWords(first.text).includes(' ') || rest.length === 0;
  return isSure ? { field, rank: rank + BY_PART } : undefined;
}

/** "choose one", "if you know it", "2026-27": not a name of anything. */
function isExplanation(text: string): boolean {
  const words = plainWords(text);
  return words.split(' ').length > 3 || EXPLAINS.test(words) || !/[a-z]/.test(words);
}

const EXPLAINS =
  /\b(?:select|choose|enter|write|type in|pick|check|click|example|ejemplo|please|if|digits?|only|required|optional|format|found|e g|eg|seleccione|elija|escoja|escriba|marque|por favor|solo|current|actual|20\d\d|fall|spring|this year)\b/;
/** Words that turn a name of ours into somebody else's. */
const OF_OTHERS =
  /\b(?:siblings?|brother|sister|parents?|guardians?|mother|father|teacher|staff|counselor|friend|second|2nd|third|hermanos?|hermana|padres?|madre|tutor|maestr[oa])\b/;

/** "Stu. Apt #" is "stuaptnumber", and "Dirección (casa)" is "direccion". */
export function bareName(name: string): string {
  return name
    .replace(/\([^)]*\)/g, '')
    .replace(/#/g, ' number ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** As the pages write them, in either language. */
const OUR_LABELS = new Map(
  [en, es].flatMap((words) => FIELDS.map((field) => [letters(words[field].name), field] as const)),
);

/** A name without the words for its owner, removed repeatedly: "addressprefix", "prefix". */
export function ownNames(bare: string): readonly string[] {
  const shorter = HOME.filter((word) => bare.startsWith(word)).flatMap((word) => ownNames(bare.slice(word.length)));
  return bare === '' ? [] : [bare, ...shorter];
}

function rankOf(bare: string, names: readonly ReadonlySet<string>[], whose: readonly string[]): number | undefined {
  const rank = names.findIndex((set) => set.has(bare));
  if (rank >= 0) return rank;
  for (const word of whose) {
    const rest = bare.startsWith(word) ? rankOf(bare.slice(word.length), names, whose) : undefined;
    if (rest !== undefined) return rest;
  }
  return undefined;
}

/** A family's other addresses, and other people's: never the home we look for. */
const NOT_HOME = /mail|school|employer|emergency|teacher|staff|counsel|^work|^bus/;

const STUDENT = ['students', 'student', 'stu', 'pupil', 'learner', 'current', 'cur'];
const HOME = [
  ...STUDENT,
  ...['home', 'hm', 'physical', 'phys', 'residential', 'residence', 'res', 'primary', 'permanent', 'perm', 'legal'],
  ...['household', 'hh', 'addresses', 'address', 'addr'],
];
const POINT = [...HOME, 'geocode', 'geo', 'point'];

/** Names of each field, surest first, divided by "/". If two fields match a name, the first wins. */
const NAMES: Readonly<Record<OwnField, readonly [whose: readonly string[], names: string]>> = {
  // Of several, the address type distinguishes home from mail; the others are read as well.
  address_type: [
    HOME,
    `addresstype addresstypedescriptor addresstypecode addresstypedesc addresstypeforlearnerorfamily addrtype residencetype tipodedireccion tipodedomicilio
     / livingsituation livingsituations livingarrangement livingarrangements livingstatus livingcode housing housingstatus housingtype housingcode housingsituation dwellingtype dwelling
     resstatus residencestatus residencecode rescode restype situaciondevivienda tipodevivienda situacionhabitacional
     / type typedescriptor`,
  ],
  latitude: [POINT, 'latitude lat latitud / y ycoord ycoordinate'],
  longitude: [POINT, 'longitude lng lon long longitud / x xcoord xcoordinate'],
  point: [
    HOME,
    `latlng latlon latlong latitudelongitude geocode geopoint geolocation coordinates coordinate point
     geom geometry wkt coordenadas`,
  ],
  student_id: [
    STUDENT,
    `studentnumber studentid studentidnumber studentno studentnum studentnbr stunbr stunum studentuniqueid studentidentifier studentusi stunumber stuid stuno
     pupilnumber pupilid pupilno learnerid localid localstudentid studentlocalid sisnumber sisid permid permnumber permanentid permanentnumber
     studentpermid lasid districtstudentid districtid otherid numeroestudiante numerodeestudiante idestudiante iddelestudiante
     / statestudentid studentstateid statestudentnumber stateid statenumber stateidnumber ssid sasid suid stn usi dcid personid
     / student number id numero`,
  ],
  household_id: [
    [...STUDENT, 'household', 'family', 'guardian'],
    `householdid householdnumber householdno householdkey householdcode householdgroupid familyid familynumber familyno familykey familycode
     familyident hhid homeid guardianhouseholdid / guardianid`,
  ],
  ...namesOfParts(),
  unit: [
    HOME,
    `apt aptnumber aptno aptnum aptunit aptsuite apartment apartmentnumber apartmentno apartmentroomsuitenumber apartmentroomorsuitenumber unit
     unitnumber unitno unitnum unitid sudnumber sudno sudnum secunit secunitnumber secondaryunitnumber suite suitenumber lot lotnumber apartamento / address2 addr2 addressline2 line2 streetaddress2 streetline2 street2 secondary`,
  ],
  address: [
    HOME,
    `address addr adrs address1 addr1 addressline1 line1 fulladdress addressfull full streetaddress streetaddress1 streetline1 streetnumberandname
     streetnumbername situs situsaddress rad direccion direccionfisica direccionresidencial / street street1 calle / ad`,
  ],
  city: [HOME, 'city cityname town municipality ciudad municipio pueblo / rcy cy'],
  state: [
    HOME,
    'state st stateabbreviation stateabbreviationdescriptor stateabbr statecode stateusps stateprovince estado / rst',
  ],
  zip: [HOME, 'zip zipcode zip5 postalcode postcode postal codigopostal / rzc zc / zip4 zipplus4'],
  grade_level: [
    [...STUDENT, 'entry'],
    'grade gr grd gradelevel gradelvl grlvl grdlvl grlevel grdlevel lvl gradecode gradecd gradeleveldescriptor gradeleveldescription gradelevelcode gradelevelid grado',
  ],
  answered_at: [
    ['survey', 'form', 'response', 'date'],
    `timestamp timestampmmddyyyy marcatemporal marcadetiempo submitted submittedat submittedon submittime submittedtime submitteddate submissiondate
     submissiontime submissiondatetime submitdate datesubmitted timesubmitted datetimesubmitted completiontime completedat completedon completeddate
     datecompleted responsedate responsetime responsetimestamp recordeddate recordedat finishtime horadefinalizacion fechadeenvio fechayhora
     fechaderespuesta answeredat whensubmitted whenanswered surveydate dateofsurvey surveydatetime surveytime fechadelaencuesta fechadeencuesta
     / endtime enddate lastmodifiedtime lastmodified modified updatedat horadelaultimamodificacion ultimamodificacion
     / starttime startdate startedat horadeinicio
     / datetime dateandtime createdat created createdon datecreated createddate dateentered date fecha fechahora`,
  ],
  district: [[], 'leaid ncesleaid leancesid districtncesid ncesdistrictid ncesid districtleaid leaidnces'],
};

const KNOWN = (Object.entries(NAMES) as [OwnField, (typeof NAMES)[OwnField]][]).map(
  ([field, [whose, names]]) =>
    [field, { whose, names: names.split('/').map((rank) => new Set(rank.trim().split(/\s+/))) }] as const,
);

type PartNames = typeof PART_NAMES;

function namesOfParts(): Record<keyof PartNames, readonly [whose: readonly string[], names: string]> {
  const named = {} as ReturnType<typeof namesOfParts>;
  for (const part of Object.keys(PART_NAMES) as (keyof PartNames)[]) named[part] = [HOME, PART_NAMES[part]];
  return named;
}
const OWN_NAMES: ReadonlySet<Use> = new Set<Use>(KNOWN.map(([field]) => field));
