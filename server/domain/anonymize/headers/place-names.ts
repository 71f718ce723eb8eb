/**
 * Decides whose place a column gives. Only the home's coordinates and addresses count: those of a school, a bus stop, an office,
 * or the device that filled in a form would put every student there.
 */
import { plainWords, wordsOf } from './header-text.ts';

/** Whether a name means a place other than the home. */
export function isNamedForElse(name: string): boolean {
  // "Street address (no PO box)" and "(if not the mailing address)" are about the home.
  const said = name.replace(ASIDE_THAT_DENIES, ' ');
  const words = ` ${wordsOf(said)} | ${plainWords(said)} `;
  return ELSE.test(words) || ANOTHER_HOME.test(words) || (MAYBE_ELSE.test(words) && !HOME.test(words));
}

/** Whether the file comes from a form, with its own columns beside the questions: its "Location" is where somebody filled it in. */
export function isOfForm(header: readonly string[]): boolean {
  return header.some((name) => OF_FORMS.test(wordsOf(name)));
}

const OF_FORMS =
  /^(?:timestamp|marca temporal|(?:start|end|completion|recorded|submission|submitted) (?:date|time|at|on|id)|startdate|enddate|response id|responseid|respondent id|collector id|ip address|ipaddress|user language|progress|duration .*|_?uuid)$/;

/** Whether a name says only "coordinate", or nothing: its values may then decide. */
export function isNeutralForPoint(name: string): boolean {
  return wordsOf(name)
    .split(' ')
    .every((word) => /^\d*$/.test(word) || NEUTRAL_POINT.test(word) || NEUTRAL.test(word));
}

/** The same for an address. */
export function isNeutralForAddress(name: string): boolean {
  return wordsOf(name)
    .split(' ')
    .every((word) => /^\d*$/.test(word) || NEUTRAL_ADDRESS.test(word) || NEUTRAL.test(word));
}

const ASIDE_THAT_DENIES =
  /[([][^)\]]*\b(?:no|not|non|if|except|excluding|other than|different|instead|sin|si)\b[^)\]]*[)\]]/gi;

const ELSE =
  / (?:schools?|sch|campus|bus|buses|stops?|busstop|pick ?up|drop ?off|depot|offices?|work|workplace|job|employ\w*|business|company|vendor|isp|ips?|browser|device|respondent|recipient|centroids?|intpt\w*|tract|block|blockgroup|zcta|geofence|branch|library|church|clinic|hospital|doctor|dentist|physician|mail|mailing|billing|bill to|shipping|ship to|emergency|teacher|staff|faculty|counsel\w*|day ?care|child ?care|baby ?sitter|sitter|caregiver|after ?school|agency|shelter|tower|antenna|previous|prior|former|old|past|last known|birth|born|destination|dest|event|incident|check ?in|check ?out|escuela|colegio|plantel|parada|autobus|oficina|trabajo|empleo|empresa|correo|envio|facturacion|guarderia|emergencia|anterior|nacimiento)(?= )/;

/** "Household 2", "HH2"; a household number that ends in 2 is not named so. */
const ANOTHER_HOME = / (?:household|hh|home|residence|family|guardian|parent) ?[2-9](?= )/;

/** Words that may also accompany the home: "home location". */
const MAYBE_ELSE =
  / (?:locations?|geolocation|geostamp|ubicacion|transport\w*|route|am|pm|garage|provider|computer|phone|telephone|cell|mobile|form|response|recorded|submi\w*|survey|login|access point|hotspot|wifi|center|centre|midpoint|county|zone|grid|hex|cluster|region|boundary|attendance|building|site|facility|store|contact|origin|camp|program|district|lea|node|distrito)(?= )/;
const HOME = / (?:homes?|residen\w*|house|household|domicil\w*|casa|hogar|vivienda|physical)(?= )/;

/** Words that number a column, or say whose home it is. */
const NEUTRAL =
  /^(?:|f|c|v|q|x|y|z|k|n|a|b|field|column|columna|col|attr|attribute|var|variable|value|val|unnamed|item|data|no|num|nr|home|homes|hm|house|household|hh|residence|residential|res|resid|domicile|domicilio|casa|hogar|vivienda|residencia|physical|phys|primary|prim|permanent|perm|legal|current|cur|student|students|stu|stud|pupil|child|family|address|addr|addresses|street|del|de|la|el|of|the|s|estudiante|alumno|final|new|clean|cleaned|my|full|main)\d*$/;
const NEUTRAL_POINT =
  /^(?:lat|lats|latitude|latitud|lng|lngs|lon|lons|long|longitude|longitud|latlng|latlon|latlong|lnglat|lonlat|latitudelongitude|xy|yx|xcoord|ycoord|coord|coords|coordinate|coordinates|coordenada|coordenadas|geo|geocod\w*|geom|geometry|geopoint|geolat|geolon|geolng|geolong|gps|point|points|pt|pts|punto|wkt|shape|dd|decimal|dec|degrees?|deg|grados|wgs|wgs84|nad|nad83|epsg|esri|arcgis|google|maps?|match|matched|latdd|londd|longdd|lngdd|gc)\d*$/;
const NEUTRAL_ADDRESS =
  /^(?:adr|adrs|addrline|line|linea|st|rd|parent|parents|guardian|guardians|direccion|calle|numero|y|and|situs|where|lives?|single|complete|formatted|standardized)\d*$/;
