/**
 * Which of the seven questions a sentence asks, in anybody's words: districts' own, New York's Digital Equity survey,
 * Texas' connectivity survey, in English and Spanish. Decides by subject and form; rejects a sentence where "yes" would mean
 * the opposite, with two questions, or about paper, prices or help.
 */
import type { Question } from '../../survey.ts';

/** @param asked lower-case words without accents and signs */
export function questionAsked(asked: string): Question | undefined {
  const words = asked.replace(SMOOTHLY, ' smoothly ');
  if (words.split(' ').length < 3 || OTHER_THINGS.test(words)) return undefined;
  const net = NET.test(asked);
  const device = DEVICE.test(words);
  if (device && SHARED.test(words)) return 'device_access';
  // "Was it provided by the school?" is answered by yes or no, which names nobody.
  const isEither = /\b(?:or|o)\b/.test(words);
  if (device && !net && FROM_WHOM.test(words))
    return YES_OR_NO.test(words) && !isEither ? undefined : 'device_provider';
  if (device && !net && isEither && /\b(?:school|district) (?:issued|owned|provided)\b/.test(words))
    return 'device_provider';
  if (WHY.test(words) && (net || /^if (?:no|not|you (?:do not|don t|answered no|said no))\b/.test(words)) && !device)
    return 'barrier';
  if (net && !device) return aboutInternet(words);
  if (device && !net && WHICH.test(words) && !YES_OR_NO.test(words)) return 'device';
  return undefined;
}

function aboutInternet(words: string): Question | undefined {
  if (BACKWARDS.test(words)) return undefined;
  const plain = words.replace(HAS_GOOD, 'has internet');
  if (WELL.test(plain)) return 'performance';
  if (KIND.test(words))
    return /\bproviders?\b/.test(words) && !/\b(?:type|kind|tipo)\b/.test(words) ? undefined : 'internet_type';
  const isAtHome = HOME.test(words) || /\b(?:school ?work|home ?work|learning|tareas)\b/.test(words);
  return isAtHome && YES_OR_NO.test(plain) && !OPEN.test(plain) ? 'internet_access' : undefined;
}

const INTERNET = '(?:internet|wi ?fi|broadband|banda ancha|connectivity|conectividad|conexion|connection)';
const NET = new RegExp(`\\b${INTERNET}\\b`);
const DEVICE =
  /\b(?:devices?|computers?|laptops?|chromebooks?|tablets?|ipads?|aparatos?|dispositivos?|computadoras?|equipos?|ordenador)\b/;
const HOME = /\b(?:home|house|household|residence|where you live|casa|hogar|residencia|domicilio|vivienda)\b/;

/** Things with similar words that are not a family's answers about its home. */
const OTHER_THINGS =
  /\b(?:agreement|permission|policy|policies|consent|acceptable|serial|asset|tag|barcode|fees?|fine|insurance|repair\w*|damage\w*|return\w*|date|hours?|how many|how much|number of|count|cuant[oa]s?|mbps|kbps|speed test|(?:download|upload) speeds?|isp|company|carrier|bill|monthly|price|pay|pays|paying|safety|filter\w*|monitor\w*|training|interested|would you (?:like|want|prefer|use|be)|need|needs|needed|necesita\w*|want|wants|willing|prefer\w*|comments?|if other|specify|name of|model|brand|email|printers?|webcam|camera|headphones|password|account|satisf\w*|comfortable|problems?|issues?|trouble|difficult\w*|headset|software|website|social media|games?|gaming)\b|\b(?:please|briefly) (?:describe|explain)\b|^(?:describe|explain)\b|\btext$/;
const SMOOTHLY =
  / ?\b(?:without|with (?:few|little|no)|with few or no|sin|con pocas)(?: \w+){0,3}? (?:issues?|problems?|trouble|difficult\w*|interrup\w*|buffering|problemas?|dificultad\w*)\b(?: (?:caused by|due to|because of|from|a causa|debido) .*)?/g;

const SHARED = /\b(?:shares?|shared|sharing|compart\w*)\b/;
const FROM_WHOM =
  /\bwho (?:is the (?:provider|owner)|provid\w*|owns?|gave|issued|supplied|purchased|bought|paid)\b|\bwhose\b|\b(?:provided|owned|issued|supplied) by\b|\bproviders?\b|\bbelongs?\b|\bowner(?:ship)?\b|\bsource of\b|\bwhere (?:did|does|do|is|was|were)\b.*\b(?:get|gets|got|come|comes|from|obtain\w*)\b|\bde quien\b|\bquien (?:proporcion\w*|prove\w*|dio|presta\w*|entreg\w*|es el duen)|\bpertenece\b|\bproveedor\b/;
const WHY =
  /\b(?:why|reasons?|barriers?|barreras?|obstacles?|obstaculos?|prevents?|preventing|keeps? (?:you|your|the)|stands? in the way|por que|razon|razones|motivos?|impide\w*)\b/;
/** Where a good answer is "no". */
const BACKWARDS =
  /\b(?:lacks?|lacking|not have|don t have|doesn t have|no tiene|without internet|sin internet|unreliable|slow|drops?|disconnect\w*|outages?|buffer\w*|interrup\w*|lent[oa]|se corta)\b|\bno (?:internet|wi ?fi|broadband)\b|\bhow often\b/;
const HAS_GOOD = new RegExp(
  `\\b(?:have|has|having|there|access to|tienen?|hay|cuentan? con|acceso a)(?: an?| any| the| un| una)? (?:(?:reliable|adequate|sufficient|consistent|stable|high|speed|fast|good|quality|steady|and|home|servicio|de|confiable|estable) )*${INTERNET}(?: (?:de alta velocidad|de calidad|confiable|estable))?`,
  'g',
);
const WELL =
  /\b(?:reliab\w*|quality|fast enough|strong enough|good enough|enough|how (?:well|good|fast|strong|reliable)|adequate|sufficient|rate|rating|stable|consisten\w*|stream\w*|videos?|zoom|performance|perform\w*|smooth\w*|confiab\w*|calidad|velocidad|rapid[oa]|funciona|suficiente)\b/;
const KIND =
  /\b(?:types?|kinds?|sort|tipos?|clase)\b|\bhow (?:do|does|is|are|will)\b.*\b(?:connect\w*|access\w*|get|gets)\b|\bcomo (?:se )?(?:conect\w*|acced\w*)\b|\b(?:what|which|que|cual)\b.*\b(?:service|connection|servicio|conexion|internet)\b/;
const YES_OR_NO =
  /^(?:(?:q\d+|if (?:yes|so)) )?(?:do|does|is|are|was|were|can|has|have|did|whether|tienen?|hay|cuentan?|posee|puede|dispone|(?:the |my |your )?(?:student|child|family|household|home)(?: s)? (?:has|have|is|with|internet|access)|we have|i have|access|acceso|internet|wi ?fi|home|household|reliable|availability|available)\b/;
const OPEN = /\b(?:how|what|which|who|where|when|speed|providers?|como|cual|quien|donde|proveedor)\b/;
const WHICH = /\b(?:what|which|types?|kinds?|primary|main|most|usually|uses?|used|que|cual|principal|tipos?)\b/;
