/** Address words after USPS Publication 28: how text splits into them, and which are suffixes, directions and units. */
import { plainSigns } from '../../typography.ts';

/** Words of capitals and digits, without accents, points and commas. */
export function wordsOf(text: string): string[] {
  // Nearly all addresses are ASCII, and stripping accents costs more than all the rest.
  const plain = ASCII.test(text) ? text : withoutMarks(text);
  const words = plain.toUpperCase().replace(DECIMALS, decimal).replace(DROPPED, '').replace(RANGES, ' ').split(BETWEEN);
  if (words[0] === '') words.shift();
  if (words.at(-1) === '') words.pop();
  return words;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

/** Separates a raised digit from the number before it, as for a fraction. */
function withoutMarks(text: string): string {
  return plainSigns(text)
    .replace(/(?<=\d)(?=\p{No})/gu, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** A point between digits: "12.5 Oak Ln" is 12 1/2 and never 125. */
const DECIMALS = /(?<=\d)\.(\d+)/g;
const FRACTIONS: Readonly<Record<string, string>> = { '25': ' 1/4', '5': ' 1/2', '50': ' 1/2', '75': ' 3/4' };

function decimal(_: string, digits: string): string {
  return /^0+$/.test(digits) ? '' : (FRACTIONS[digits] ?? ` ${digits}`);
}

const DROPPED = /['.]/g;
const RANGES = /(?<=\d)-(?=\d)/g;
const BETWEEN = /[^A-Z0-9#/]+/;

/** Designators of units (Publication 28, appendix C2), in full and short. */
export const UNITS = new Set([
  '#',
  'APT',
  'APARTMENT',
  'UNIT',
  'STE',
  'SUITE',
  'LOT',
  'TRLR',
  'TRAILER',
  'SPC',
  'SPACE',
  'RM',
  'ROOM',
  'FL',
  'FLOOR',
  'BLDG',
  'BUILDING',
  'DEPT',
  'NO',
  'NUM',
  'APTS',
]);

/** Words that are always designators, whatever follows: "Apt Rear". */
export const NOTHING_ELSE = new Set(['#', 'APT', 'APARTMENT', 'APTS', 'UNIT']);

/** Directions in words; abbreviations stay as they are. */
export const DIRECTIONS = new Map(
  Object.entries({
    NORTH: 'N',
    SOUTH: 'S',
    EAST: 'E',
    WEST: 'W',
    NORTHEAST: 'NE',
    NORTHWEST: 'NW',
    SOUTHEAST: 'SE',
    SOUTHWEST: 'SW',
    NO: 'N',
    SO: 'S',
  }),
);

/** "FIRST" is "1ST". */
export const ORDINALS = new Map(
  [
    'FIRST',
    'SECOND',
    'THIRD',
    'FOURTH',
    'FIFTH',
    'SIXTH',
    'SEVENTH',
    'EIGHTH',
    'NINTH',
    'TENTH',
    'ELEVENTH',
    'TWELFTH',
  ].map((word, i) => [word, `${i + 1}${['ST', 'ND', 'RD'][i] ?? 'TH'}`]),
);

/** Suffixes of residential streets (Publication 28, appendix C1) and other words with an abbreviation: first that, then the variants. */
export const SUFFIXES = new Map(
  `ALY ALLEY ALLEE ALLY;ANX ANNEX ANEX;AVE AVENUE AV AVEN AVENU AVN AVNUE AVENIDA AVDA;BCH BEACH;BND BEND;BLF BLUFF BLUF;BLVD BOULEVARD BOUL BOULV;
BR BRANCH BRNCH;BRG BRIDGE BRDGE;BRK BROOK;BYP BYPASS BYPA BYPAS;CALLE CLL;CARR CARRETERA;CP CAMP CMP;CYN CANYON CANYN CNYN;CPE CAPE;CTR CENTER CENT CENTR CENTRE CNTER CNTR CEN;
CIR CIRCLE CIRC CIRCL CRCL CRCLE;CLF CLIFF;CMN COMMON;COR CORNER;CT COURT CRT;CTS COURTS;CV COVE;CRK CREEK;CRES CRESCENT CRSENT CRSNT;XING CROSSING CRSSNG;
DL DALE;DM DAM;DR DRIVE DRIV DRV;EST ESTATE;ESTS ESTATES;EXPY EXPRESSWAY EXP EXPR EXPRESS EXPW;EXT EXTENSION EXTN EXTNSN;FLS FALLS;FRY FERRY FRRY;FLD FIELD;FLDS FIELDS;
FLT FLAT;FLTS FLATS;FRD FORD;FRST FOREST FORESTS;FRG FORGE FORG;FRK FORK;FRKS FORKS;FT FORT FRT;FWY FREEWAY FREEWY FRWAY FRWY;GDN GARDEN GARDN GRDEN GRDN;GDNS GARDENS GRDNS;
GTWY GATEWAY GATEWY GATWAY GTWAY;GLN GLEN;GRN GREEN;GRV GROVE GROV;HBR HARBOR HARB HARBR HRBOR;HVN HAVEN;HTS HEIGHTS HT;HWY HIGHWAY HIGHWY HIWAY HIWY HWAY;HL HILL;HLS HILLS;
HOLW HOLLOW HLLW HOLLOWS HOLWS HLW;IS ISLAND ISLND;JCT JUNCTION JCTION JCTN JUNCTN JUNCTON;KNL KNOLL KNOL;LK LAKE;LKS LAKES;LNDG LANDING LNDNG;LN LANE LA;LGT LIGHT;LOOP LOOPS;
MNR MANOR;MDW MEADOW;MDWS MEADOWS MEDOWS;ML MILL;MLS MILLS;MTWY MOTORWAY;MT MOUNT MNT;MTN MOUNTAIN MNTAIN MNTN MOUNTIN MTIN;ORCH ORCHARD ORCHRD;OVAL OVL;PARK PRK;PKWY PARKWAY PARKWY PKWAY PKY;
PASS;PATH PATHS;PIKE PIKES;PNE PINE;PNES PINES;PL PLACE;PLN PLAIN;PLNS PLAINS;PLZ PLAZA PLZA;PT POINT;PRT PORT;PR PRAIRIE PRR;RNCH RANCH RANCHES RNCHS;RST REST;RDG RIDGE RDGE;
RIV RIVER RVR RIVR;RD ROAD;RDS ROADS;RTE ROUTE RT;ROW;RUN;SHR SHORE SHOAR;SPG SPRING SPNG SPRNG;SPGS SPRINGS SPNGS SPRNGS;SQ SQUARE SQR SQRE SQU;STA STATION STATN STN;STRM STREAM STREME;
ST STREET STRT STR;SMT SUMMIT SUMIT SUMITT;TER TERRACE TERR;TRCE TRACE TRACES;TRAK TRACK TRACKS TRK TRKS;TRL TRAIL TRAILS TRLS;TPKE TURNPIKE TRNPK TURNPK;UN UNION;VLY VALLEY VALLY VLLY;
VW VIEW;VLG VILLAGE VILL VILLAG VILLG;VIS VISTA VIST VST VSTA;WALK WALKS;WAY WY;WL WELL;WLS WELLS;CO COUNTY CNTY;ST SAINT;BSMT BASEMENT;FRNT FRONT;LOWR LOWER;UPPR UPPER`
    .split(/;\s*/)
    .flatMap((line) => {
      const [standard = '', ...others] = line.trim().split(' ');
      return others.map((other): [string, string] => [other, standard]);
    }),
);
/** What the suffixes are written as. */
export const STANDARD_SUFFIXES = new Set(SUFFIXES.values());

/** Whether two words are one suffix or direction of streets: "Rd" and "Road", "N" and "North". */
export function isSameStreetWord(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map(streetWord);
  return a !== '' && a === b && (isStreetType(one) || isStreetDirection(one));
}

/** "St", "Avenue", "PKWY". */
export function isStreetType(text: string): boolean {
  const [word = '', ...more] = wordsOf(text);
  return more.length === 0 && (SUFFIXES.has(word) || STANDARD_SUFFIXES.has(word));
}

/** "N", "South", "S.E." */
export function isStreetDirection(text: string): boolean {
  return /^(?:[NSEW]|[NS][EW])$/.test(streetWord(text));
}

/** Spanish street types precede the name: Publication 28, appendix on Puerto Rico. */
export function isSpokenBefore(type: string): boolean {
  return /^(?:CALLE|CLL|AVENIDA|AVDA|CARRETERA|CARR|CAMINO|PASEO|CALLEJON|VIA|VEREDA|SENDERO|BULEVAR)$/.test(
    wordsOf(type).join(' '),
  );
}

/** "Apt", "#", "Unit": words that only announce a unit. */
export function isUnitDesignator(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => UNITS.has(word));
}

function streetWord(text: string): string {
  const word = wordsOf(text).join(' ');
  return DIRECTIONS.get(word) ?? SUFFIXES.get(word) ?? word;
}
