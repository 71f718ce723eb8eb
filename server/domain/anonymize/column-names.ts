/**
 * Names of columns as exports write them: PowerSchool, Infinite Campus, Skyward, Aeries, Synergy, Veracross, Ed-Fi, CEDS, GIS
 * tools, and in Spanish. Compared without capitals, accents, spaces and signs, and without words that say whose it is.
 */
import { FIELD_WORDS, FIELDS, type Field, type OwnField } from './fields.ts';
import { questionNamed } from './question-names.ts';
import { PART_NAMES } from './street-parts.ts';

export interface NamedField {
  readonly field: Field;
  /** 0 is the surest. */
  readonly rank: number;
}

/** No column name is longer, and values often are. */
const LONGEST_NAME = 120;

export function fieldOfName(name: string): NamedField | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const own = OUR_LABELS.get(letters(name));
  if (own) return { field: own, rank: 0 };
  const question = questionNamed(name);
  if (question) return question;
  const bare = bareName(name);
  if (bare === '' || NOT_HOME.test(bare)) return undefined;
  for (const [field, { names, whose }] of KNOWN) {
    const rank = rankOf(bare, names, whose);
    if (rank !== undefined) return { field, rank };
  }
  return undefined;
}

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

/** What the page itself calls the fields. */
const OUR_LABELS = new Map(FIELDS.map((field) => [letters(FIELD_WORDS[field].name), field]));

/** A name without the words that say whose it is, as often as there are some: "addressprefix", "prefix". */
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

/** A family's other addresses, and those of other people than the student: never the home we look for. */
const NOT_HOME = /mail|school|employer|emergency|teacher|staff|counsel|^work|^bus/;

const STUDENT = ['students', 'student', 'stu', 'pupil', 'learner', 'current', 'cur'];
const HOME = [
  ...STUDENT,
  ...['home', 'hm', 'physical', 'phys', 'residential', 'residence', 'res', 'primary', 'permanent', 'perm', 'legal'],
  ...['household', 'hh', 'addresses', 'address', 'addr'],
];
const POINT = [...HOME, 'geocode', 'geo', 'gps', 'point'];

/** The surest names of each field first, divided by "/". Where two fields could claim a name, the first does. */
const NAMES: Readonly<Record<OwnField, readonly [whose: readonly string[], names: string]>> = {
  // A column that is about homelessness says more than one that tells home from post.
  address_type: [
    HOME,
    `nighttimeresidence homelessprimarynighttimeresidence homeless homelessstatus homelesscode homelesstype homelessflag homelessindicator
     mckinneyvento mckinneyventostatus mkv mkvstatus mvstatus mvcode livingsituation livingarrangement livingstatus
     housing housingstatus housingtype housingcode housingsituation resstatus residencestatus residencecode rescode restype
     / addresstype addresstypedescriptor addresstypecode addresstypedesc addresstypeforlearnerorfamily addrtype residencetype type typedescriptor`,
  ],
  latitude: [POINT, 'latitude lat latitud / y ycoord ycoordinate'],
  longitude: [POINT, 'longitude lng lon long longitud / x xcoord xcoordinate'],
  point: [
    HOME,
    `latlng latlon latlong latitudelongitude geocode geopoint geolocation coordinates coordinate point gps gpscoordinates locationpoint
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
     fechaderespuesta answeredat
     / endtime enddate lastmodifiedtime lastmodified modified updatedat
     / starttime startdate startedat horadeinicio`,
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
